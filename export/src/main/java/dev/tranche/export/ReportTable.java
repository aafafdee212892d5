package dev.tranche.export;

import dev.tranche.dating.Publication;

/** The table of reports: one row for each report behind what is exported, or of the list that a page shows. */
final class ReportTable {

    private ReportTable() {}

    static Table<Beside.Shown> of(Exported book) {
        return Table.<Beside.Shown>of("reports", "One row for each report.")
                .text("report", "Key of the report.", shown -> shown.line().key())
                .maybe("outlet", "Who published it.", shown -> shown.line().outlet())
                .text(
                        "title",
                        "Headline, or its first words.",
                        shown -> shown.line().title())
                .day(
                        "published_from",
                        "First day on which it may have been published.",
                        shown -> shown.line().published().date().from())
                .day(
                        "published_to",
                        "Last such day.",
                        shown -> shown.line().published().date().to())
                .text(
                        "published_basis",
                        "How that is known.",
                        shown -> basis(shown.line().published()))
                .maybe(
                        "address",
                        "Where it was published.",
                        shown -> shown.line().address())
                .count(
                        "sums",
                        "How many sums were read in it.",
                        shown -> shown.line().facts())
                .count(
                        "entries",
                        "How many entries of the ledger rest on it.",
                        shown -> book.entriesOf(shown.line().key()))
                .truth("withdrawn", "Was it withdrawn?", shown -> shown.line().withdrawn())
                .maybe("passage", "The words that a search found; empty otherwise.", Beside.Shown::passage)
                .rows(book::shown);
    }

    private static String basis(Publication published) {
        return published.basis().slug();
    }
}
