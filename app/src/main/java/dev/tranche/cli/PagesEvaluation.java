package dev.tranche.cli;

import dev.tranche.bundle.BundleException;
import dev.tranche.eval.PagesScore;
import dev.tranche.extract.Extraction;
import dev.tranche.pipeline.Inputs;
import dev.tranche.print.Columns;
import dev.tranche.source.Incoming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code tranche eval --pages}: scores the main text of pages and their days of publication. */
final class PagesEvaluation {

    private final TrancheCommand program;
    private final ReadingOptions reading;
    private final OutputFormat format;
    private final boolean misses;

    PagesEvaluation(TrancheCommand program, ReadingOptions reading, OutputFormat format, boolean misses) {
        this.program = program;
        this.reading = reading;
        this.format = format;
        this.misses = misses;
    }

    void run(Path truth, List<String> folders) {
        PagesScore score = parse(truth);
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        Run run = new Run(program, false);
        run.over(
                Inputs.of(folders, program.terminal().in()).stream()
                        .filter(input -> score.nameOf(input.name()).isPresent())
                        .toList(),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(report), report.place()),
                read -> score.nameOf(read.rendered())
                        .ifPresent(name -> score.add(
                                name,
                                read.extraction().document().body(),
                                read.extraction().published().date())));
        run.refuseNothing(folders);
        score.complete();
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON -> score.json();
                        case TEXT -> score.text();
                    });
            if (misses) {
                score.misses().forEach(line -> results.write(Columns.oneLine(line) + "\n"));
            }
            results.complete();
        }
    }

    private static PagesScore parse(Path file) {
        try {
            return PagesScore.against(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (BundleException wrong) {
            throw CommandException.usage(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw CommandException.usage("--pages: " + file + " cannot be read: " + broken.getMessage() + ".");
        }
    }
}
