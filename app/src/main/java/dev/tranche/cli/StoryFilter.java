package dev.tranche.cli;

import dev.tranche.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose encounters or statements: by person, state, days and words. */
final class StoryFilter {

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "Only those of this person or body: words of a name or an office.")
    private String who = "";

    @Option(
            names = "--country",
            split = ",",
            paramLabel = "STATE",
            description = "Only those of these states or bodies: codes or names, such as US or Germany,France.")
    private List<String> countries = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DaySpan.Converter.class,
            description = "Only from this day, month or year on.")
    private @Nullable DaySpan from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = DaySpan.Converter.class,
            description = "Only up to and including this day, month or year.")
    private @Nullable DaySpan to;

    @Option(names = "--words", paramLabel = "WORDS", description = "Only those whose quote contains all these words.")
    private String words = "";

    /** Is anything asked for? */
    boolean isGiven() {
        return !who.isBlank() || !countries.isEmpty() || from != null || to != null || !words.isBlank();
    }

    String who() {
        return who;
    }

    String words() {
        return words;
    }

    /** Returns the codes of the states asked for; refuses unknown names. */
    Set<String> countries(Lexicon lexicon) {
        return new PartyNames(lexicon).codes("--country", countries);
    }

    /** Returns the first day asked for; refuses a span that ends before it begins. */
    Optional<LocalDate> from() {
        if (from != null && to != null && to.last().isBefore(from.first())) {
            throw CommandException.usage("--to: " + to.last() + " is before --from " + from.first() + ".");
        }
        return Optional.ofNullable(from).map(DaySpan::first);
    }

    /** Returns the last day asked for. */
    Optional<LocalDate> to() {
        return Optional.ofNullable(to).map(DaySpan::last);
    }
}
