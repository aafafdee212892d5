package dev.tranche.export;

import dev.tranche.encounter.Participant;
import dev.tranche.ledger.Commitment;
import dev.tranche.naming.NameKind;
import dev.tranche.resolve.Claim;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.ReportLine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * FollowTheMoney entities, one JSON object per line: states and bodies, reports, payments, encounters and the people
 * who take part in them, as versions 3.8 and 4 of the model have them. Payments are the entries in the sums of the page, so
 * they add up to these; one whose words name no recipient has no beneficiary.
 */
public final class Entities implements Format {

    private static final About ABOUT = About.file(
            "ftm",
            "Entities for investigations (FollowTheMoney)",
            "entities.ftm.json",
            "application/jsonl",
            About.Part.LEDGER,
            About.Part.STORY);

    /** The most characters of a value, by its type in the model: what is longer is not kept. */
    private static final int LONGEST_NAME = 384;

    private static final int LONGEST_LINE = 1024;
    private static final int LONGEST_PLACE = 250;

    /** What the model takes for a reference to an entity. */
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (JsonOut json = new JsonOut(to.open(about().fileName()))) {
            new Writing(book, json).all();
        }
    }

    private static String cut(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(most - 2)) ? most - 2 : most - 1;
        return value.substring(0, end) + "\u2026";
    }

    /** Writes the entities of one export; parties and people are written when they are first named. */
    private record Writing(Exported book, JsonOut json, Set<String> known) {

        Writing(Exported book, JsonOut json) {
            this(book, json, new HashSet<>());
        }

        void all() {
            try (Stream<ReportLine> reports = book.reports()) {
                reports.forEachOrdered(this::report);
            }
            try (Stream<Commitment> entries = book.entries().filter(book::counts)) {
                entries.forEachOrdered(this::payment);
            }
            try (Stream<TimelineEvent> events = book.encounters()) {
                events.forEachOrdered(this::event);
            }
            try (Stream<NameBook.Entry> names = book.names()) {
                names.filter(name -> name.kind() == NameKind.PERSON).forEachOrdered(this::mentions);
            }
        }

        private void entity(String id, String schema, JsonOut.Inside properties) {
            json.object(() -> {
                json.text("id", id);
                json.text("schema", schema);
                json.object("properties", properties);
            });
        }

        private void one(String property, String value) {
            if (!value.isBlank()) {
                json.texts(property, List.of(value));
            }
        }

        private void one(String property, Optional<String> value) {
            value.ifPresent(text -> one(property, text));
        }

        private String report(String key) {
            return Hashes.name("report", key);
        }

        private void report(ReportLine line) {
            entity(report(line.key()), "Article", () -> {
                String title = line.title().isBlank() ? line.id() : line.title();
                one("name", cut(title, LONGEST_NAME));
                one("title", cut(title, LONGEST_LINE));
                one("fileName", cut(line.id(), LONGEST_LINE));
                one("author", line.outlet().map(outlet -> cut(outlet, LONGEST_LINE)));
                one("sourceUrl", line.address().flatMap(Addresses::web));
                one(
                        "publishedAt",
                        day(
                                line.published().date().isOneDay(),
                                line.published().date().from()));
            });
        }

        /** Writes that reports mention a person; encounters list who took part, mentions list everybody named. */
        private void mentions(NameBook.Entry name) {
            for (DocumentId id : name.reports()) {
                book.report(id.value()).ifPresent(line -> mention(name, line));
            }
        }

        private void mention(NameBook.Entry name, ReportLine line) {
            String id = Hashes.name("mention", name.id(), name.country().orElse(""), line.key());
            if (!known.add(id)) {
                return;
            }
            entity(id, "Mention", () -> {
                json.texts("document", List.of(report(line.key())));
                one("name", cut(name.name(), LONGEST_NAME));
                one("detectedSchema", "Person");
                one(
                        "contextCountry",
                        name.country().filter(book::isState).map(code -> code.toLowerCase(java.util.Locale.ROOT)));
            });
        }

        private static Optional<String> day(boolean isKnown, Optional<LocalDate> day) {
            return isKnown ? day.map(LocalDate::toString) : Optional.empty();
        }

        private String party(String code) {
            String plain = "party-" + code.toLowerCase(java.util.Locale.ROOT);
            String id = ID.matcher(plain).matches() ? plain : Hashes.name("party", code);
            if (known.add(id)) {
                entity(id, "PublicBody", () -> {
                    one("name", cut(book.nameOf(code), LONGEST_NAME));
                    if (book.isState(code)) {
                        one("country", code.toLowerCase(java.util.Locale.ROOT));
                    }
                });
            }
            return id;
        }

        private void payment(Commitment entry) {
            List<String> payers = entry.donors().stream().map(this::party).toList();
            List<String> recipients =
                    entry.recipients().stream().map(this::party).toList();
            List<ReportLine> lines = entry.claims().stream()
                    .map(Claim::report)
                    .distinct()
                    .flatMap(key -> book.report(key).stream())
                    .toList();
            entity("payment-" + entry.id(), "Payment", () -> {
                json.texts("payer", payers);
                json.texts("beneficiary", recipients);
                one("amount", entry.amount().value().toPlainString());
                one("currency", entry.amount().currency());
                one("date", day(entry.date().isOneDay(), entry.date().from()));
                if (!entry.date().isOneDay()) {
                    one("startDate", entry.date().from().map(LocalDate::toString));
                    one("endDate", entry.date().to().map(LocalDate::toString));
                }
                one("programme", entry.authority());
                one(
                        "purpose",
                        entry.type().slug() + " assistance, " + entry.stage().slug());
                one("recordId", entry.id());
                one("transactionNumber", book.shortName(entry.id()));
                json.texts(
                        "proof",
                        lines.stream()
                                .map(line -> report(line.key()))
                                .distinct()
                                .toList());
                // Version 3 of the model knows no proof of a payment.
                json.texts(
                        "sourceUrl",
                        lines.stream()
                                .flatMap(line -> line.address().flatMap(Addresses::web).stream())
                                .distinct()
                                .toList());
                json.texts(
                        "description",
                        entry.claims().stream()
                                .map(claim -> claim.fact().evidence().quote())
                                .distinct()
                                .toList());
            });
        }

        private void event(TimelineEvent event) {
            var encounter = event.encounter();
            List<String> involved = encounter.participants().stream()
                    .map(this::person)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            entity(EventId.of(event), "Event", () -> {
                String who = encounter.participants().stream()
                        .map(Participant::shown)
                        .collect(Collectors.joining(", "));
                one("name", cut(encounter.kind().slug() + ": " + who, LONGEST_NAME));
                one("startDate", encounter.date().from().map(LocalDate::toString));
                one("endDate", encounter.date().to().map(LocalDate::toString));
                one("location", encounter.place().map(place -> cut(place.name(), LONGEST_PLACE)));
                one("summary", encounter.evidence().quote());
                json.texts("involved", involved);
                json.texts(
                        "proof",
                        event.reports().stream()
                                .flatMap(id -> book.report(id.value()).stream())
                                .map(line -> report(line.key()))
                                .distinct()
                                .toList());
            });
        }

        /** Writes who takes part: a named person, else the state or body they belong to. */
        private Optional<String> person(Participant who) {
            if (who.name().isEmpty() || who.office().isBlank()) {
                return who.country().map(this::party);
            }
            String id = Hashes.name("person", who.name().get(), who.country().orElse(""));
            if (known.add(id)) {
                entity(id, "Person", () -> {
                    one("name", who.name().map(name -> cut(name, LONGEST_NAME)));
                    one("position", cut(who.office(), LONGEST_LINE));
                    one(
                            "country",
                            who.country().filter(book::isState).map(code -> code.toLowerCase(java.util.Locale.ROOT)));
                });
            }
            return Optional.of(id);
        }
    }
}
