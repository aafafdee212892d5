package dev.tranche.export;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.StageStep;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of CRS++: the columns of the reporting form in their order, then those that only the ledger has. */
final class CrsTable {

    /** "Other flows", the only type of flow in the list that is neither ODA nor counted as development finance. */
    private static final String OTHER_FLOWS = "50";

    private static final String ODA = "10";

    private static final String BILATERAL = "1";
    private static final String MULTILATERAL_OUTFLOWS = "4";

    /** The form allows titles of 150 characters and descriptions of 4,000. */
    private static final int LONGEST_TITLE = 150;

    private static final int LONGEST_DESCRIPTION = 4_000;

    /** Sums are reported in thousands. */
    private static final int THOUSANDS = 3;

    private static final CrsCodes CODES = CrsCodes.standard();

    private CrsTable() {}

    static Table<Commitment> of(Exported book) {
        Table.Builder<Commitment> table =
                Table.of("crs", "One row for each entry that counts as promised or given, in the columns of CRS++.");
        addIdentity(table);
        addKind(table, book);
        empty(table, POLICY_MARKERS);
        addSums(table);
        addLedger(table, book);
        return table.rows(() -> book.entries().filter(Commitment::counted));
    }

    private static void addIdentity(Table.Builder<Commitment> table) {
        table.maybe("Reporting year", "Year of the commitment, where the reports give one.", CrsTable::year)
                .maybe("Reporting country / organisation", "DAC code of the donor.", CrsTable::donor);
        table.maybe(
                        "Extending agency",
                        "Code of the agency within the donor, where the words name one as giving.",
                        CrsTable::agency)
                .text("CRS identification number", "Permanent name of the entry.", Commitment::id);
        empty(table, List.of("Donor project number", "Nature of submission"));
        table.maybe("Recipient", "DAC code of the recipient.", CrsTable::recipient);
        empty(table, List.of("Channel of delivery name", "Channel code"));
    }

    private static void addKind(Table.Builder<Commitment> table, Exported book) {
        table.maybe("Bi/Multi", "1 for a state, 4 for a multilateral body.", entry -> multi(entry, book))
                .maybe("Type of flow", "10 for ODA, 50 for what is not; empty where undecided.", CrsTable::flow)
                .maybe(
                        "Type of finance",
                        "110 grant, 421 loan, 1100 guarantee, where the words say so.",
                        entry -> CODES.byWords(CrsCodes.Column.FINANCE, entry.type(), words(entry)))
                .maybe(
                        "Type of aid",
                        "Code of the list, where the words say so.",
                        entry -> CODES.byWords(CrsCodes.Column.AID, entry.type(), words(entry)))
                .text(
                        "Short description / Project title",
                        "What it is in one line.",
                        entry -> Characters.cut(Phrase.title(entry, book), LONGEST_TITLE))
                .maybe(
                        "Sector / Purpose code",
                        "Sector or purpose, where type and words decide it.",
                        entry -> CODES.byWords(CrsCodes.Column.PURPOSE, entry.type(), words(entry)));
        empty(table, List.of("Geographical target area", "Expected starting date", "Expected completion date"));
        table.text(
                "Description",
                "The words of the reports.",
                entry -> Characters.cut(String.join(" | ", quotes(entry)), LONGEST_DESCRIPTION));
    }

    private static final List<String> POLICY_MARKERS = List.of(
            "Gender equality",
            "Aid to environment",
            "PD/GG",
            "Trade development",
            "FTC",
            "PBA",
            "Investment project",
            "AF",
            "Biodiversity",
            "Climate change - mitigation",
            "Climate change - adaptation",
            "Desertification");

    private static void addSums(Table.Builder<Commitment> table) {
        table.text("Currency", "ISO 4217 code.", entry -> entry.amount().currency())
                .number("Commitments", "In thousands; of a range its lower end.", CrsTable::thousands)
                .maybeNumber(
                        "Amounts extended",
                        "In thousands, where it was delivered.",
                        entry -> entry.stage() == Stage.DELIVERED ? Optional.of(thousands(entry)) : Optional.empty());
        empty(
                table,
                List.of(
                        "Amounts received",
                        "Amount untied",
                        "Amount partially untied",
                        "Amount tied",
                        "Amount of IRTC",
                        "Amount of experts - commitments",
                        "Amount of experts - extended",
                        "Amount of export credit"));
        table.day("Commitment date", "Where the reports give one day.", entry -> oneDay(committed(entry)));
    }

    private static void addLedger(Table.Builder<Commitment> table, Exported book) {
        table.text("Donor name", "Names of the donors.", entry -> book.namesOf(entry.donors()))
                .text("Recipient name", "Names of the recipients.", entry -> book.namesOf(entry.recipients()))
                .text(
                        "Ledger type",
                        "military, financial, humanitarian, mixed or unknown.",
                        entry -> entry.type().slug())
                .text(
                        "Ledger stage",
                        "announced or delivered.",
                        entry -> entry.stage().slug())
                .text(
                        "Parties without code",
                        "Codes of the ledger for which the lists have none.",
                        entry -> EntryTable.join(withoutCode(entry)))
                .text("Notes", "What to know of this row.", CrsTable::notes);
    }

    /** Adds columns of the form that are unknown to the ledger. */
    private static void empty(Table.Builder<Commitment> table, List<String> columns) {
        for (String column : columns) {
            table.maybe(column, "Not known to the ledger; always empty.", entry -> Optional.empty());
        }
    }

    /**
     * Returns the parties of a row for which the lists have no code; with several donors or recipients, each is looked
     * up.
     */
    static List<String> withoutCode(Commitment entry) {
        return Stream.concat(without(entry.donors(), CODES::donor), without(entry.recipients(), CODES::recipient))
                .distinct()
                .toList();
    }

    private static Stream<String> without(List<String> parties, Function<String, Optional<String>> code) {
        return parties.stream().filter(party -> code.apply(party).isEmpty());
    }

    private static Optional<String> donor(Commitment entry) {
        return only(entry.donors()).flatMap(CODES::donor);
    }

    private static Optional<String> agency(Commitment entry) {
        Set<String> given = quotes(entry);
        Set<String> announced = new LinkedHashSet<>();
        for (Claim claim : entry.claims()) {
            addQuotes(claim.fact().cells().donor(), given);
            addQuotes(claim.fact().cells().announcer(), announced);
            if (claim.fact() instanceof Fact.Aid aid) {
                aid.announcer().ifPresent(who -> announced.add(who.shown()));
            }
        }
        return only(entry.donors()).flatMap(donor -> CODES.agency(donor, given, announced));
    }

    private static void addQuotes(List<Cell> cells, Set<String> to) {
        cells.stream().flatMap(cell -> cell.evidence().stream()).forEach(words -> to.add(words.quote()));
    }

    private static Optional<String> recipient(Commitment entry) {
        return only(entry.recipients()).flatMap(CODES::recipient);
    }

    private static Optional<String> only(List<String> parties) {
        return parties.size() == 1 ? Optional.of(parties.getFirst()) : Optional.empty();
    }

    private static Optional<String> multi(Commitment entry, Exported book) {
        if (!entry.donors().isEmpty() && entry.donors().stream().allMatch(book::isState)) {
            return Optional.of(BILATERAL);
        }
        return only(entry.donors())
                .filter(code -> CODES.donor(code).isPresent())
                .map(code -> MULTILATERAL_OUTFLOWS);
    }

    /** Relief for a state on the list of recipients is ODA, military aid never is; for the rest the terms decide. */
    private static Optional<String> flow(Commitment entry) {
        return switch (entry.type()) {
            case MILITARY -> Optional.of(OTHER_FLOWS);
            case HUMANITARIAN ->
                only(entry.recipients())
                        .filter(code -> CODES.mayReceiveOda(code, yearOf(committed(entry))))
                        .filter(code -> donor(entry).isPresent() && !isLent(entry))
                        .map(code -> ODA);
            case FINANCIAL, MIXED, UNKNOWN -> Optional.empty();
        };
    }

    private static boolean isLent(Commitment entry) {
        return CODES.byWords(CrsCodes.Column.FINANCE, entry.type(), words(entry))
                .filter(code -> !code.equals("110"))
                .isPresent();
    }

    private static Optional<String> year(Commitment entry) {
        OptionalInt year = yearOf(committed(entry));
        return year.isPresent() ? Optional.of(Integer.toString(year.getAsInt())) : Optional.empty();
    }

    /** The year that contains all days of a date. */
    private static OptionalInt yearOf(StatedDate date) {
        boolean known = date.isClosed()
                && date.from().orElseThrow().getYear()
                        == date.to().orElseThrow().getYear();
        return known ? OptionalInt.of(date.from().orElseThrow().getYear()) : OptionalInt.empty();
    }

    /** The date of the commitment: that of its announcement, if there is one. */
    private static StatedDate committed(Commitment entry) {
        return stage(entry, Stage.ANNOUNCED).orElse(entry.date());
    }

    private static Optional<StatedDate> stage(Commitment entry, Stage stage) {
        return entry.stages().stream()
                .filter(step -> step.stage() == stage)
                .map(StageStep::date)
                .filter(date -> !date.isUnknown())
                .findFirst();
    }

    private static Optional<LocalDate> oneDay(StatedDate date) {
        return date.isOneDay() ? date.from() : Optional.empty();
    }

    private static BigDecimal thousands(Commitment entry) {
        return entry.amount().value().movePointLeft(THOUSANDS).stripTrailingZeros();
    }

    private static Set<String> quotes(Commitment entry) {
        Set<String> quotes = new LinkedHashSet<>();
        entry.claims().forEach(claim -> quotes.add(claim.fact().evidence().quote()));
        return quotes;
    }

    /** The words of the sums, and those in their sentences that state the type. */
    private static Set<String> words(Commitment entry) {
        Set<String> words = quotes(entry);
        entry.claims().stream()
                .flatMap(claim -> claim.fact().cells().type().stream())
                .filter(cell -> cell.basis() == Basis.WORDS)
                .flatMap(cell -> cell.evidence().stream())
                .forEach(evidence -> words.add(evidence.quote()));
        return words;
    }

    private static String notes(Commitment entry) {
        List<String> notes = new ArrayList<>();
        if (entry.type() == AidType.MILITARY) {
            notes.add("Military aid is not ODA.");
        }
        if (entry.donors().size() > 1) {
            notes.add("Several donors without shares: no code is given.");
        }
        if (entry.recipients().size() > 1) {
            notes.add("Several recipients without shares: no code is given.");
        }
        StatedDate date = committed(entry);
        if (!date.isOneDay()) {
            notes.add(date.isUnknown() ? "The day is not known." : "The day is known as " + date.edtf() + " (EDTF).");
        }
        amount(entry.amount()).ifPresent(notes::add);
        if (entry.stage() == Stage.DELIVERED) {
            stage(entry, Stage.DELIVERED)
                    .filter(day -> !day.equals(date))
                    .ifPresent(day -> notes.add("Delivered " + day.edtf() + "."));
        }
        return String.join(" ", notes);
    }

    private static Optional<String> amount(StatedAmount amount) {
        if (amount.upper().isPresent()) {
            return Optional.of("The sum is a range up to "
                    + amount.upper()
                            .get()
                            .movePointLeft(THOUSANDS)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " thousand.");
        }
        return switch (amount.bound()) {
            case EXACTLY -> Optional.empty();
            case ABOUT, AT_LEAST, AT_MOST ->
                Optional.of("The sum is stated as " + amount.bound().slug().replace('_', ' ') + ".");
        };
    }
}
