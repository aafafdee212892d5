package dev.tranche.figure;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.Words;
import dev.tranche.statement.Statement;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures other than money.
 *
 * <pre>
 * figure   = [ fate ] [ bound ] number { adjective | state } unit [ fate ]
 *          | [ bound ] number fate | number "percent" "of" what | ordinal unit
 *          | who "puts" [ "the" toll ] "at" [ bound ] number | who "claims" [ bound ] number
 * </pre>
 *
 * <p>A number that is put or claimed counts what the figure before it counts. The source is who puts or claims it, else
 * the speaker of the statement that holds the figure; a report's own figure has none. "The two countries" counts nothing.
 */
public final class FigureReader {

    private static final int MOST = 200;
    private static final int GAP = 4;

    private static final Words ABOUT =
            Words.of("about around approximately some roughly nearly almost estimated circa an");
    private static final Words OVER = Words.of("over above exceeding");
    private static final Words THAN = Words.of("than");
    private static final Words FEWER = Words.of("fewer less");
    private static final Words FATE =
            Words.of("died killed evacuated wounded injured displaced captured detained arrested"
                    + " deported abducted missing dead rescued trained mobilized mobilised");
    private static final Words KILLS = Words.of("killed killing kills wounded wounding injured injuring displaced"
            + " displacing evacuated evacuating detained captured deported rescued trained");
    private static final Words INCLUDING = Words.of("including them");
    private static final Words PUT = Words.of(
            "put puts claims claimed estimates estimated believes says said reported" + " counts counted gave gives");
    private static final Words AT = Words.of("at");
    private static final Words LEAST = Words.of("least most");
    private static final Words PUT_ONLY = Words.of("put puts");
    private static final Words TOLL =
            Words.of("figure number toll total count estimate tally dead injured losses it" + " them");
    private static final Words DEAD = Words.of("dead toll");
    private static final Words PAIR = Words.of("the these both their his two other");
    private static final int LONGEST_SOURCE = 6;
    private static final int LONGEST_CLAIM = 10;
    private static final Words AUXILIARY = Words.of("were was have had has been are is be being already so far");
    private static final Words LIMIT = Words.of("more at least up to");
    private static final Words DETERMINER = Words.of("the a an but and while");
    private static final Words HOSTILE = Words.of("fired launched launches launching shot downed destroyed intercepted"
            + " sent fires flew lost deployed struck crashed");
    private static final Set<String> FATES = Set.of(
            "killed",
            "evacuated",
            "wounded",
            "injured",
            "displaced",
            "captured",
            "detained",
            "arrested",
            "deported",
            "abducted",
            "dead");
    private static final Words WALL = Words.of("and or of in to from by with for that who which at on as per");

    private final MarkedText text;
    private final Tokens tokens;
    private final List<Statement> statements;
    private final Unit.Tables units = Unit.tables();
    private final boolean[] money;
    private final List<Figure> figures = new ArrayList<>();

    private FigureReader(MarkedText text, List<Statement> statements) {
        this.text = text;
        this.tokens = text.tokens();
        this.statements = statements;
        this.money = new boolean[tokens.size()];
        for (SumMention sum : text.sums()) {
            java.util.Arrays.fill(money, Math.max(0, sum.start()), Math.min(tokens.size(), sum.end()), true);
        }
    }

    /** Returns the figures of a text in the order of their words. */
    public static List<Figure> read(MarkedText text, List<Statement> statements) {
        FigureReader reader = new FigureReader(text, statements);
        reader.run();
        return List.copyOf(reader.figures);
    }

    private void run() {
        boolean hasBody = !text.document().body().isBlank();
        for (Sentence sentence : text.sentences()) {
            if (sentence.title() && hasBody) {
                continue;
            }
            for (int token = sentence.start(); token < sentence.end() && figures.size() < MOST; token++) {
                if (money[token] || text.actorAt(token) != null) {
                    continue;
                }
                int end = ordinal(sentence, token);
                end = end < 0 ? counted(sentence, token) : end;
                end = end < 0 ? put(sentence, token) : end;
                token = end < 0 ? token : end - 1;
            }
        }
    }

    private int ordinal(Sentence sentence, int token) {
        int word = OrdinalWords.at(tokens, token);
        int n = word > 1 ? word : 0;
        int at = token + 1;
        if (n == 0
                && tokens.kind(token) == TokenKind.NUMBER
                && at < sentence.end()
                && tokens.isWord(at)
                && tokens.start(at) == tokens.end(token)
                && isSuffix(tokens.string(at))) {
            String digits = tokens.string(token);
            n = digits.length() < 4 && digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
            at++;
        }
        if (n == 0) {
            return -1;
        }
        for (int step = 0; step < 3 && at < sentence.end(); step++, at++) {
            WordTable.Hit<Unit> unit = units.ordinal().at(tokens, at);
            if (unit != null) {
                add(BigDecimal.valueOf(n), Bound.EXACTLY, unit.value().name(), token, unit.end());
                return unit.end();
            }
            if (!tokens.isWord(at) || WALL.at(tokens, at)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isSuffix(String word) {
        return word.equals("st") || word.equals("nd") || word.equals("rd") || word.equals("th");
    }

    private int counted(Sentence sentence, int token) {
        NumberWords.Found number = NumberWords.at(tokens, token);
        if (number == null || number.end() > sentence.end() || number.value().signum() == 0) {
            return -1;
        }
        String state = "";
        int at = number.end();
        for (int step = 0; step < GAP && at < sentence.end(); step++) {
            WordTable.Hit<Unit> hit = units.counted().at(tokens, at);
            if (hit == null && at == number.end() && tokens.isSign(at, '%')) {
                return share(sentence, token, number, at + 1);
            }
            if (hit != null) {
                return unit(sentence, token, number, at, hit, state);
            }
            ActorMention actor = text.actorAt(at);
            WordTable.Hit<Unit> inner = actor == null || actor.end() <= at + 1
                    ? null
                    : units.counted().at(tokens, actor.end() - 1);
            if (actor != null && inner != null) {
                return unit(sentence, token, number, actor.end() - 1, inner, state);
            }
            if (actor != null) {
                state = actor.form() == ActorForm.ADJECTIVE ? words(actor.start(), actor.end()) + " " : state;
                at = actor.end();
                continue;
            }
            boolean passed = tokens.kind(at) == TokenKind.QUOTE
                    || tokens.isSign(at, '-')
                    || tokens.isWord(at) && !WALL.at(tokens, at);
            if (!passed) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private int unit(
            Sentence sentence, int token, NumberWords.Found number, int at, WordTable.Hit<Unit> hit, String state) {
        Unit unit = hit.value();
        String name = switch (unit.kind()) {
            case SHARE -> null;
            case PEOPLE -> suffered(sentence, token, hit.end()) + state + unit.name();
            case GEAR -> isHostile(sentence) ? state + unit.name() : "";
            case FATE, THING, LENGTH, ORDINAL -> isPair(token, number, unit) ? "" : state + unit.name();
            case DURATION -> bound(token) == Bound.EXACTLY ? "" : unit.name();
        };
        if (name == null) {
            return share(sentence, token, number, hit.end());
        }
        boolean year = unit.kind() != Unit.Kind.DURATION && isYear(token, number);
        boolean fateFar = unit.kind() == Unit.Kind.FATE && at > number.end() + 1;
        if (name.isEmpty() || year || fateFar) {
            return -1;
        }
        add(number.value(), bound(token), name, token, hit.end());
        return hit.end();
    }

    /** "The two countries", "both sides": nobody counts them. */
    private boolean isPair(int token, NumberWords.Found number, Unit unit) {
        boolean two = number.value().compareTo(BigDecimal.TWO) == 0;
        return two && unit.isGroup() && (PAIR.at(tokens, token - 1) || bound(token) == Bound.EXACTLY);
    }

    private boolean isHostile(Sentence sentence) {
        for (int at = sentence.start(); at < sentence.end(); at++) {
            if (HOSTILE.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** "Killed 40 people", "40 people were killed", "40 dead, including 12 children". */
    private String suffered(Sentence sentence, int token, int end) {
        String after = fate(sentence, end);
        if (!after.isEmpty()) {
            return after;
        }
        int first = opening(token);
        if (KILLS.at(tokens, first - 1)) {
            String word = tokens.string(first - 1).toLowerCase(Locale.ROOT);
            return (word.endsWith("ing") ? word.substring(0, word.length() - 3) + "ed" : word) + " ";
        }
        Figure last = figures.isEmpty() ? null : figures.get(figures.size() - 1);
        boolean part = INCLUDING.at(tokens, first - 1)
                && last != null
                && last.evidence().span().start() >= tokens.start(sentence.start())
                && last.unit().indexOf(' ') > 0
                && FATES.contains(last.unit().substring(0, last.unit().indexOf(' ')));
        return part && last != null ? last.unit().substring(0, last.unit().indexOf(' ') + 1) : "";
    }

    /** Returns the first of the words that bound the number, else the number. */
    private int opening(int token) {
        int first = token;
        while (first > 0
                && token - first < 3
                && (ABOUT.at(tokens, first - 1)
                        || OVER.at(tokens, first - 1)
                        || THAN.at(tokens, first - 1)
                        || FEWER.at(tokens, first - 1)
                        || LIMIT.at(tokens, first - 1) && (!AT.at(tokens, first - 1) || LEAST.at(tokens, first)))) {
            first--;
        }
        return first;
    }

    /** "Kyiv puts the figure at 100,000", "the ministry claims more than 14,000": the unit of the figure before it. */
    private int put(Sentence sentence, int token) {
        NumberWords.Found number = NumberWords.at(tokens, token);
        boolean closed = number != null
                && (number.end() >= sentence.end() || tokens.kind(number.end()) == TokenKind.SIGN)
                && !tokens.isSign(Math.min(tokens.size() - 1, number.end()), '%');
        if (number == null || !closed || number.value().compareTo(BigDecimal.TEN) < 0 || isYear(token, number)) {
            return -1;
        }
        int before = opening(token) - 1;
        boolean at = AT.at(tokens, before);
        boolean toll = false;
        int verb = before;
        while (at && verb > sentence.start() && before - verb < LONGEST_CLAIM && !PUT_ONLY.at(tokens, verb)) {
            toll |= TOLL.at(tokens, verb);
            verb--;
        }
        boolean said = at ? PUT_ONLY.at(tokens, verb) && toll : PUT.at(tokens, before) && !figures.isEmpty();
        if (!said) {
            return -1;
        }
        Figure last = figures.isEmpty() ? null : figures.get(figures.size() - 1);
        boolean here = last != null
                && text.sentenceIndex(tokens.firstAt(last.evidence().span().start())) >= text.sentenceIndex(token) - 1;
        boolean dead = DEAD.at(tokens, verb + 1) || DEAD.at(tokens, verb + 2);
        String unit = dead ? "deaths" : here && last != null ? last.unit() : "";
        if (unit.isEmpty()) {
            return -1;
        }
        add(number.value(), bound(token), unit, token, number.end(), who(sentence, verb));
        return number.end();
    }

    /** The words from the start of the clause to the verb, when they are few. */
    private Optional<String> who(Sentence sentence, int verb) {
        int start = verb;
        while (start > sentence.start()
                && verb - start <= LONGEST_SOURCE
                && tokens.kind(start - 1) != TokenKind.SIGN
                && tokens.kind(start - 1) != TokenKind.QUOTE) {
            start--;
        }
        while (start < verb && DETERMINER.at(tokens, start)) {
            start++;
        }
        boolean few = start < verb && verb - start <= LONGEST_SOURCE;
        return few ? Optional.of(words(start, verb)) : Optional.empty();
    }

    private boolean isYear(int token, NumberWords.Found number) {
        int value = number.value().precision() < 9 ? number.value().intValue() : 0;
        return value >= 1900
                && value < 2100
                && tokens.kind(token) == TokenKind.NUMBER
                && tokens.string(token).indexOf(',') < 0;
    }

    private int share(Sentence sentence, int token, NumberWords.Found number, int end) {
        String of = "";
        int last = end;
        if (end + 1 < sentence.end() && tokens.isWord(end) && tokens.string(end).equals("of")) {
            int at = end + 1;
            while (at < sentence.end()
                    && at - end < 6
                    && tokens.isWord(at)
                    && !WALL.at(tokens, at)
                    && !AUXILIARY.at(tokens, at)) {
                at++;
            }
            of = at > end + 1 ? " of " + words(end + 1, at) : "";
            last = at > end + 1 ? at : end;
        }
        add(number.value(), bound(token), "percent" + of, token, last);
        return last;
    }

    /** "People were evacuated" counts evacuated people. */
    private String fate(Sentence sentence, int from) {
        int limit = Math.min(sentence.end(), from + 4);
        for (int at = from; at < limit; at++) {
            if (FATE.at(tokens, at)) {
                String word = tokens.string(at).toLowerCase(Locale.ROOT);
                return (word.equals("died") ? "dead" : word) + " ";
            }
            if (!AUXILIARY.at(tokens, at)) {
                return "";
            }
        }
        return "";
    }

    private Bound bound(int token) {
        int at = token - 1;
        if (at >= 0 && tokens.kind(at) == TokenKind.QUOTE) {
            at--;
        }
        if (THAN.at(tokens, at)) {
            return FEWER.at(tokens, at - 1) ? Bound.AT_MOST : Bound.AT_LEAST;
        }
        if (OVER.at(tokens, at)) {
            return Bound.AT_LEAST;
        }
        boolean least =
                tokens.isWord(Math.max(0, at)) && at > 0 && tokens.string(at).equals("least");
        if (least) {
            return Bound.AT_LEAST;
        }
        boolean up = at > 0
                && tokens.isWord(at - 1)
                && tokens.string(at).equals("to")
                && tokens.string(at - 1).equalsIgnoreCase("up");
        if (up) {
            return Bound.AT_MOST;
        }
        boolean vague = ABOUT.at(tokens, at)
                || at >= 0 && tokens.isWord(at) && tokens.string(at).equals("a");
        return vague ? Bound.ABOUT : Bound.EXACTLY;
    }

    private void add(BigDecimal value, Bound bound, String unit, int start, int end) {
        add(value, bound, unit, start, end, Optional.empty());
    }

    private void add(BigDecimal value, Bound bound, String unit, int start, int end, Optional<String> who) {
        Span span = tokens.span(opening(start), end - 1);
        Optional<String> source = who.isPresent() ? who : source(span);
        figures.add(new Figure(value, bound, unit, source, text.document().evidence(span)));
    }

    /** The speaker of the shortest statement around the figure. */
    private Optional<String> source(Span span) {
        @Nullable Statement best = null;
        for (Statement statement : statements) {
            boolean holds = statement.evidence().span().contains(span);
            if (holds
                    && (best == null
                            || statement.evidence().span().length()
                                    < best.evidence().span().length())) {
                best = statement;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(best.speaker().shown()).filter(s -> !s.isEmpty());
    }

    private String words(int start, int end) {
        return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }
}
