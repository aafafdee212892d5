package dev.tranche.export;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.ledger.Commitment;
import dev.tranche.mention.StatedAmount;
import dev.tranche.record.RecordRow;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Span;
import dev.tranche.view.ReportLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of sources: one row for each place in a report, or row of a record, behind an entry. */
final class SourceTable {

    private final Exported book;

    private SourceTable(Exported book) {
        this.book = book;
    }

    /**
     * One source of an entry.
     *
     * @param entry the entry
     * @param claim the claim of a report; empty for a row of the record
     * @param row the row of the record; empty for a report
     * @param report the report, if it is in the book
     */
    record Source(Commitment entry, Optional<Claim> claim, Optional<RecordRow> row, Optional<ReportLine> report) {}

    static Table<Source> of(Exported book) {
        return new SourceTable(book).table();
    }

    private Table<Source> table() {
        Table.Builder<Source> table = Table.of(
                "sources", "One row for each place in a report, or row of an official record, behind an entry.");
        table.text("entry", "Id of the entry.", source -> source.entry().id())
                .text(
                        "entry_short",
                        "Its short name.",
                        source -> book.shortName(source.entry().id()))
                .text("source", "report or record.", source -> source.claim().isPresent() ? "report" : "record")
                .maybe(
                        "report",
                        "Key of the report, or name of the row.",
                        source -> source.claim()
                                .map(Claim::report)
                                .or(() -> source.row().map(RecordRow::id)))
                .maybe("outlet", "Who published it.", source -> source.claim().map(Claim::outlet))
                .maybe("title", "Headline.", source -> source.report().map(ReportLine::title))
                .day(
                        "published_from",
                        "First day on which it may have been published.",
                        source -> published(source).from())
                .day(
                        "published_to",
                        "Last such day.",
                        source -> published(source).to())
                .maybe(
                        "published_basis",
                        "How that is known.",
                        source -> source.report()
                                .map(ReportLine::published)
                                .map(Publication::basis)
                                .map(Publication.Basis::slug))
                .maybe(
                        "address",
                        "Where it was published.",
                        source -> source.report()
                                .flatMap(ReportLine::address)
                                .or(() -> source.row().map(RecordRow::source)))
                .maybe(
                        "quote",
                        "The words.",
                        source -> source.claim()
                                .map(claim -> claim.fact().evidence().quote()))
                .maybeCount(
                        "start",
                        "First character of the words in the report's text, from 0.",
                        source -> place(source, Span::start))
                .maybeCount("end", "The character after the last.", source -> place(source, Span::end));
        addTerms(table);
        return table.rows(() -> book.entries().flatMap(this::sources));
    }

    private void addTerms(Table.Builder<Source> table) {
        table.text(
                        "stage",
                        "The stage reported.",
                        source -> source.claim()
                                .map(claim -> claim.fact().terms().stage())
                                .orElseGet(() -> source.row().orElseThrow().stage())
                                .slug())
                .maybeNumber(
                        "amount",
                        "The sum reported.",
                        source -> source.claim()
                                .map(SourceTable::amount)
                                .map(StatedAmount::value)
                                .or(() -> source.row().map(RecordRow::amount)))
                .maybeNumber(
                        "amount_max",
                        "Upper end of a reported range.",
                        source -> source.claim().map(SourceTable::amount).flatMap(StatedAmount::upper))
                .maybe(
                        "currency",
                        "ISO 4217 code.",
                        source -> source.claim()
                                .map(SourceTable::amount)
                                .map(StatedAmount::currency)
                                .or(() -> source.row().map(RecordRow::currency)))
                .maybe(
                        "bound",
                        "How exactly it is stated.",
                        source -> source.claim()
                                .map(claim -> amount(claim).bound().slug()))
                .text("donor", "Codes of the donors reported.", source -> EntryTable.join(donors(source)))
                .text("donor_name", "Their names.", source -> book.namesOf(donors(source)))
                .text("recipient", "Codes of the recipients reported.", source -> EntryTable.join(recipients(source)))
                .text("recipient_name", "Their names.", source -> book.namesOf(recipients(source)))
                .maybe(
                        "type",
                        "Type of assistance reported.",
                        source -> source.claim()
                                .map(claim -> claim.fact().terms().type().slug()))
                .maybe(
                        "authority",
                        "Authority reported.",
                        source -> source.claim()
                                .flatMap(claim -> claim.fact().terms().authority())
                                .or(() -> source.row().map(RecordRow::authority)))
                .day(
                        "from",
                        "First day on which it is said to have happened.",
                        source -> said(source, StatedDate::from))
                .day("to", "Last such day.", source -> said(source, StatedDate::to))
                .maybe(
                        "rule",
                        "The rule that read it.",
                        source ->
                                source.claim().map(claim -> claim.fact().rule().value()))
                .truth(
                        "added",
                        "Did a person add it?",
                        source -> source.claim().map(Claim::isAdded).orElse(false));
    }

    private Stream<Source> sources(Commitment entry) {
        Stream<Source> told = entry.claims().stream()
                .map(claim -> new Source(entry, Optional.of(claim), Optional.empty(), book.report(claim.report())));
        Stream<Source> recorded = entry.row().stream()
                .map(row -> new Source(entry, Optional.empty(), Optional.of(row), Optional.empty()));
        return Stream.concat(recorded, told);
    }

    private static List<String> donors(Source source) {
        return source.claim()
                .map(claim -> claim.fact().terms().donors())
                .orElseGet(() -> List.of(source.row().orElseThrow().donor()));
    }

    private static List<String> recipients(Source source) {
        return source.claim()
                .map(claim -> claim.fact().terms().recipients())
                .orElseGet(() -> source.row().orElseThrow().recipients());
    }

    private static StatedAmount amount(Claim claim) {
        return claim.fact().terms().amount();
    }

    private static StatedDate published(Source source) {
        return source.claim().map(Claim::published).orElse(StatedDate.UNKNOWN);
    }

    private static Optional<LocalDate> said(Source source, Function<StatedDate, Optional<LocalDate>> end) {
        return source.claim().isPresent()
                ? end.apply(source.claim().get().said())
                : source.row().map(RecordRow::date);
    }

    private static OptionalInt place(Source source, Function<Span, Integer> end) {
        return source.claim().isPresent()
                ? OptionalInt.of(
                        end.apply(source.claim().get().fact().evidence().span()))
                : OptionalInt.empty();
    }
}
