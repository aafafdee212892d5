package dev.tranche.law;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * What is true of every reading, whatever the report says. Each method returns complaints, none when the law holds.
 *
 * <p>{@link #determinism} changes the default locale and time zone for a moment; not for tests that run side by side.
 */
public final class ReadingLaws {

    /** Words about nothing that the reader knows: no state, body, person, sum, weapon or verb of giving. */
    public static final String UNRELATED =
            "The library in the old town opens on Saturday morning. Children read poems there and a choir sings.";

    private static final String GAP = "\n\n";

    private ReadingLaws() {}

    /**
     * For all evidence, the document's text at the span is the quote: of sums and their cells, refusals, encounters,
     * statements, figures, items, agreements, names, events and clues, whatever a later version adds.
     */
    public static List<String> quote(Extraction extraction) {
        List<String> complaints = new ArrayList<>();
        String text = extraction.document().text();
        for (Quotes.Quoted quoted : Quotes.of(extraction)) {
            Span span = quoted.span();
            boolean inside = span.end() <= text.length();
            if (!inside || !text.substring(span.start(), span.end()).equals(quoted.quote())) {
                complaints.add(
                        "quote of " + quoted.owner() + ": " + span + " does not hold \"" + quoted.quote() + "\"");
            }
            if (!quoted.document().equals(extraction.document().id())) {
                complaints.add("quote of " + quoted.owner() + ": the evidence names " + quoted.document());
            }
        }
        return complaints;
    }

    /** Two readings of a document are equal, whatever the locale and the time zone. */
    public static List<String> determinism(Extractor extractor, Document document) {
        Extraction here = extractor.extract(document);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            return extractor.extract(document).equals(here)
                    ? List.of()
                    : List.of("determinism: another reading under tr-TR and in the zone Pacific/Kiritimati");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /**
     * An unrelated paragraph above or below the body moves offsets and changes nothing else.
     *
     * <p>Above, this is so for sums whose own sentences say what they are: what they leave out is taken from the
     * title, the opening and the sentences nearby, and a paragraph above the body is the opening. Below a title nothing
     * is added: title and lead are read together.
     */
    public static List<String> locality(Extractor extractor, Document document) {
        List<String> complaints = new ArrayList<>(localityBelow(extractor, document));
        if (document.title().isEmpty()) {
            List<Fact> alone = extractor.extract(document).facts();
            List<Fact> lower = facts(extractor, document, UNRELATED + GAP + document.body());
            int moved = UNRELATED.length() + GAP.length();
            compare("above", told(alone, document.bodyStart(), moved), told(lower, 0, 0), complaints);
        }
        return complaints;
    }

    /**
     * An unrelated paragraph below the body changes nothing.
     *
     * <p>This does not hold where it makes a short report a long one: in a report of many sentences context reaches
     * less far.
     */
    public static List<String> localityBelow(Extractor extractor, Document document) {
        List<String> complaints = new ArrayList<>();
        List<Fact> alone = extractor.extract(document).facts();
        List<Fact> upper = facts(extractor, document, document.body().stripTrailing() + GAP + UNRELATED);
        compare("below", told(alone, 0, 0), told(upper, 0, 0), complaints);
        return complaints;
    }

    private static List<Fact> facts(Extractor extractor, Document document, String body) {
        Document longer = Document.of(document.id().value(), document.title(), body)
                .with(document.outlet(), document.address(), document.published(), document.language());
        return extractor.extract(longer).facts();
    }

    private static void compare(String where, List<String> alone, List<String> beside, List<String> complaints) {
        if (!alone.equals(beside)) {
            complaints.add("locality: an unrelated paragraph " + where + " the body changes\n    "
                    + String.join("\n    ", alone) + "\n  into\n    " + String.join("\n    ", beside));
        }
    }

    /** Everything of each fact, with the spans that start at or after an offset moved. */
    private static List<String> told(List<Fact> facts, int from, int moved) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : facts) {
            Span span = fact.evidence().span();
            int by = span.start() >= from ? moved : 0;
            String rest = switch (fact) {
                case Fact.Aid aid -> aid.ordinal() + " " + aid.announcer() + " " + aid.items();
                case Fact.Total total -> total.since().toString();
            };
            lines.add(fact.kind() + " " + fact.terms() + " " + fact.partOf() + " " + rest + " " + fact.rule() + " "
                    + (span.start() + by) + ".." + (span.end() + by) + " "
                    + fact.evidence().quote());
        }
        return lines;
    }
}
