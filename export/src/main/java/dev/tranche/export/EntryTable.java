package dev.tranche.export;

import dev.tranche.fact.FactItem;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Review;
import dev.tranche.ledger.SourceClass;
import dev.tranche.ledger.StageStep;
import dev.tranche.record.RecordRow;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import dev.tranche.view.ReportLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of entries: one row for each commitment. */
final class EntryTable {

    static final String NAME = "entries";

    private EntryTable() {}

    static Table<Commitment> of(Exported book) {
        Table.Builder<Commitment> table =
                Table.of(NAME, "One row for each commitment, however many reports mention it.");
        table.text("id", "Permanent name of the entry.", Commitment::id)
                .text("short", "Short name, as the pages show it.", entry -> book.shortName(entry.id()))
                .text(
                        "kind",
                        "commitment, or bill while the money is requested or voted.",
                        entry -> entry.kind().slug())
                .text(
                        "standing",
                        "booked, doubtful or refused.",
                        entry -> entry.standing().slug())
                .truth(
                        "counted",
                        "Is it part of the sums of what was promised or given? Add up only these rows.",
                        Commitment::counted)
                .truth("adds", "Is it part of the sum of its own stage?", Commitment::adds)
                .text("donor", "Codes of the donors.", entry -> join(entry.donors()))
                .text("donor_name", "Names of the donors.", entry -> book.namesOf(entry.donors()))
                .text("recipient", "Codes of the recipients.", entry -> join(entry.recipients()))
                .text("recipient_name", "Names of the recipients.", entry -> book.namesOf(entry.recipients()))
                .number(
                        "amount",
                        "Sum in whole units of the currency; of a range its lower end.",
                        entry -> entry.amount().value())
                .maybeNumber(
                        "amount_max",
                        "Upper end of a range.",
                        entry -> entry.amount().upper())
                .text("currency", "ISO 4217 code.", entry -> entry.amount().currency())
                .text(
                        "bound",
                        "exactly, about, at_least or at_most.",
                        entry -> entry.amount().bound().slug())
                .text(
                        "type",
                        "military, financial, humanitarian, mixed or unknown.",
                        entry -> entry.type().slug())
                .maybe("authority", "Code of the law or programme.", Commitment::authority)
                .text(
                        "stage",
                        "requested, planned, announced, appropriated, delivered or blocked.",
                        entry -> entry.stage().slug());
        addPlace(table);
        addTrust(table);
        addFirstWords(table, book);
        return table.rows(book::entries);
    }

    private static void addPlace(Table.Builder<Commitment> table) {
        table.day(
                        "from",
                        "First day on which it may have been announced.",
                        entry -> entry.date().from())
                .day("to", "Last such day.", entry -> entry.date().to())
                .text("stages", "Each stage reported, with its days.", EntryTable::stages)
                .maybe("parent", "Id of the package that it is a part of.", Commitment::parent)
                .truth("leaf", "Is it without parts of its own?", Commitment::leaf)
                .maybeCount("ordinal", "Its number in a series.", Commitment::ordinal)
                .text(
                        "items",
                        "Equipment named, with quantities.",
                        entry -> entry.items().stream().map(EntryTable::item).collect(Collectors.joining("|")));
    }

    private static void addTrust(Table.Builder<Commitment> table) {
        table.count(
                        "reports",
                        "How many reports mention it.",
                        entry -> entry.reports().size())
                .count("outlets", "How many outlets.", Commitment::outlets)
                .count("origins", "How many different texts: copies count once.", Commitment::origins)
                .text(
                        "sources",
                        "record, report or computed.",
                        entry -> entry.sources().stream().map(SourceClass::slug).collect(Collectors.joining("|")))
                .text(
                        "flags",
                        "What to know before trusting it.",
                        entry -> entry.flags().stream().map(Flag::slug).collect(Collectors.joining("|")))
                .text(
                        "doubts",
                        "Codes of its doubts.",
                        entry -> entry.judgement().doubts().stream()
                                .map(Doubt::code)
                                .collect(Collectors.joining("|")))
                .text(
                        "doubt_words",
                        "The doubts in words.",
                        entry -> entry.judgement().doubts().stream()
                                .map(Doubt::message)
                                .collect(Collectors.joining(" ")))
                .maybe(
                        "reviewed",
                        "accepted or corrected by a person.",
                        entry -> entry.reviewed().map(Review.State::slug))
                .text(
                        "corrected",
                        "Cells that a person set.",
                        entry -> entry.review().corrected().keySet().stream()
                                .map(Field::slug)
                                .collect(Collectors.joining("|")))
                .maybe(
                        "record_row",
                        "Name of its row in the official record.",
                        entry -> entry.row().map(RecordRow::id))
                .maybe(
                        "record_source",
                        "Where that row comes from.",
                        entry -> entry.row().map(RecordRow::source));
    }

    private static void addFirstWords(Table.Builder<Commitment> table, Exported book) {
        table.maybe(
                        "quote",
                        "The words of the first report; the sheet of sources has all.",
                        entry -> first(entry, claim -> claim.fact().evidence().quote()))
                .maybe("outlet", "Who published that report.", entry -> first(entry, Claim::outlet))
                .maybe("title", "Its headline.", entry -> report(entry, book).map(ReportLine::title))
                .maybe(
                        "address",
                        "Where it was published.",
                        entry -> report(entry, book).flatMap(ReportLine::address));
    }

    private static Optional<String> first(Commitment entry, Function<Claim, String> what) {
        return entry.claims().stream().findFirst().map(what);
    }

    private static Optional<ReportLine> report(Commitment entry, Exported book) {
        return entry.claims().stream().findFirst().flatMap(claim -> book.report(claim.report()));
    }

    private static String stages(Commitment entry) {
        return entry.stages().stream().map(EntryTable::stage).collect(Collectors.joining("|"));
    }

    private static String stage(StageStep step) {
        return step.date().isUnknown()
                ? step.stage().slug()
                : step.stage().slug() + " " + step.date().edtf();
    }

    private static String item(FactItem item) {
        return item.quantity().isPresent() ? item.quantity().getAsInt() + " " + item.name() : item.name();
    }

    static String join(List<String> codes) {
        return String.join("|", codes);
    }
}
