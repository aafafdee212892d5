package dev.tranche.export;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.StageStep;
import dev.tranche.ledger.Standing;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import dev.tranche.view.ReportLine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * IATI 2.03 activities, one for each entry that is not refused and has a day.
 *
 * <p>Only what counts has transactions, so that they add up to the ledger: a commitment (2) for each sum
 * pledged or given, plus a disbursement (3) if it was delivered, and a pledge (12) for what is planned. Packages,
 * doubtful entries and what is requested, voted or stopped have none. Shares of several recipients are not invented.
 */
public final class IatiActivities implements Format {

    private static final About ABOUT = About.file(
            "iati", "IATI 2.03 activities (XML)", "iati-activities.xml", "application/xml", About.Part.LEDGER);

    private static final String PLEDGE = "12";
    private static final String COMMITMENT = "2";
    private static final String DISBURSEMENT = "3";

    /** Organisation types of the IATI code list. */
    private static final String GOVERNMENT = "10";

    private static final String MULTILATERAL = "40";
    private static final String OTHER_ORGANISATION = "90";

    /** "Developing countries, unspecified": where there is no single recipient state, or none is named. */
    private static final String NO_ONE_STATE = "998";

    /** The reporting organisation's own vocabulary. */
    private static final String OWN_VOCABULARY = "99";

    /** "Activity web page": the entry of the code list nearest to a news report. */
    private static final String WEB_PAGE = "A12";

    /** Longest headline that serves as a title, in characters. */
    private static final int LONGEST_TITLE = 250;

    /** A file of activities must contain at least one. */
    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Optional<String> obstacle(Exported book) {
        return book.entries().anyMatch(isActivity())
                ? Optional.empty()
                : Optional.of(
                        "IATI needs at least one entry that is not refused and has a day; none of those selected is.");
    }

    /** Describes which of the ledger's sums are missing from the file. */
    @Override
    public List<String> remarks(Exported book) {
        Map<Boolean, Long> left;
        try (Stream<Commitment> entries = book.entries()) {
            left = entries.filter(isActivity().negate())
                    .collect(Collectors.partitioningBy(Commitment::counted, Collectors.counting()));
        }
        long counted = left.getOrDefault(true, 0L);
        long all = counted + left.getOrDefault(false, 0L);
        long entries = book.cover().counts().getOrDefault("entries", 0L);
        if (all == 0) {
            return List.of();
        }
        return List.of(
                (entries - all) + " of " + entries
                        + " entries are activities; the others are refused, or no day is known for them.",
                counted == 0
                        ? "All entries that count in the ledger's sums are among the activities."
                        : counted + " of those left out " + (counted == 1 ? "counts" : "count")
                                + " in the ledger's sums, from which the file therefore differs.");
    }

    private static Predicate<Commitment> isActivity() {
        return entry -> entry.standing() != Standing.REFUSED && day(entry).isPresent();
    }

    private static Optional<LocalDate> day(Commitment entry) {
        return entry.date().from().or(entry.date()::to);
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        Cover cover = book.cover();
        try (XmlOut xml = new XmlOut(to.open(about().fileName()))) {
            xml.begin(
                    "iati-activities",
                    "version",
                    "2.03",
                    "generated-datetime",
                    cover.made().toString());
            xml.comment("Tranche " + cover.version() + ". " + cover.licence());
            long left = book.entries().filter(isActivity().negate()).count();
            xml.comment(left + " of " + cover.counts().getOrDefault("entries", 0L)
                    + " entries are left out: they are refused, or no day is known for them.");
            try (Stream<Commitment> entries = book.entries().filter(isActivity())) {
                for (Commitment entry : (Iterable<Commitment>) entries::iterator) {
                    new Activity(entry, book, xml).write();
                }
            }
            xml.end();
        }
    }

    /** Writes one activity, its elements in the order of the schema. */
    private record Activity(Commitment entry, Exported book, XmlOut xml) {

        void write() throws IOException {
            boolean humanitarian = entry.type() == AidType.HUMANITARIAN;
            xml.begin(
                    "iati-activity",
                    "default-currency",
                    entry.amount().currency(),
                    "last-updated-datetime",
                    book.cover().made().toString(),
                    "xml:lang",
                    "en",
                    "hierarchy",
                    entry.parent().isPresent() ? "2" : "1",
                    "humanitarian",
                    humanitarian ? "true" : "");
            xml.text("iati-identifier", identifier(entry.id()));
            xml.begin(
                    "reporting-org",
                    "ref",
                    book.cover().publisher().ref(),
                    "type",
                    OTHER_ORGANISATION,
                    "secondary-reporter",
                    "true");
            narrative(book.cover().publisher().name());
            xml.end();
            narrated(
                    "title",
                    Characters.cut(Phrase.title(entry, book) + ", " + Phrase.of(entry.amount()), LONGEST_TITLE));
            descriptions();
            participants();
            xml.empty("activity-status", "code", status());
            boolean planned = entry.stage() == Stage.PLANNED || entry.stage() == Stage.REQUESTED;
            xml.empty(
                    "activity-date",
                    "type",
                    planned ? "1" : "2",
                    "iso-date",
                    day(entry).orElseThrow().toString());
            recipient();
            xml.begin(
                    "sector", "vocabulary", OWN_VOCABULARY, "code", entry.type().slug());
            narrative(Phrase.assistance(entry.type()));
            xml.end();
            transactions();
            documents();
            related();
            xml.end();
        }

        private String identifier(String id) {
            return book.cover().publisher().ref() + "-" + id.replaceAll("[^A-Za-z0-9._-]", "_");
        }

        private void narrative(String words) throws IOException {
            xml.text("narrative", words);
        }

        private void narrated(String element, String words, String... attributes) throws IOException {
            xml.begin(element, attributes);
            narrative(words);
            xml.end();
        }

        private void descriptions() throws IOException {
            narrated(
                    "description",
                    "Entry " + book.shortName(entry.id()) + ": "
                            + entry.standing().slug() + ", "
                            + entry.stage().slug()
                            + entry.authority().map(code -> ", under " + code).orElse("") + "; "
                            + Phrase.of(entry.reports().size(), "report") + " in "
                            + Phrase.of(entry.outlets(), "outlet") + ".",
                    "type",
                    "1");
            Set<String> quotes = new LinkedHashSet<>();
            for (Claim claim : entry.claims()) {
                Evidence words = claim.fact().evidence();
                if (quotes.add(words.quote())) {
                    narrated("description", "“" + words.quote() + "” (" + claim.outlet() + ")", "type", "4");
                }
            }
        }

        private void participants() throws IOException {
            if (entry.donors().isEmpty()) {
                narrated("participating-org", "Not named in the reports", "role", "1");
            }
            for (String code : entry.donors()) {
                narrated("participating-org", book.nameOf(code), "role", "1", "type", organisation(code));
            }
        }

        private String organisation(String code) {
            return book.isState(code) ? GOVERNMENT : MULTILATERAL;
        }

        private String status() {
            return switch (entry.stage()) {
                case REQUESTED, PLANNED, APPROPRIATED -> "1";
                case ANNOUNCED -> "2";
                case DELIVERED -> "3";
                case BLOCKED -> "6";
            };
        }

        private void recipient() throws IOException {
            boolean one = entry.recipients().size() == 1
                    && book.isState(entry.recipients().getFirst());
            if (one) {
                xml.empty("recipient-country", "code", entry.recipients().getFirst());
                return;
            }
            narrated(
                    "recipient-region",
                    entry.recipients().isEmpty() ? "Not named in the reports" : book.namesOf(entry.recipients()),
                    "code",
                    NO_ONE_STATE,
                    "vocabulary",
                    "1");
        }

        private void transactions() throws IOException {
            if (!entry.adds()) {
                return;
            }
            switch (entry.stage()) {
                case PLANNED -> transaction(PLEDGE, Stage.PLANNED);
                case ANNOUNCED -> transaction(COMMITMENT, Stage.ANNOUNCED);
                case DELIVERED -> {
                    transaction(COMMITMENT, Stage.ANNOUNCED);
                    transaction(DISBURSEMENT, Stage.DELIVERED);
                }
                case REQUESTED, APPROPRIATED, BLOCKED -> {}
            }
        }

        private void transaction(String type, Stage stage) throws IOException {
            String day = dayOf(stage).toString();
            xml.begin("transaction");
            xml.empty("transaction-type", "code", type);
            xml.empty("transaction-date", "iso-date", day);
            xml.text(
                    "value",
                    entry.amount().value().toPlainString(),
                    "currency",
                    entry.amount().currency(),
                    "value-date",
                    day);
            if (!entry.date().isOneDay()) {
                narrated("description", "The day is known as " + entry.date().edtf() + " (EDTF); the first is given.");
            }
            if (entry.donors().size() == 1) {
                String code = entry.donors().getFirst();
                narrated("provider-org", book.nameOf(code), "type", organisation(code));
            }
            if (entry.recipients().size() == 1) {
                String code = entry.recipients().getFirst();
                narrated("receiver-org", book.nameOf(code), "type", organisation(code));
            }
            xml.end();
        }

        /** The day of a stage, if the reports give one; else that of the entry. */
        private LocalDate dayOf(Stage stage) {
            return entry.stages().stream()
                    .filter(step -> step.stage() == stage)
                    .map(StageStep::date)
                    .flatMap(date -> date.from().or(date::to).stream())
                    .findFirst()
                    .orElseGet(() -> day(entry).orElseThrow());
        }

        private void documents() throws IOException {
            Set<String> seen = new LinkedHashSet<>();
            for (Claim claim : entry.claims()) {
                Optional<ReportLine> report = book.report(claim.report());
                Optional<String> address = report.flatMap(ReportLine::address).flatMap(Addresses::web);
                if (address.isPresent() && seen.add(address.get())) {
                    document(
                            address.get(),
                            report.map(ReportLine::title)
                                    .filter(title -> !title.isBlank())
                                    .orElse(claim.outlet()),
                            claim);
                }
            }
            Optional<String> source = entry.row().map(row -> row.source()).flatMap(Addresses::web);
            if (source.isPresent() && seen.add(source.get())) {
                xml.begin("document-link", "url", source.get(), "format", "text/html");
                narrated(
                        "title", "Official record: " + entry.row().orElseThrow().id());
                xml.empty("category", "code", WEB_PAGE);
                xml.end();
            }
        }

        private void document(String address, String title, Claim claim) throws IOException {
            xml.begin("document-link", "url", address, "format", "text/html");
            narrated("title", title);
            xml.empty("category", "code", WEB_PAGE);
            if (claim.published().isOneDay()) {
                xml.empty(
                        "document-date",
                        "iso-date",
                        claim.published().from().orElseThrow().toString());
            }
            xml.end();
        }

        private void related() throws IOException {
            if (entry.parent().isPresent()) {
                xml.empty("related-activity", "ref", identifier(entry.parent().get()), "type", "1");
            }
        }
    }
}
