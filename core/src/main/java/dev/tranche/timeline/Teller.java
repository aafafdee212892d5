package dev.tranche.timeline;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.extract.Extraction;
import dev.tranche.naming.Name;
import dev.tranche.statement.ContentWords;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content of one report besides sums, without its text.
 *
 * @param key distinguishes reports with one id
 * @param id the report's id
 * @param published its day of publication
 * @param encounters its encounters
 * @param statements the statements, each with the states named in its words
 * @param figures the figures that count something
 * @param agreements the agreements
 * @param names the names
 * @param decided what people decided about all this
 */
public record Teller(
        String key,
        DocumentId id,
        StatedDate published,
        List<Encounter> encounters,
        List<Said> statements,
        List<FigureBook.Noted> figures,
        List<Agreement> agreements,
        List<Name> names,
        Decided decided) {

    /** The order of ids, then of keys. */
    static final Comparator<Teller> ORDER = Comparator.comparing(Teller::id).thenComparing(Teller::key);

    /**
     * A statement.
     *
     * @param statement what is said
     * @param states codes of the states and bodies that its words name, by themselves or by their people
     * @param words its content words without those of the speaker's name
     * @param speaker a key shared by the names of one speaker in several reports
     */
    public record Said(Statement statement, Set<String> states, ContentWords words, String speaker) {

        /** Copies the set. */
        public Said {
            states = Set.copyOf(states);
        }

        /** Finds the words and the key of the speaker. */
        public static Said of(Statement statement, Set<String> states) {
            Speaker who = statement.speaker();
            return new Said(
                    statement,
                    states,
                    ContentWords.of(statement.evidence().quote())
                            .without(ContentWords.of(who.shown() + " " + who.description())),
                    SpeakerKey.of(who));
        }
    }

    /**
     * What people decided about the content of a report, by places in its lists.
     *
     * @param encounters with which others an encounter belongs
     * @param statements with which others a statement belongs
     * @param figures with which others a figure belongs
     * @param agreements with which others an agreement belongs
     * @param stated the encounters that a person accepted, corrected or added; they are shown whoever takes part
     * @param apart the places of the names that are nobody else's, however they are spelled
     * @param others what those names are called, each with its id; whoever is called so in another report is not meant
     */
    public record Decided(
            Map<Integer, Bond> encounters,
            Map<Integer, Bond> statements,
            Map<Integer, Bond> figures,
            Map<Integer, Bond> agreements,
            Set<Encounter> stated,
            Set<Integer> apart,
            Map<String, String> others) {

        /** Nothing is decided. */
        public static final Decided NOTHING =
                new Decided(Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Map.of());

        /** Copies the maps and sets. */
        public Decided {
            encounters = Map.copyOf(encounters);
            statements = Map.copyOf(statements);
            figures = Map.copyOf(figures);
            agreements = Map.copyOf(agreements);
            stated = Set.copyOf(stated);
            apart = Set.copyOf(apart);
            others = Map.copyOf(others);
        }
    }

    /** Builds the content of a report about which nothing is decided. */
    public Teller(
            String key,
            DocumentId id,
            StatedDate published,
            List<Encounter> encounters,
            List<Said> statements,
            List<FigureBook.Noted> figures,
            List<Agreement> agreements,
            List<Name> names) {
        this(key, id, published, encounters, statements, figures, agreements, names, Decided.NOTHING);
    }

    /** Copies the lists. */
    public Teller {
        encounters = List.copyOf(encounters);
        statements = List.copyOf(statements);
        figures = List.copyOf(figures);
        agreements = List.copyOf(agreements);
        names = List.copyOf(names);
    }

    /**
     * Extracts the content of a reading.
     *
     * @param key distinguishes it from other reports with its id
     */
    public static Teller of(String key, Extraction reading) {
        List<Said> said = new ArrayList<>();
        for (Statement statement : reading.story().statements()) {
            said.add(Said.of(
                    statement,
                    states(statement.evidence().span(), reading.story().names())));
        }
        return new Teller(
                key,
                reading.document().id(),
                reading.published().date(),
                reading.story().encounters(),
                said,
                FigureBook.note(reading),
                reading.story().agreements(),
                reading.story().names());
    }

    /** Returns the codes of the states and bodies named within a span. */
    static Set<String> states(Span within, List<Name> names) {
        Set<String> states = new TreeSet<>();
        for (Name name : names) {
            if (name.country().isPresent() && name.spans().stream().anyMatch(within::overlaps)) {
                states.add(name.country().get());
            }
        }
        return states;
    }

    /** Returns this under another key. */
    public Teller keyed(String other) {
        return key.equals(other)
                ? this
                : new Teller(other, id, published, encounters, statements, figures, agreements, names, decided);
    }

    /** Does it have the same content under the same key? */
    public boolean isOf(Teller other) {
        return key.equals(other.key)
                && encounters.equals(other.encounters)
                && statements.equals(other.statements)
                && figures.equals(other.figures)
                && agreements.equals(other.agreements)
                && names.equals(other.names)
                && decided.equals(other.decided)
                && published.equals(other.published);
    }

    /** Converts readings, each under its index in the list. */
    public static List<Teller> all(List<Extraction> readings) {
        List<Teller> all = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            all.add(of(String.format(java.util.Locale.ROOT, "%010d", i), readings.get(i)));
        }
        return all;
    }
}
