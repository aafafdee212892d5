package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The life of a bill: the steps that reports mention for money on its way through a legislature, council or board, each
 * with the first days on which it is reported.
 */
public final class BillLife {

    private static final String TABLE = "bill_steps.csv";

    private static final Map<Stage, Map<String, Step>> WORDS = load();

    private BillLife() {}

    /** A step in the life of a bill, in the usual order. */
    public enum Step {
        /** Money is requested or proposed. */
        ASKED,
        /** A chamber debates it, votes on it or has it on its agenda. */
        BEFORE_CHAMBERS,
        /** The body whose vote grants the money has voted it. */
        PASSED,
        /** It is law. */
        SIGNED,
        /** Packages are paid from it. */
        DRAWN_ON,
        /** It is held up. */
        STALLED,
        /** It is voted down, vetoed or abandoned. */
        REJECTED;

        /** Returns the word used in JSON: lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A step reached.
     *
     * @param step the step
     * @param date the first days on which it is reported
     * @param reports keys of the reports that mention it, sorted
     */
    public record Reached(Step step, StatedDate date, List<String> reports) {

        /** Copies the list. */
        public Reached {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Returns the steps of a bill that reports mention, in the order of {@link Step}; empty for anything but a bill.
     *
     * @param entry the bill
     * @param parts the entries below it
     */
    public static List<Reached> of(Commitment entry, List<Commitment> parts) {
        if (entry.kind() != Commitment.Kind.BILL) {
            return List.of();
        }
        Map<Step, List<Claim>> told = new TreeMap<>();
        for (Claim claim : entry.claims()) {
            told.computeIfAbsent(step(claim), key -> new ArrayList<>()).add(claim);
        }
        for (Commitment part : parts) {
            if (part.stage().isPromised() && part.standing() == Standing.BOOKED) {
                told.computeIfAbsent(Step.DRAWN_ON, key -> new ArrayList<>()).addAll(part.claims());
            }
        }
        List<Reached> life = new ArrayList<>();
        told.forEach((step, claims) -> {
            if (!claims.isEmpty()) {
                life.add(new Reached(
                        step,
                        EntryWriter.earliest(claims),
                        claims.stream().map(Claim::report).distinct().sorted().toList()));
            }
        });
        return life;
    }

    private static Step step(Claim claim) {
        Stage stage = claim.fact().terms().stage();
        return claim.fact().cells().stage().stream()
                .map(Cell::evidence)
                .flatMap(words -> words.stream().map(Evidence::quote))
                .flatMap(quote ->
                        Optional.ofNullable(WORDS.getOrDefault(stage, Map.of()).get(quote.toLowerCase(Locale.ROOT)))
                                .stream())
                .findFirst()
                .orElse(usual(stage));
    }

    private static Step usual(Stage stage) {
        return switch (stage) {
            case REQUESTED, PLANNED -> Step.ASKED;
            case APPROPRIATED -> Step.PASSED;
            case BLOCKED -> Step.STALLED;
            case ANNOUNCED, DELIVERED -> Step.DRAWN_ON;
        };
    }

    private static Map<Stage, Map<String, Step>> load() {
        Map<Stage, Map<String, Step>> words = new HashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped(TABLE).rows()) {
            Stage stage = Stage.valueOf(row.field("stage").toUpperCase(Locale.ROOT));
            Step step = Step.valueOf(row.field("step").toUpperCase(Locale.ROOT).replace('-', '_'));
            for (String form : row.field("words").split("\\|", -1)) {
                words.computeIfAbsent(stage, key -> new HashMap<>()).put(form, step);
            }
        }
        return words;
    }
}
