package dev.tranche.cli;

import dev.tranche.bundle.BundleException;
import dev.tranche.eval.RichEval;
import dev.tranche.eval.RichGold;
import dev.tranche.eval.RichScore;
import dev.tranche.print.Columns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** {@code tranche eval --rich}: scores what reports say besides sums. */
final class RichEvaluation {

    private static final int LABEL = 18;

    private final TrancheCommand program;
    private final ReadingOptions reading;
    private final OutputFormat format;
    private final boolean misses;

    RichEvaluation(TrancheCommand program, ReadingOptions reading, OutputFormat format, boolean misses) {
        this.program = program;
        this.reading = reading;
        this.format = format;
        this.misses = misses;
    }

    void run(Path file, List<String> reports) {
        Map<String, RichGold> gold = parse(file);
        RichScore score = RichEval.score(gold, Told.read(program, reading, reports));
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON -> json(score);
                        case TEXT -> text(score);
                    });
            results.complete();
        }
    }

    private String text(RichScore score) {
        StringBuilder page = new StringBuilder();
        score.lines()
                .forEach((name, value) ->
                        page.append(Columns.pad(name, LABEL)).append(value).append('\n'));
        if (misses) {
            score.misses().forEach(line -> page.append(Columns.oneLine(line)).append('\n'));
        }
        return page.toString();
    }

    private static String json(RichScore score) {
        StringJoiner object = new StringJoiner(", ", "{", "}\n");
        object.add("\"encounters_f1\": " + score.encounters().f1().rounded());
        object.add("\"statements_recall\": " + score.statements().recall().rounded());
        object.add("\"statements_precision\": " + score.statements().precision().rounded());
        object.add("\"speakers\": " + score.speakers().rounded());
        object.add("\"stances\": " + score.stances().rounded());
        object.add("\"figures_f1\": " + score.figures().f1().rounded());
        object.add("\"items_f1\": " + score.items().f1().rounded());
        object.add("\"agreements_f1\": " + score.agreements().f1().rounded());
        object.add("\"persons\": " + score.persons().rounded());
        object.add("\"dated_encounters\": " + score.dated().rounded());
        return object.toString();
    }

    private static Map<String, RichGold> parse(Path file) {
        try {
            return RichGold.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (BundleException wrong) {
            throw CommandException.usage(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw CommandException.usage("--rich: " + file + " cannot be read: " + broken.getMessage() + ".");
        }
    }
}
