package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Named days observed every year, in one state or everywhere: "Europe Day"; immutable. */
final class NamedDays {

    /** No named days at all. */
    static final NamedDays NONE = new NamedDays();

    private static final String ISO_PREFIX = "--";
    private static final Words OF = Words.of("of in");

    private record Named(String state, Symbol.MonthDay day) {}

    private final PhraseList<Named> names = new PhraseList<>();

    private NamedDays() {}

    /** Returns the named days of a lexicon. */
    static NamedDays of(Lexicon lexicon) {
        return lexicon.made(NamedDays.class, NamedDays::read);
    }

    private static NamedDays read(Lexicon lexicon) {
        NamedDays days = new NamedDays();
        for (LexiconFile.Row row : lexicon.readerRows("named_days.csv")) {
            Symbol.MonthDay day = day(row);
            row.alternatives("names").forEach(name -> days.names.add(name, new Named(row.field("state"), day)));
        }
        return days;
    }

    private static Symbol.MonthDay day(LexiconFile.Row row) {
        try {
            MonthDay day = MonthDay.parse(ISO_PREFIX + row.field("day"));
            return new Symbol.MonthDay(day.getMonthValue(), day.getDayOfMonth());
        } catch (DateTimeException wrong) {
            throw row.refuse("\"" + row.field("day") + "\" is not a day of the year; write month and day as MM-DD");
        }
    }

    /**
     * Reads the name of a day at a token.
     *
     * @param stateAt gives the code of the state or body named by a token, else {@code null}
     */
    @Nullable
    Read at(Tokens tokens, int at, IntFunction<@Nullable String> stateAt) {
        if (!tokens.isWord(at) || !tokens.isCapital(at)) {
            return null;
        }
        PhraseList.Found<Named> found = names.at(tokens, at);
        if (found.meanings().isEmpty()) {
            return null;
        }
        boolean genitive = at > 0 && tokens.kind(at - 1) == TokenKind.GENITIVE;
        String before = stateAt.apply(genitive ? at - 2 : at - 1);
        String after = OF.at(tokens, found.end()) ? stateAt.apply(found.end() + 1) : null;
        Optional<Named> meant = found.meanings().stream()
                .filter(day -> day.state().isEmpty()
                        || day.state().equals(before)
                        || day.state().equals(after)
                        || found.meanings().size() == 1)
                .findFirst();
        return meant.map(day -> new Read(day.day(), found.end())).orElse(null);
    }
}
