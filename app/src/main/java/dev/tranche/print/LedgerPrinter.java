package dev.tranche.print;

import dev.tranche.audit.Equation;
import dev.tranche.fact.Cell;
import dev.tranche.ledger.BillLife;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Review;
import dev.tranche.ledger.StageStep;
import dev.tranche.ledger.Standing;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Prints entries, equations and contradictions for people. */
public final class LedgerPrinter {

    private static final int MOST_CODES = 3;
    private static final int MOST_REPORTS = 5;
    private static final int MOST_DEPTH = 8;

    /** Room for "23 June 2022" and "about $1.85 billion". */
    private static final int LEAST_DATE = 12;

    private static final int LEAST_AMOUNT = 18;
    private static final Pattern SUM = Pattern.compile("\\d+(?:\\.\\d+)? [A-Z]{3}");

    private final Lexicon names;
    private final Ink ink;
    private final int width;
    private Map<String, String> naming = Map.of();

    /**
     * Builds a printer.
     *
     * @param names gives the names of states and bodies
     * @param ink colours
     * @param width columns of the terminal
     */
    public LedgerPrinter(Lexicon names, Ink ink, int width) {
        this.names = names;
        this.ink = ink;
        this.width = Math.max(ReportPrinter.LEAST_WIDTH, width);
    }

    /** Sets the short names of entries, by their permanent ones; returns this printer. */
    public LedgerPrinter naming(Map<String, String> shortNames) {
        naming = Map.copyOf(shortNames);
        return this;
    }

    /** Returns one line per entry, parts below their packages, and a last line that counts. */
    public String entries(List<Commitment> entries) {
        Map<String, List<Commitment>> parts = new HashMap<>();
        Map<String, Commitment> shown = new HashMap<>();
        entries.forEach(entry -> shown.put(entry.id(), entry));
        List<Commitment> roots = new ArrayList<>();
        for (Commitment entry : entries) {
            if (entry.parent().isPresent() && shown.containsKey(entry.parent().get())) {
                parts.computeIfAbsent(entry.parent().get(), key -> new ArrayList<>())
                        .add(entry);
            } else {
                roots.add(entry);
            }
        }
        StringBuilder page = new StringBuilder();
        Widths widths = new Widths();
        roots.forEach(root -> widths.take(root, parts, 0));
        roots.forEach(root -> print(page, root, parts, 0, widths));
        long counted = entries.stream().filter(Commitment::counted).count();
        page.append(Phrases.count(entries.size(), "entry, ", "entries, "))
                .append(counted)
                .append(" of them counted as given")
                .append(doubted(entries))
                .append(recorded(entries))
                .append(".\n");
        return page.toString();
    }

    private static String doubted(List<Commitment> entries) {
        long doubtful = entries.stream()
                .filter(entry -> entry.standing() == Standing.DOUBTFUL)
                .count();
        long refused = entries.stream()
                .filter(entry -> entry.standing() == Standing.REFUSED)
                .count();
        return (doubtful == 0 ? "" : ", " + doubtful + " doubtful") + (refused == 0 ? "" : ", " + refused + " refused");
    }

    private static String recorded(List<Commitment> entries) {
        long record = entries.stream().filter(entry -> entry.row().isPresent()).count();
        long both = entries.stream()
                .filter(entry -> entry.row().isPresent() && !entry.claims().isEmpty())
                .count();
        return record == 0
                ? ""
                : "; " + record + (record == 1 ? " is" : " are") + " in the official record, " + both
                        + " of these also in reports";
    }

    private static String date(Commitment entry) {
        return entry.date().isUnknown() ? "no date" : Phrases.date(entry.date());
    }

    private static String margin(int depth) {
        return "  ".repeat(Math.min(depth, MOST_DEPTH)) + (depth == 0 ? "" : "└ ");
    }

    /** The widths of the first two columns, so that amounts, including those of parts, are aligned on the right. */
    private static final class Widths {

        private int date = LEAST_DATE;
        private int amount = LEAST_AMOUNT;

        private void take(Commitment entry, Map<String, List<Commitment>> parts, int depth) {
            date = Math.max(date, Columns.width(margin(depth) + date(entry)));
            amount = Math.max(amount, Columns.width(Phrases.amount(entry.amount())));
            parts.getOrDefault(entry.id(), List.of()).forEach(part -> take(part, parts, depth + 1));
        }

        /** Returns the widths for one entry alone. */
        private static Widths of(Commitment entry) {
            Widths widths = new Widths();
            widths.take(entry, Map.of(), 0);
            return widths;
        }
    }

    private void print(
            StringBuilder page, Commitment entry, Map<String, List<Commitment>> parts, int depth, Widths widths) {
        StringJoiner line = new StringJoiner("  ");
        line.add(Columns.pad(margin(depth) + date(entry), widths.date));
        line.add(Columns.padLeft(Phrases.amount(entry.amount()), widths.amount));
        line.add(parties(entry));
        line.add(entry.stage().slug());
        entry.authority().ifPresent(line::add);
        if (entry.row().isEmpty()) {
            entry.ordinal().ifPresent(ordinal -> line.add(Phrases.rank(ordinal)));
        }
        entry.row().ifPresent(row -> line.add("record " + row.id()));
        if (!entry.claims().isEmpty()) {
            line.add(Phrases.count(entry.reports().size(), "report", "reports") + ", "
                    + Phrases.count(entry.outlets(), "outlet", "outlets") + ", "
                    + Phrases.count(entry.origins(), "origin", "origins"));
        }
        String flags = String.join(
                ", ",
                entry.flags().stream()
                        .filter(flag -> flag != Flag.ONE_OUTLET && flag != Flag.NO_DATE)
                        .map(Flag::slug)
                        .toList());
        String margin = margin(depth);
        String text = line + (flags.isEmpty() ? "" : "  ! " + flags) + standing(entry);
        page.append(entry.leaf() ? Columns.cut(text, width) : ink.bold(Columns.cut(text, width)))
                .append('\n');
        page.append(ink.dim(Columns.cut(
                        " ".repeat(margin.length()) + "  " + naming.getOrDefault(entry.id(), entry.id()), width)))
                .append('\n');
        parts.getOrDefault(entry.id(), List.of()).forEach(part -> print(page, part, parts, depth + 1, widths));
    }

    private static String standing(Commitment entry) {
        if (entry.standing() == Standing.BOOKED) {
            return "";
        }
        return "  " + entry.standing().slug() + ": "
                + String.join(
                        ", ",
                        entry.judgement().doubts().stream().map(Doubt::code).toList());
    }

    private String parties(Commitment entry) {
        return codes(entry.donors()) + " → " + codes(entry.recipients());
    }

    private String codes(List<String> codes) {
        if (codes.isEmpty()) {
            return "?";
        }
        if (codes.size() > MOST_CODES) {
            return names.nameOf(codes.getFirst()) + " and " + (codes.size() - 1) + " others";
        }
        return String.join(", ", codes.stream().map(names::nameOf).toList());
    }

    /** Returns the equations; broken ones with what would explain them. */
    public String equations(List<Equation> equations) {
        return new EquationPrinter(ink).print(equations);
    }

    /** Returns the contradictions, both sides with their words. */
    public String contradictions(List<Contradiction> contradictions) {
        StringBuilder page = new StringBuilder();
        for (Contradiction one : contradictions) {
            page.append(ink.bold(Character.toUpperCase(one.kind().slug().charAt(0))
                            + one.kind().slug().substring(1)))
                    .append("  ")
                    .append(Columns.oneLine(one.about()))
                    .append('\n');
            for (Contradiction.Side side : List.of(one.one(), one.two())) {
                page.append("    ").append(Columns.oneLine(sentence(side))).append('\n');
            }
            page.append(ink.dim("    The first is shown. Reason: " + one.rule() + "."))
                    .append('\n');
        }
        page.append(Phrases.count(contradictions.size(), "contradiction.\n", "contradictions.\n"));
        return page.toString();
    }

    private static String sentence(Contradiction.Side side) {
        String value = SUM.matcher(side.value()).matches() ? sum(side.value()) : side.value();
        String quote = side.quote().isEmpty() ? "" : "  \"" + side.quote() + "\"";
        if (side.reports().isEmpty()) {
            return value + quote;
        }
        int more = side.reports().size() - MOST_REPORTS;
        return value + quote + "  – "
                + Columns.names(side.reports().stream().limit(MOST_REPORTS).toList())
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** A sum as people write it. */
    private static String sum(String value) {
        int space = value.indexOf(' ');
        return Phrases.amount(
                StatedAmount.of(new BigDecimal(value.substring(0, space)), value.substring(space + 1), Bound.EXACTLY));
    }

    /** Returns an entry with every claim behind it, its words and its rule. */
    public String explained(Commitment entry, List<DecisionBook.Ruling> decisions) {
        StringBuilder page = new StringBuilder();
        print(page, entry, Map.of(), 0, Widths.of(entry));
        for (StageStep step : entry.stages()) {
            page.append("  ")
                    .append(Columns.pad(step.stage().slug(), 14))
                    .append(step.date().isUnknown() ? "no date" : Phrases.date(step.date()))
                    .append("  ")
                    .append(Columns.names(step.reports()))
                    .append('\n');
        }
        for (BillLife.Reached reached : BillLife.of(entry, List.of())) {
            page.append("  Step: ")
                    .append(Columns.pad(reached.step().slug(), 16))
                    .append(reached.date().isUnknown() ? "no date" : Phrases.date(reached.date()))
                    .append('\n');
        }
        entry.judgement()
                .doubts()
                .forEach(doubt -> page.append("  Doubt: ")
                        .append(Columns.oneLine(doubt.message()))
                        .append('\n'));
        for (Claim claim : entry.claims()) {
            page.append("  ")
                    .append(Columns.oneLine(claim.report() + " "
                            + claim.fact().evidence().span().start() + "-"
                            + claim.fact().evidence().span().end() + "  \""
                            + claim.fact().evidence().quote() + "\""))
                    .append(ink.dim("  " + claim.fact().rule() + ", "
                            + claim.fact().terms().stage().slug() + ", " + Columns.oneLine(claim.outlet())))
                    .append('\n');
            cells(page, claim);
        }
        entry.row()
                .ifPresent(row -> page.append("  The official record has it as ")
                        .append(row.id())
                        .append(" of ")
                        .append(row.date())
                        .append(" (")
                        .append(row.place())
                        .append(row.source().isEmpty() ? "" : ", " + row.source())
                        .append(").\n"));
        decided(page, entry, decisions);
        if (entry.claims().isEmpty() && entry.row().isEmpty()) {
            page.append("  computed from the package and its known parts; no report states it\n");
        }
        return page.toString();
    }

    /** Each cell with the words that give it, or with what it rests on if there are none. */
    private void cells(StringBuilder page, Claim claim) {
        for (CellWords.Named named : CellWords.of(claim.fact().cells())) {
            for (Cell cell : named.cells()) {
                page.append("      ")
                        .append(Columns.pad(named.name(), 12))
                        .append(cell.evidence()
                                .map(words -> "\"" + Columns.oneLine(words.quote()) + "\"")
                                .orElse("no words"))
                        .append(ink.dim("  " + cell.basis().slug()))
                        .append('\n');
            }
        }
    }

    private void decided(StringBuilder page, Commitment entry, List<DecisionBook.Ruling> decisions) {
        entry.review()
                .corrected()
                .forEach((field, decision) -> page.append("  A person set the cell ")
                        .append(field.slug())
                        .append(ink.dim("  " + decision))
                        .append('\n'));
        entry.reviewed()
                .filter(state -> state == Review.State.ACCEPTED)
                .ifPresent(state -> page.append("  A person accepted it as it is shown.\n"));
        DecisionPrinter printer = new DecisionPrinter(ink);
        decisions.forEach(decision -> page.append(printer.decision(decision, "  ")));
    }
}
