package dev.tranche.dating;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the first day of the war from which words such as "since the invasion" count, in the table of wars. */
public final class WarStarts {

    private final Map<String, List<War>> wars;

    private WarStarts(Map<String, List<War>> wars) {
        this.wars = wars;
    }

    /** Returns the starts of the wars of a lexicon. */
    public static WarStarts of(Lexicon lexicon) {
        return lexicon.made(WarStarts.class, WarStarts::read);
    }

    private static WarStarts read(Lexicon lexicon) {
        Map<String, List<War>> wars = new HashMap<>();
        for (War war : Wars.of(lexicon).all()) {
            war.places().forEach(place -> wars.merge(place, List.of(war), WarStarts::joined));
        }
        return new WarStarts(wars);
    }

    private static List<War> joined(List<War> one, List<War> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /**
     * Returns the first day of the war that a report refers to at some tokens: the latest that had begun by its day of
     * publication on the soil of a state named by the tokens, else by their sentence, else most often by the report.
     *
     * @param from first token
     * @param end index after the last token
     * @return the day as ISO text; empty if no state named was at war
     */
    public Optional<String> near(MarkedText text, int from, int end) {
        Optional<LocalDate> day = MarkedText.day(text.document()).flatMap(WarStarts::parsed);
        Sentence sentence = text.sentenceOf(from);
        return first(text.actorsFrom(from, end), day)
                .or(() -> first(text.actorsFrom(sentence.start(), sentence.end()), day))
                .or(() -> first(byMentions(text.actors()), day))
                .map(LocalDate::toString);
    }

    private Optional<LocalDate> first(List<ActorMention> actors, Optional<LocalDate> day) {
        return actors.stream()
                .flatMap(actor -> latest(actor.code(), day).stream())
                .findFirst();
    }

    private Optional<LocalDate> latest(String place, Optional<LocalDate> day) {
        return wars.getOrDefault(place, List.of()).stream()
                .map(War::from)
                .filter(start -> day.isEmpty() || !start.isAfter(day.get()))
                .max(Comparator.naturalOrder());
    }

    /** One mention of each actor, the most mentioned first; of equals, the one named first. */
    private static List<ActorMention> byMentions(List<ActorMention> actors) {
        Map<String, ActorMention> firsts = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (ActorMention actor : actors) {
            firsts.putIfAbsent(actor.code(), actor);
            counts.merge(actor.code(), 1, Integer::sum);
        }
        return firsts.values().stream()
                .sorted(Comparator.comparing((ActorMention actor) -> counts.getOrDefault(actor.code(), 0))
                        .reversed())
                .toList();
    }

    /** A day that does not exist sets no limit. */
    private static Optional<LocalDate> parsed(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
