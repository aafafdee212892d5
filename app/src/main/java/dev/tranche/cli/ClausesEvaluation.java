package dev.tranche.cli;

import dev.tranche.eval.ClauseScore;
import dev.tranche.eval.Counts;
import dev.tranche.eval.TreeSentence;
import dev.tranche.print.Columns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** {@code tranche eval --clauses}: scores the clause layer against a treebank. */
final class ClausesEvaluation {

    private final TrancheCommand program;
    private final ReadingOptions reading;
    private final OutputFormat format;
    private final boolean misses;

    ClausesEvaluation(TrancheCommand program, ReadingOptions reading, OutputFormat format, boolean misses) {
        this.program = program;
        this.reading = reading;
        this.format = format;
        this.misses = misses;
    }

    void run(Path file) {
        ClauseScore score = ClauseScore.of(reading.lexicon(), parse(file));
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON -> json(score);
                        case TEXT -> score.text();
                    });
            if (misses && format == OutputFormat.TEXT) {
                score.misses().forEach(line -> results.write(Columns.oneLine(line) + "\n"));
            }
            results.complete();
        }
    }

    private static String json(ClauseScore score) {
        StringJoiner object = new StringJoiner(", ", "{", "}\n");
        for (ClauseScore.Part part : ClauseScore.Part.values()) {
            Counts counts = score.counts(part);
            String name = part.name().toLowerCase(Locale.ROOT);
            object.add("\"" + name + "_precision\": " + counts.precision().rounded());
            object.add("\"" + name + "_recall\": " + counts.recall().rounded());
        }
        return object.toString();
    }

    private static List<TreeSentence> parse(Path file) {
        List<TreeSentence> sentences;
        try {
            sentences = TreeSentence.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage("--clauses: " + file + ", " + wrong.getMessage());
        } catch (IOException broken) {
            throw CommandException.usage("--clauses: " + file + " cannot be read: " + broken.getMessage() + ".");
        }
        if (sentences.isEmpty()) {
            throw CommandException.usage("--clauses: " + file + " contains no sentences.");
        }
        return sentences;
    }
}
