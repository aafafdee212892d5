package dev.tranche.export;

import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of what the book says about itself: the audit, contradictions and decisions. */
final class TrustTables {

    private TrustTables() {}

    static Table<Equation> audit(Exported book) {
        return Table.<Equation>of("audit", "One row for each stated figure beside what the entries give.")
                .text(
                        "equation",
                        "total, ordinal, balance, cap or sum.",
                        equation -> equation.kind().slug())
                .text("subject", "What it is about.", Equation::subject)
                .day("from", "First day of the span.", Equation::from)
                .day("to", "Last day of the span.", equation -> known(equation.to()))
                .maybe("currency", "Code of the currency of the figures; empty for counts.", Equation::unit)
                .number("stated", "The figure stated.", Equation::stated)
                .number("predicted", "The figure that the entries give.", Equation::predicted)
                .number("residual", "Stated less predicted.", Equation::residual)
                .number("rounding", "The most that rounding may account for.", Equation::rounding)
                .truth("holds", "Does it hold within rounding?", Equation::holds)
                .text(
                        "explained_by",
                        "What would explain the residual: how, the entry, the sum.",
                        equation -> equation.explanations().stream()
                                .map(one -> explanation(one, equation.currency()))
                                .collect(Collectors.joining("|")))
                .text("entry_ids", "Ids of the entries added up.", equation -> EntryTable.join(equation.entries()))
                .text(
                        "evidence",
                        "Where the stated figures are found.",
                        equation -> EntryTable.join(equation.evidence()))
                .rows(book::audit);
    }

    private static String explanation(Explanation one, Optional<String> currency) {
        return one.how().slug() + " " + one.entry().orElse("?") + " "
                + one.amount().toPlainString()
                + currency.map(code -> " " + code).orElse("");
    }

    /** An open span ends at the end of time. */
    static Optional<LocalDate> known(LocalDate day) {
        return Optional.of(day).filter(one -> !one.equals(LocalDate.MAX));
    }

    static Table<Contradiction> contradictions(Exported book) {
        return Table.<Contradiction>of(
                        "contradictions", "One row for each pair of statements that cannot both be right.")
                .text("type", "Kind of difference.", one -> one.kind().slug())
                .text("about", "Id of the entry, or words for a total.", Contradiction::about)
                .text("shown", "What the ledger shows.", one -> one.one().value())
                .text("shown_quote", "Words of it.", one -> one.one().quote())
                .text(
                        "shown_reports",
                        "Reports that say so.",
                        one -> EntryTable.join(one.one().reports()))
                .text("other", "What others say.", one -> one.two().value())
                .text("other_quote", "Words of it.", one -> one.two().quote())
                .text(
                        "other_reports",
                        "Reports that say so.",
                        one -> EntryTable.join(one.two().reports()))
                .text("rule", "Why the first is shown.", Contradiction::rule)
                .rows(book::contradictions);
    }

    static Table<DecisionBook.Ruling> decisions(Exported book) {
        return Table.<DecisionBook.Ruling>of("decisions", "One row for each decision of a person.")
                .text("id", "Permanent name.", one -> one.decision().id())
                .day(
                        "day",
                        "When, in UTC.",
                        one -> Optional.of(
                                one.decision().at().atZone(ZoneOffset.UTC).toLocalDate()))
                .text(
                        "time",
                        "The same with its time.",
                        one -> one.decision().at().toString())
                .text("author", "Who.", one -> one.decision().author())
                .text(
                        "action",
                        "What kind of decision.",
                        one -> one.decision().action().slug())
                .text("summary", "What it does.", one -> one.decision().summary())
                .text("reason", "Why.", one -> one.decision().reason())
                .maybe("undone_by", "Id of the decision that undoes it.", DecisionBook.Ruling::undoneBy)
                .truth("active", "Does it count?", DecisionBook.Ruling::isActive)
                .truth("dangling", "Does it count, with nothing left that it refers to?", DecisionBook.Ruling::dangling)
                .text("entry_ids", "Ids of the entries concerned.", one -> EntryTable.join(one.entries()))
                .text("report_ids", "Keys of the reports concerned.", one -> EntryTable.join(one.reports()))
                .rows(book::decisions);
    }
}
