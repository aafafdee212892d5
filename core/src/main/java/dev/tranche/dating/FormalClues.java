package dev.tranche.dating;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clues from formulaic phrases of official texts.
 *
 * <pre>
 * signature = "this" ordinal "day" "of" month ["," "in" "the" "year" … spelled year]
 * term      = ordinal words of {@code numbered_terms.csv}: "the 118th Congress"
 * number    = ("release" | "statement" | "communiqué") ["No" "."] year sign number: "Press Release No. 23/45"
 * </pre>
 */
final class FormalClues {

    private static final Words THIS = Words.of("this");
    private static final Words DAY = Words.of("day");
    private static final Words OF = Words.of("of");
    private static final Words YEAR = Words.of("year");
    private static final Words THOUSAND = Words.of("thousand");
    private static final Words AND = Words.of("and");
    private static final Words TWENTY = Words.of("twenty thirty");
    private static final Words NINETEEN = Words.of("nineteen");
    private static final Words HUNDRED = Words.of("hundred");
    private static final Words RELEASE = Words.of("release statement communique communiqué bulletin");
    private static final Words NUMBER = Words.of("no nr number");
    private static final int YEAR_REACH = 8;
    private static final int HEAD_TOKENS = 80;
    private static final int CENTURY = 2000;
    private static final int LATEST_SHORT_YEAR = 40;

    /** A body with numbered terms. */
    private record Body(int number, LocalDate from, int months) {}

    /** The bodies of a lexicon with numbered terms. */
    static final class Bodies {

        private final PhraseList<Body> phrases = new PhraseList<>();

        static Bodies of(Lexicon lexicon) {
            Bodies bodies = new Bodies();
            for (LexiconFile.Row row : lexicon.readerRows("numbered_terms.csv")) {
                bodies.phrases.add(
                        row.field("words"),
                        new Body(
                                Integer.parseInt(row.field("number")),
                                LocalDate.parse(row.field("from")),
                                Integer.parseInt(row.field("months"))));
            }
            return bodies;
        }
    }

    private final Tokens tokens;
    private final List<Reason> reasons = new ArrayList<>();

    private FormalClues(Tokens tokens) {
        this.tokens = tokens;
    }

    static List<Reason> read(Bodies bodies, DatedText dated) {
        FormalClues clues = new FormalClues(dated.text().tokens());
        for (int token = 0; token < clues.tokens.size(); token++) {
            clues.signature(token);
            clues.term(bodies, token);
            clues.release(token);
        }
        return clues.reasons;
    }

    private void signature(int at) {
        if (!DAY.at(tokens, at) || !OF.at(tokens, at + 1)) {
            return;
        }
        int number = ordinal(at - 1);
        int first = at - 1;
        while (first > 0 && first > at - 5 && !THIS.at(tokens, first)) {
            first--;
        }
        int code = DateWords.code(tokens, at + 2);
        boolean month = code != 0 && DateWords.kind(code) == DateWords.Kind.MONTH;
        if (number == 0 || !THIS.at(tokens, first) || !month) {
            return;
        }
        int year = 0;
        int last = at + 2;
        for (int token = at + 3; token < Math.min(tokens.size(), at + 3 + YEAR_REACH) && year == 0; token++) {
            year = spelledYear(token);
            year = year == 0 && YEAR.at(tokens, token - 1) || year == 0 && tokens.isSign(token - 1, ',')
                    ? figure(token)
                    : year;
            last = year > 0 ? token : last;
        }
        DaySet days = YearlyDays.day(DateWords.value(code), number);
        if (year > 0) {
            days = days.and(DaySet.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        add(year > 0 ? "stated.signature" : "dateline.day.signature", days, first, last);
    }

    private int ordinal(int token) {
        int word = OrdinalWords.at(tokens, token);
        if (word > 0 || token < 1 || !tokens.isWord(token)) {
            return word;
        }
        boolean ending = tokens.end(token) - tokens.start(token) == 2 && tokens.kind(token - 1) == TokenKind.NUMBER;
        return ending ? digits(token - 1) : 0;
    }

    private int digits(int token) {
        boolean number = token >= 0
                && token < tokens.size()
                && tokens.kind(token) == TokenKind.NUMBER
                && tokens.end(token) - tokens.start(token) <= 4;
        String digits = number ? tokens.string(token) : "";
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : 0;
    }

    private int figure(int token) {
        int year = digits(token);
        return year >= DaySet.FIRST.getYear() && year <= DaySet.LAST.getYear() ? year : 0;
    }

    /** Reads "two thousand twenty-two", "two thousand and nineteen", "nineteen hundred and ninety-nine" to the year. */
    private int spelledYear(int at) {
        boolean thousand = THOUSAND.at(tokens, at + 1) && small(at) == 2;
        boolean hundred = HUNDRED.at(tokens, at + 1) && NINETEEN.at(tokens, at);
        if (!thousand && !hundred) {
            return 0;
        }
        int base = thousand ? CENTURY : CENTURY - 100;
        int next = at + 2 + (AND.at(tokens, at + 2) ? 1 : 0);
        int unit = small(next);
        boolean tens = TWENTY.at(tokens, next) || unit >= 20;
        int more = tens && tokens.isSign(next + 1, '-') ? small(next + 2) : 0;
        return base + unit + (more < 10 ? more : 0);
    }

    private int small(int token) {
        int code = DateWords.code(tokens, token);
        return code != 0 && DateWords.kind(code) == DateWords.Kind.NUMBER ? DateWords.value(code) : 0;
    }

    private void term(Bodies bodies, int token) {
        if (!bodies.phrases.mayStart(tokens, token)) {
            return;
        }
        PhraseList.Found<Body> found = bodies.phrases.at(tokens, token);
        int number = found.meanings().isEmpty() || isDayOfMonth(token - 2) ? 0 : ordinal(token - 1);
        if (number > 0) {
            Body body = found.meanings().get(0);
            LocalDate from = body.from().plusMonths((long) body.months() * (number - body.number()));
            DaySet days = DaySet.between(from, from.plusMonths(body.months()).minusDays(1));
            add("term", days, token - 1, found.end() - 1);
        }
    }

    /** "The March 24th General Assembly resolution" names a day, not the 24th assembly. */
    private boolean isDayOfMonth(int numberAt) {
        int code = numberAt > 0 ? DateWords.code(tokens, numberAt - 1) : 0;
        return code != 0 && DateWords.kind(code) == DateWords.Kind.MONTH;
    }

    private void release(int token) {
        if (token > HEAD_TOKENS || !RELEASE.at(tokens, token)) {
            return;
        }
        int at = token + 1;
        at += NUMBER.at(tokens, at) ? 1 : 0;
        at += at < tokens.size() && (tokens.isSign(at, '.') || tokens.isSign(at, ':') || tokens.isSign(at, '#'))
                ? 1
                : 0;
        boolean parted = at + 2 < tokens.size()
                && (tokens.isSign(at + 1, '/') || tokens.isSign(at + 1, '-'))
                && tokens.kind(at + 2) == TokenKind.NUMBER;
        int length = at < tokens.size() ? tokens.end(at) - tokens.start(at) : 0;
        int year = length == 2 && digits(at) <= LATEST_SHORT_YEAR ? CENTURY + digits(at) : figure(at);
        if (parted && digits(at) > 0 && year > 0) {
            add("number", DaySet.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), token, at + 2);
        }
    }

    private void add(String rule, DaySet days, int first, int last) {
        if (!days.isEmpty()) {
            reasons.add(new Reason(rule, days, Optional.of(tokens.span(Math.max(0, first), last))));
        }
    }
}
