package dev.tranche.cli;

import dev.tranche.dating.Dater;
import dev.tranche.dating.DatingFit;
import dev.tranche.dating.StatedDate;
import dev.tranche.eval.Calibration;
import dev.tranche.eval.DatingScore;
import dev.tranche.eval.HeldOut;
import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What {@code tranche eval} does with days of publication: it scores them, and fits the table from which they are
 * inferred.
 */
final class DatingEvaluation {

    @Option(
            names = "--dating",
            description = "Infer the day of publication of every report in PATHs with the stated day hidden, and score"
                    + " against it.")
    private boolean score;

    @Option(
            names = "--longer-than",
            paramLabel = "N",
            description = "With --dating: leave out texts of N characters or fewer. Default: 0.")
    private int longerThan;

    @Option(
            names = "--held-out",
            description =
                    "With --dating: score only the third of all pairs of outlet and month that --fit-dating leaves"
                            + " out.")
    private boolean heldOut;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "With --dating: draw a chart of stated and true shares into FILE, an SVG.")
    private @Nullable Path plot;

    @Option(
            names = "--fit-dating",
            description =
                    "Print the table dating_shapes.csv, fitted to all reports in PATHs whose day is stated; a third of"
                            + " all pairs of outlet and month is left out.")
    private boolean fit;

    /** A placeholder for a report that is not examined. */
    private static final String OTHER = "other";

    /** Was any of this asked for? */
    boolean isAskedFor() {
        return score || fit;
    }

    void run(TrancheCommand program, ReadingOptions reading, List<String> paths, boolean rules, boolean misses) {
        if (fit) {
            fit(program, reading, paths);
            return;
        }
        score(program, reading, paths, rules, misses);
    }

    /** A report whose day is stated. */
    private record Known(Document document, LocalDate day) {}

    /** Fits in the order of the input, so that the table is the same on any number of threads. */
    private void fit(TrancheCommand program, ReadingOptions reading, List<String> paths) {
        Lexicon lexicon = reading.lexicon();
        DatingFit fit = DatingFit.of(lexicon);
        for (String path : paths) {
            for (Known report : known(program, reading, List.of(path), false)) {
                if (lexicon.namesActor(Tokenizer.split(report.document().text()))) {
                    fit.add(report.document(), report.day(), path);
                }
            }
        }
        if (fit.reports() == 0) {
            throw CommandException.usage("no report of " + String.join(", ", paths)
                    + " both states its day and has a clue to it; there is nothing to fit.");
        }
        program.terminal().err().println("tranche: fitted to " + fit.reports() + " reports with a clue.");
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(fit.table());
            results.complete();
        }
    }

    private List<Known> known(TrancheCommand program, ReadingOptions reading, List<String> paths, boolean held) {
        List<Known> known = new ArrayList<>();
        Run run = new Run(program, false);
        Function<Incoming.Report, Extraction> nothing = reading.reader(Lexicon.of(List.of()));
        run.over(
                reading.inputs(paths, program.terminal().in()),
                reading.threads(),
                false,
                report -> {
                    Optional<LocalDate> day = truth(report).filter(each -> isHeldOut(report, each) == held);
                    Document document = day.isPresent() ? report.document().undated() : Document.of(OTHER, "", "");
                    return new Run.Reading(
                            nothing.apply(new Incoming.Report(report.place(), document, List.of())),
                            day.map(LocalDate::toString).orElse(""));
                },
                read -> {
                    if (!read.rendered().isEmpty()) {
                        known.add(new Known(read.extraction().document(), LocalDate.parse(read.rendered())));
                    }
                });
        run.refuseNothing(paths);
        return known;
    }

    /** Reports without a stated day have nothing to score against and are left out. */
    private void score(
            TrancheCommand program, ReadingOptions reading, List<String> paths, boolean rules, boolean misses) {
        Lexicon lexicon = reading.lexicon();
        Function<Incoming.Report, Extraction> reader = reading.reader(lexicon);
        Dater dater = Dater.of(lexicon);
        DatingScore score = new DatingScore();
        Calibration calibration = new Calibration();
        Run run = new Run(program, false);
        run.over(
                reading.inputs(paths, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(
                        reader.apply(hidden(report)),
                        wanted(report).map(LocalDate::toString).orElse("")),
                read -> {
                    if (!read.rendered().isEmpty()) {
                        Extraction extraction = read.extraction();
                        LocalDate day = LocalDate.parse(read.rendered());
                        score.add(extraction.document().id().value(), day, extraction.published());
                        if (!extraction.published().date().isUnknown()) {
                            calibrate(lexicon, dater, extraction.document(), day, calibration);
                        }
                    }
                });
        run.refuseNothing(paths);
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(score.text(rules));
            results.write(calibration.text());
            if (misses) {
                score.misses().forEach(miss -> results.write(miss + "\n"));
            }
            results.complete();
        }
        if (plot != null) {
            draw(plot, calibration);
        }
    }

    private static void calibrate(
            Lexicon lexicon, Dater dater, Document document, LocalDate day, Calibration calibration) {
        MarkedText text = MarkedText.of(lexicon, document, new Problems());
        List<StatedDate> intervals = dater.intervals(text, Calibration.SHARES);
        if (!intervals.isEmpty()) {
            calibration.add(
                    dater.kind(text),
                    intervals.stream().map(interval -> interval.mayBe(day)).toList());
        }
    }

    private static void draw(Path file, Calibration calibration) {
        try {
            Files.writeString(file, calibration.svg(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw CommandException.outside("--plot: " + file + " cannot be written: " + broken.getMessage() + ".");
        }
    }

    private Incoming.Report hidden(Incoming.Report report) {
        Document document = wanted(report).isPresent()
                ? report.document().undated()
                : Document.of(report.document().id().value(), "", "");
        return new Incoming.Report(report.place(), document, report.problems());
    }

    private Optional<LocalDate> wanted(Incoming.Report report) {
        return report.document().body().length() <= longerThan
                ? Optional.empty()
                : truth(report).filter(day -> !heldOut || isHeldOut(report, day));
    }

    private static Optional<LocalDate> truth(Incoming.Report report) {
        return MarkedText.day(report.document())
                .map(LocalDate::parse)
                .or(() -> report.document().markup().day().map(MarkedDay::day));
    }

    private static boolean isHeldOut(Incoming.Report report, LocalDate day) {
        return HeldOut.isHeldOut(report.document().outlet().orElse(""), day);
    }
}
