package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.source.Incoming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reads the reports of paths and keeps what each says, in the order of their names. */
final class Told {

    private Told() {}

    static List<Extraction> read(TrancheCommand program, ReadingOptions reading, List<String> paths) {
        ReadCommand.refuseWrongPaths(paths);
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        List<Extraction> extractions = new ArrayList<>();
        Run run = new Run(program, false);
        run.over(
                reading.inputs(paths, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(report), ""),
                read -> extractions.add(read.extraction()));
        run.refuseNothing(paths);
        run.printProblems();
        extractions.sort(Comparator.comparing(each -> each.document().id().value()));
        return extractions;
    }
}
