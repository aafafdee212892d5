package dev.tranche.export;

import dev.tranche.view.GiftIndex;
import java.util.List;

/** The table of assistance for which reports state no sum: one row for each that people added. */
final class GiftTable {

    static final String NAME = "gifts";

    private GiftTable() {}

    static Table<GiftIndex.Line> of(Exported book, List<GiftIndex.Line> gifts) {
        return Table.<GiftIndex.Line>of(NAME, "One row for each assistance without a sum that people added.")
                .day(
                        "from",
                        "First day on which it may be announced or given.",
                        line -> line.days().from())
                .day("to", "Last day.", line -> line.days().to())
                .text(
                        "donor",
                        "Codes of who gives.",
                        line -> EntryTable.join(line.gift().donors()))
                .text(
                        "donor_name",
                        "Names of who gives.",
                        line -> names(book, line.gift().donors()))
                .text(
                        "recipient",
                        "Codes of who receives.",
                        line -> EntryTable.join(line.gift().recipients()))
                .text(
                        "recipient_name",
                        "Names of who receives.",
                        line -> names(book, line.gift().recipients()))
                .text("what", "What is given.", line -> line.gift().what())
                .text("type", "Type of assistance.", line -> line.gift().type().slug())
                .text("stage", "Stage.", line -> line.gift().stage().slug())
                .text(
                        "quote",
                        "Words of the report.",
                        line -> line.gift().evidence().quote())
                .text("report", "Key of the report.", line -> line.report().key())
                .maybe("outlet", "Who published it.", line -> line.report().outlet())
                .text("title", "Title of the report.", line -> line.report().title())
                .rows(gifts::stream);
    }

    private static String names(Exported book, List<String> codes) {
        return EntryTable.join(codes.stream().map(book::nameOf).toList());
    }
}
