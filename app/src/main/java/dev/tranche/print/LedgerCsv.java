package dev.tranche.print;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.SourceClass;
import dev.tranche.record.RecordRow;
import java.time.LocalDate;
import java.util.List;

/** Writes entries, equations and contradictions as RFC 4180 tables with a header row; {@code |} separates values. */
public final class LedgerCsv {

    private LedgerCsv() {}

    /** Returns the table of entries. */
    public static String entries(List<Commitment> entries) {
        CsvTable csv = new CsvTable();
        csv.row(
                "id",
                "donor",
                "recipient",
                "amount",
                "amount_max",
                "currency",
                "bound",
                "type",
                "authority",
                "stage",
                "from",
                "to",
                "parent",
                "leaf",
                "ordinal",
                "outlets",
                "origins",
                "flags",
                "reports",
                "sources",
                "record",
                "kind",
                "standing",
                "counted",
                "doubts");
        for (Commitment entry : entries) {
            csv.row(
                    entry.id(),
                    String.join("|", entry.donors()),
                    String.join("|", entry.recipients()),
                    entry.amount().value().toPlainString(),
                    entry.amount().upper().map(value -> value.toPlainString()).orElse(""),
                    entry.amount().currency(),
                    entry.amount().bound().slug(),
                    entry.type().slug(),
                    entry.authority().orElse(""),
                    entry.stage().slug(),
                    entry.date().from().map(LocalDate::toString).orElse(""),
                    entry.date().to().map(LocalDate::toString).orElse(""),
                    entry.parent().orElse(""),
                    Boolean.toString(entry.leaf()),
                    entry.ordinal().isPresent()
                            ? Integer.toString(entry.ordinal().getAsInt())
                            : "",
                    Integer.toString(entry.outlets()),
                    Integer.toString(entry.origins()),
                    String.join("|", entry.flags().stream().map(Flag::slug).toList()),
                    String.join("|", entry.reports()),
                    String.join(
                            "|", entry.sources().stream().map(SourceClass::slug).toList()),
                    entry.row().map(RecordRow::id).orElse(""),
                    entry.kind().slug(),
                    entry.standing().slug(),
                    Boolean.toString(entry.counted()),
                    String.join(
                            "|",
                            entry.judgement().doubts().stream().map(Doubt::code).toList()));
        }
        return csv.toString();
    }

    /** Returns the table of equations. */
    public static String equations(List<Equation> equations) {
        CsvTable csv = new CsvTable();
        csv.row(
                "equation",
                "subject",
                "from",
                "to",
                "currency",
                "stated",
                "predicted",
                "residual",
                "rounding",
                "holds",
                "explained_by");
        for (Equation equation : equations) {
            csv.row(
                    equation.kind().slug(),
                    equation.subject(),
                    equation.from().map(LocalDate::toString).orElse(""),
                    LedgerJson.known(equation.to()).map(LocalDate::toString).orElse(""),
                    equation.unit().orElse(""),
                    equation.stated().toPlainString(),
                    equation.predicted().toPlainString(),
                    equation.residual().toPlainString(),
                    equation.rounding().toPlainString(),
                    Boolean.toString(equation.holds()),
                    String.join(
                            "|",
                            equation.explanations().stream()
                                    .map(one -> one.how().slug() + " "
                                            + one.entry().orElse("?") + " "
                                            + one.amount().toPlainString()
                                            + equation.currency()
                                                    .map(code -> " " + code)
                                                    .orElse(""))
                                    .toList()));
        }
        return csv.toString();
    }

    /** Returns the table of contradictions. */
    public static String contradictions(List<Contradiction> contradictions) {
        CsvTable csv = new CsvTable();
        csv.row(
                "type",
                "about",
                "shown",
                "shown_quote",
                "shown_reports",
                "other",
                "other_quote",
                "other_reports",
                "rule");
        for (Contradiction one : contradictions) {
            csv.row(
                    one.kind().slug(),
                    one.about(),
                    one.one().value(),
                    one.one().quote(),
                    String.join("|", one.one().reports()),
                    one.two().value(),
                    one.two().quote(),
                    String.join("|", one.two().reports()),
                    one.rule());
        }
        return csv.toString();
    }
}
