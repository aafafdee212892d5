package dev.tranche.export;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The table of what second readers propose: one row for each cell. */
final class ProposalTable {

    static final String NAME = "proposals";

    private ProposalTable() {}

    static Table<Proposed> of(Exported book, List<Proposed> proposals) {
        return Table.<Proposed>of(NAME, "One row for each cell for which a second reader proposes another value.")
                .text("id", "Name of the question that was asked.", Proposed::id)
                .text("entry", "Id of the entry.", Proposed::entry)
                .text("entry_short", "Its short name, as the pages show it.", one -> book.shortName(one.entry()))
                .text("cell", "donor, recipient, type or stage.", Proposed::cell)
                .text("before", "Code that the cell shows; empty for nothing.", Proposed::before)
                .text("value", "Code proposed.", Proposed::value)
                .text("value_name", "Name of the value proposed.", Proposed::valueName)
                .text("words", "Words of the report that give the value.", Proposed::words)
                .text("quote", "Words of the report that carry the sum.", Proposed::quote)
                .text("report", "Key of the report.", Proposed::report)
                .text("model", "Model that answered.", Proposed::model)
                .count("prompt", "Version of the prompt.", Proposed::prompt)
                .day(
                        "day",
                        "When it answered, in UTC.",
                        one -> Optional.of(one.at().atZone(ZoneOffset.UTC).toLocalDate()))
                .text("time", "The same with its time.", one -> one.at().toString())
                .rows(proposals::stream);
    }
}
