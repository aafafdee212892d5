package dev.tranche.view;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.Fact;
import dev.tranche.figure.Figure;
import dev.tranche.ledger.Gist;
import dev.tranche.mention.Bound;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.resolve.TextTag;
import dev.tranche.statement.ContentWords;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.Delivery;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Span;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.Teller;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Readings without text as bytes, for a table that is derived from the journal. The bytes include a checksum; those of
 * another version are not read.
 */
public final class LeanFormat {

    /** Raised with every change of the format or its content: speaker keys, words, names of reports, sketches. */
    private static final int FORMAT = 5;

    private LeanFormat() {}

    /** Returns the version of the format and of the reader; readings by other readers are kept as well. */
    public static String version() {
        return FORMAT + " " + ExtractionVersion.CURRENT.value();
    }

    /** Returns a reading as bytes; the same reading always gives the same bytes. */
    public static byte[] write(LeanReading reading) {
        LeanOut out = new LeanOut(reading.gist().id());
        gist(out, reading);
        out.text(reading.title());
        out.optional(reading.address());
        out.number(reading.basis().ordinal());
        out.list(reading.teller().encounters(), LeanFormat::encounter);
        out.list(reading.teller().statements(), LeanFormat::said);
        out.list(reading.teller().figures(), LeanFormat::noted);
        out.list(reading.teller().agreements(), LeanFormat::agreement);
        out.list(reading.teller().names(), LeanFormat::name);
        return out.done();
    }

    /** Returns the reading stored in bytes; empty for damaged bytes. */
    public static Optional<LeanReading> read(byte[] bytes) {
        Optional<LeanIn> in = LeanIn.of(bytes);
        try {
            return in.map(LeanFormat::reading);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BundleException broken) {
            return Optional.empty();
        }
    }

    private static void gist(LeanOut out, LeanReading reading) {
        Gist gist = reading.gist();
        out.bits(gist.tag().high());
        out.bits(gist.tag().low());
        out.optional(gist.delivery().origin());
        out.number(gist.delivery().version());
        out.optional(gist.outlet());
        out.number(gist.headline());
        out.number(gist.length());
        out.text(gist.stamp());
        out.text(gist.version().value());
        out.date(gist.published());
        out.truth(gist.recordDated());
        // Sums are few, and the exchange format already covers them.
        out.text(gist.facts().isEmpty() ? "" : ExtractionWriter.line(gist.id(), gist.version(), gist.facts()));
        out.list(gist.offices(), (to, office) -> {
            to.text(office.about());
            to.text(office.held());
            to.text(office.told());
            to.text(office.quote());
        });
        out.list(gist.names(), LeanOut::bits);
        out.bits(gist.wording().words());
        out.list(gist.wording().claimed(), LeanOut::bits);
        out.bytes(gist.sketch().orElse(new byte[0]));
    }

    private static LeanReading reading(LeanIn in) {
        DocumentId id = in.id();
        TextTag tag = new TextTag(in.bits(), in.bits());
        Delivery delivery = new Delivery(in.optional(), in.large());
        Optional<String> outlet = in.optional();
        int headline = in.number();
        int length = in.number();
        String stamp = in.text();
        ExtractionVersion version = new ExtractionVersion(in.text());
        StatedDate published = in.date();
        boolean recordDated = in.truth();
        String line = in.text();
        List<Fact> facts = line.isEmpty()
                ? List.of()
                : ExtractionReader.read(id.value(), line).facts();
        List<Gist.Office> offices =
                in.list(from -> new Gist.Office(from.text(), from.text(), from.text(), from.text()));
        List<Long> names = in.list(LeanIn::bits);
        Gist.Wording wording = new Gist.Wording(in.bits(), in.list(LeanIn::bits));
        byte[] sketch = in.bytes();
        Gist gist = new Gist(
                id,
                tag,
                delivery,
                outlet,
                headline,
                length,
                stamp,
                version,
                published,
                recordDated,
                facts,
                offices,
                names,
                wording,
                sketch.length == 0 ? Optional.empty() : Optional.of(sketch));
        String title = in.text();
        Optional<String> address = in.optional();
        Publication.Basis basis = in.constant(Publication.Basis.values());
        LeanIn rest = in.rest();
        return new LeanReading(gist, title, address, basis, Later.by(() -> teller(rest, published)));
    }

    /** The rest of the bytes is read on demand: most of the work, and not needed by the ledger. */
    private static Teller teller(LeanIn in, StatedDate published) {
        return new Teller(
                in.id().value(),
                in.id(),
                published,
                in.list(LeanFormat::encounter),
                in.list(LeanFormat::said),
                in.list(from -> noted(from, published)),
                in.list(LeanFormat::agreement),
                in.list(LeanFormat::name));
    }

    private static void encounter(LeanOut out, Encounter encounter) {
        out.number(encounter.kind().ordinal());
        out.list(encounter.participants(), (to, one) -> {
            to.optional(one.name());
            to.text(one.office());
            to.optional(one.country());
        });
        out.optional(encounter.place().map(Place::name));
        out.optional(encounter.place().flatMap(Place::country));
        out.date(encounter.date());
        out.number(encounter.stage().ordinal());
        out.number(encounter.ordinal().map(Ordinal::n).orElse(0));
        out.optional(encounter.ordinal().flatMap(Ordinal::since));
        out.evidence(encounter.evidence());
    }

    private static Encounter encounter(LeanIn in) {
        EncounterKind kind = in.constant(EncounterKind.values());
        List<Participant> who = in.list(from -> new Participant(from.optional(), from.text(), from.optional()));
        Optional<String> place = in.optional();
        Optional<String> country = in.optional();
        StatedDate date = in.date();
        EncounterStage stage = in.constant(EncounterStage.values());
        int n = in.number();
        Optional<String> since = in.optional();
        return new Encounter(
                kind,
                who,
                place.map(name -> new Place(name, country)),
                date,
                stage,
                n == 0 ? Optional.empty() : Optional.of(new Ordinal(n, since)),
                in.evidence());
    }

    private static void said(LeanOut out, Teller.Said said) {
        Statement statement = said.statement();
        out.optional(statement.speaker().name());
        out.text(statement.speaker().description());
        out.optional(statement.speaker().country());
        out.truth(statement.speaker().anonymous());
        out.text(statement.verb());
        out.truth(statement.direct());
        out.number(statement.stance().ordinal());
        out.optional(statement.addressee());
        out.optional(statement.via());
        out.number(statement.denies().isPresent() ? statement.denies().getAsInt() + 1 : 0);
        out.evidence(statement.evidence());
        out.list(new TreeSet<>(said.states()), LeanOut::text);
        words(out, said.words());
        out.text(said.speaker());
    }

    private static Teller.Said said(LeanIn in) {
        Speaker speaker = new Speaker(in.optional(), in.text(), in.optional(), in.truth());
        String verb = in.text();
        boolean direct = in.truth();
        Stance stance = in.constant(Stance.values());
        Optional<String> addressee = in.optional();
        Optional<String> via = in.optional();
        int denies = in.number();
        Statement statement = new Statement(
                speaker,
                verb,
                direct,
                stance,
                addressee,
                via,
                denies == 0 ? OptionalInt.empty() : OptionalInt.of(denies - 1),
                in.evidence());
        return new Teller.Said(statement, new TreeSet<>(in.list(LeanIn::text)), words(in), in.text());
    }

    private static void words(LeanOut out, ContentWords words) {
        out.list(new TreeSet<>(words.stems()), LeanOut::bits);
        out.list(new TreeSet<>(words.names()), LeanOut::bits);
        out.list(new TreeSet<>(words.numbers()), LeanOut::bits);
    }

    private static ContentWords words(LeanIn in) {
        return new ContentWords(
                new TreeSet<>(in.list(LeanIn::bits)),
                new TreeSet<>(in.list(LeanIn::bits)),
                new TreeSet<>(in.list(LeanIn::bits)));
    }

    /** All figures of a report have the report's day. */
    private static void noted(LeanOut out, FigureBook.Noted noted) {
        Figure figure = noted.telling().figure();
        out.text(figure.value().toString());
        out.number(figure.bound().ordinal());
        out.text(figure.unit());
        out.optional(figure.source());
        out.evidence(figure.evidence());
        out.list(noted.states(), LeanOut::text);
        words(out, noted.words());
    }

    private static FigureBook.Noted noted(LeanIn in, StatedDate published) {
        Figure figure = new Figure(
                new BigDecimal(in.text()), in.constant(Bound.values()), in.text(), in.optional(), in.evidence());
        return new FigureBook.Noted(
                new FigureBook.Telling(figure, published), new TreeSet<>(in.list(LeanIn::text)), words(in));
    }

    private static void agreement(LeanOut out, Agreement agreement) {
        out.list(agreement.parties(), LeanOut::text);
        out.text(agreement.name());
        out.number(agreement.stage().ordinal());
        out.date(agreement.expected());
        out.evidence(agreement.evidence());
    }

    private static Agreement agreement(LeanIn in) {
        return new Agreement(
                in.list(LeanIn::text), in.text(), in.constant(AgreementStage.values()), in.date(), in.evidence());
    }

    private static void name(LeanOut out, Name name) {
        out.number(name.kind().ordinal());
        out.text(name.id());
        out.text(name.name());
        out.text(name.office());
        out.optional(name.country());
        out.list(name.spellings(), LeanOut::text);
        out.list(name.spans(), (to, span) -> {
            to.number(span.start());
            to.number(span.length());
        });
    }

    private static Name name(LeanIn in) {
        return new Name(
                in.constant(NameKind.values()),
                in.text(),
                in.text(),
                in.text(),
                in.optional(),
                in.list(LeanIn::text),
                in.list(from -> {
                    int start = from.number();
                    return new Span(start, start + from.number());
                }));
    }
}
