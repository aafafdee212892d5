package dev.tranche.print;

import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.audit.How;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Prints the equations of an audit for people: one line each, and sentences below those that do not hold. */
final class EquationPrinter {

    private static final int MOST_EXPLANATIONS = 4;
    private static final int MOST_ENTRIES = 12;
    private static final String MARGIN = "        ";

    private final Ink ink;

    EquationPrinter(Ink ink) {
        this.ink = ink;
    }

    String print(List<Equation> equations) {
        StringBuilder page = new StringBuilder();
        int holding = 0;
        for (Equation equation : equations) {
            holding += equation.holds() ? 1 : 0;
            String line = line(equation);
            page.append(equation.holds() ? line : ink.red(line)).append('\n');
            if (!equation.holds()) {
                explain(page, equation);
            }
        }
        page.append(holding)
                .append(" of ")
                .append(equations.size())
                .append(equations.size() == 1 ? " equation holds" : " equations hold")
                .append(" within rounding; those that do not are marked ✗.\n");
        return page.toString();
    }

    private static String line(Equation equation) {
        boolean isCap = equation.kind() == Equation.Kind.CAP;
        String span = equation.from().map(LocalDate::toString).orElse("?") + " – "
                + LedgerJson.known(equation.to()).map(LocalDate::toString).orElse("?");
        return (equation.holds() ? "✓ " : "✗ ") + Columns.pad(equation.kind().slug(), 8) + Columns.pad(span, 25)
                + (isCap ? "allowed " : "stated  ") + Columns.padLeft(figure(equation.stated(), equation), 13)
                + (isCap ? "  drawn   " : "  entries ") + Columns.padLeft(figure(equation.predicted(), equation), 16)
                + (isCap ? "  left " : "  rest ") + Columns.padLeft(signed(equation), 15) + "  "
                + Columns.oneLine(equation.subject());
    }

    private void explain(StringBuilder page, Equation equation) {
        Map<Integer, List<Explanation>> alternatives = new TreeMap<>();
        equation.explanations()
                .forEach(one -> alternatives
                        .computeIfAbsent(one.alternative(), key -> new ArrayList<>())
                        .add(one));
        page.append(MARGIN).append(difference(equation)).append('\n');
        alternatives.values().stream()
                .limit(MOST_EXPLANATIONS)
                .forEach(list -> page.append(MARGIN)
                        .append(ink.yellow(Columns.oneLine(sentence(list, equation))))
                        .append('\n'));
        if (alternatives.isEmpty() && equation.kind() != Equation.Kind.ORDINAL) {
            page.append(MARGIN).append(ink.yellow("Nothing known explains it.")).append('\n');
        }
    }

    private static String difference(Equation equation) {
        boolean more = equation.residual().signum() > 0;
        String size = figure(equation.residual().abs(), equation);
        return switch (equation.kind()) {
            case ORDINAL -> more ? "No entry is known for " + size + " of them." : "There are " + size + " too many.";
            case CAP -> size + " more was drawn than allowed.";
            case TOTAL, BALANCE, SUM ->
                "Stated is " + size + (more ? " more" : " less") + " than the entries give. It could be explained by:";
        };
    }

    private static String sentence(List<Explanation> list, Equation equation) {
        Explanation first = list.getFirst();
        String cause = switch (first.how()) {
            case MISSING -> "a missing entry";
            case DOUBLED -> "an entry that is there twice";
            case WRONG_BASE -> "another base";
            case WRONG_AUTHORITY -> "the authority";
            case PART_WITH_WHOLE -> "a part and its whole";
            case ROUNDING -> "rounding";
        };
        StringJoiner who = new StringJoiner(", ");
        list.stream()
                .limit(MOST_ENTRIES)
                .forEach(one -> who.add(
                        one.entry().map(id -> id + " ").orElse("") + figure(one.amount(), equation.currency())));
        if (list.size() > MOST_ENTRIES) {
            who.add("and " + (list.size() - MOST_ENTRIES) + " more");
        }
        String words = first.words().isEmpty() ? "" : ": " + first.words();
        boolean sizeOnly = first.how() == How.MISSING && first.entry().isEmpty();
        return "- " + cause + (sizeOnly ? " of " + who : " (" + who + ")") + words + ".";
    }

    private static String signed(Equation equation) {
        BigDecimal value = equation.residual();
        return (value.signum() > 0 ? "+" : "") + figure(value, equation);
    }

    private static String figure(BigDecimal value, Equation equation) {
        return equation.kind() == Equation.Kind.ORDINAL
                ? (value.signum() < 0 ? "−" : "") + value.abs().toPlainString()
                : figure(value, equation.unit());
    }

    private static String figure(BigDecimal value, Optional<String> currency) {
        return (value.signum() < 0 ? "−" : "") + Phrases.figure(value.abs(), currency);
    }
}
