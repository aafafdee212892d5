package dev.tranche.figure;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StoryWords;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.Words;
import dev.tranche.statement.Statement;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
 * <p>A number that is put or claimed takes the unit of the figure before it. Its source is whoever puts or claims it,
 * else the speaker of the statement that holds the figure; a report's own figure has none. "The two countries" is not
 * a figure.
 */
public final class FigureReader {

    private static final int MOST = 200;
    private static final int GAP = 4;

    private static final Words FATE =
            Words.of("died killed evacuated wounded injured displaced captured detained arrested"
                    + " deported abducted missing dead rescued trained mobilized mobilised");
    private static final Words BETWEEN = Words.of("between from");
    private static final Words LINK = Words.of("and to");
    private static final Words AND = Words.of("and");
    private static final Words ONE_WORD = Words.of("one another");
    private static final Words INTO = Words.of("into across over toward towards");
    private static final Words PLACED =
            Words.of("in at on near and during while when after before across around outside");
    private static final Words INCLUDING = Words.of("including them");
    private static final Words PUT = Words.of(
            "put puts claims claimed estimates estimated believes says said reported" + " counts counted gave gives");
    private static final Words AT = Words.of("at");
    private static final Words PUT_ONLY = Words.of("put puts");
    private static final Words TOLL =
            Words.of("figure number toll total count estimate tally dead injured losses it" + " them");
    private static final Words DEAD = Words.of("dead toll");
    private static final Words PAIR = Words.of("the these both their his two other");
    private static final int LONGEST_SOURCE = 6;
    private static final int LONGEST_CLAIM = 10;
    private static final Words AUXILIARY = Words.of("were was have had has been are is be being already so far");
    private static final Words DETERMINER = Words.of("the a an but and while");
    private static final Set<String> FATES =
            Set.of(("killed evacuated wounded injured displaced captured " + "detained arrested deported abducted dead")
                    .split(" "));
    private static final Words WALL = Words.of("and or of in to from by with for that who which at on as per");

    private final MarkedText text;
    private final Tokens tokens;
    private final List<Statement> statements;
    private final Unit.Tables units;
    private final CountedNoun nouns;
    private final NumberBounds bounds;
    private final StoryWords.WordClass supply;
    private final StoryWords.WordClass shoot;
    private final StoryWords.WordClass harm;
    private final StoryWords.WordClass suffer;
    private final boolean[] money;
    private boolean inTitle;
    private final List<Figure> figures = new ArrayList<>();

    private FigureReader(Lexicon lexicon, MarkedText text, List<Statement> statements) {
        StoryWords words = StoryWords.of(lexicon);
        this.units = Unit.tables(lexicon);
        this.nouns = new CountedNoun(lexicon, text);
        this.bounds = new NumberBounds(text.tokens());
        this.supply = words.of("supply");
        this.shoot = words.of("shoot");
        this.harm = words.of("harm");
        this.suffer = words.of("suffer");
        this.text = text;
        this.tokens = text.tokens();
        this.statements = statements;
        this.money = new boolean[tokens.size()];
        for (SumMention sum : text.sums()) {
            java.util.Arrays.fill(money, Math.max(0, sum.start()), Math.min(tokens.size(), sum.end()), true);
        }
    }

    /** Returns the figures of a text in the order of their words. */
    public static List<Figure> read(Lexicon lexicon, MarkedText text, List<Statement> statements) {
        FigureReader reader = new FigureReader(lexicon, text, statements);
        reader.run();
        return List.copyOf(reader.figures);
    }

    private void run() {
        boolean hasBody = !text.document().body().isBlank();
        for (Sentence sentence : text.sentences()) {
            if (!(sentence.title() && hasBody)) {
                read(sentence);
            }
        }
        if (hasBody) {
            inTitle = true;
            for (Sentence sentence : text.sentences()) {
                if (sentence.title()) {
                    read(sentence);
                }
            }
        }
        figures.sort(Comparator.comparingInt(figure -> figure.evidence().span().start()));
    }

    private void read(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end() && figures.size() < MOST; token++) {
            if (money[token] || text.actorAt(token) != null) {
                continue;
            }
            Fractions.Share share = Fractions.at(tokens, sentence, token);
            int end = share == null ? -1 : share.end();
            if (share != null) {
                add(share.percent(), bounds.of(share.start()), "percent", share.start(), end);
            }
            end = end < 0 ? range(sentence, token) : end;
            end = end < 0 ? counted(sentence, token) : end;
            end = end < 0 ? put(sentence, token) : end;
            token = end < 0 ? token : end - 1;
        }
    }

    /** "Between 20 and 30 people", "from 20 to 30 people": two ends, neither exact. */
    private int range(Sentence sentence, int token) {
        boolean opens = BETWEEN.at(tokens, token - 1);
        NumberWords.Found low = opens ? NumberWords.at(tokens, token) : null;
        int link = low == null ? -1 : low.end();
        boolean linked =
                low != null && (LINK.at(tokens, link) || tokens.isSign(link, '-') || tokens.isSign(link, '\u2013'));
        NumberWords.Found high = linked ? NumberWords.at(tokens, link + 1) : null;
        if (low == null || high == null || high.value().compareTo(low.value()) <= 0) {
            return -1;
        }
        int before = figures.size();
        int end = counted(sentence, link + 1);
        if (end < 0 || figures.size() != before + 1) {
            return end;
        }
        Figure top = figures.remove(before);
        if (top.unit().startsWith("percent") || top.bound() == Bound.EXACTLY || top.bound() == Bound.ABOUT) {
            add(low.value(), Bound.AT_LEAST, top.unit(), token, low.end());
            add(top.value(), Bound.AT_MOST, top.unit(), link + 1, end);
        }
        return end;
    }

    private int counted(Sentence sentence, int token) {
        NumberWords.Found number = NumberWords.at(tokens, token);
        if (number == null) {
            return single(sentence, token);
        }
        if (number.end() > sentence.end() || number.value().signum() == 0 || nouns.isCalibre(number.end())) {
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
                break;
            }
            at++;
        }
        int end = harmed(sentence, token, number);
        end = end < 0 ? shared(sentence, token, number) : end;
        return end < 0 ? noun(sentence, token, number) : end;
    }

    /** "Killed one person", "at least one soldier": "one" is a figure only where it is informative. */
    private int single(Sentence sentence, int token) {
        WordTable.Hit<Unit> unit = ONE_WORD.at(tokens, token) ? units.single().at(tokens, token + 1) : null;
        if (unit == null || unit.end() > sentence.end()) {
            return -1;
        }
        String fate = suffered(sentence, token, unit.end());
        if (fate.isEmpty() && bounds.of(token) != Bound.AT_LEAST) {
            return -1;
        }
        add(BigDecimal.ONE, bounds.of(token), fate + unit.value().name(), token, unit.end());
        return unit.end();
    }

    /** "Killed three people and wounded 23", "another 73 were injured": people without a noun. */
    private int harmed(Sentence sentence, int token, NumberWords.Found number) {
        int end = number.end();
        if (isYear(token, number) || number.value().stripTrailingZeros().scale() > 0) {
            return -1;
        }
        int verb = bounds.opening(token) - 1;
        boolean closed = end >= sentence.end() || !tokens.isWord(end) || PLACED.at(tokens, end);
        if (harm.at(tokens, verb) && closed && !tokens.isSign(end, '-') && !tokens.isSign(end, '%')) {
            add(
                    number.value(),
                    bounds.of(token),
                    CountedNoun.participle(tokens.string(verb)) + " " + victims(sentence),
                    token,
                    end);
            return end;
        }
        int aux = end;
        while (aux < sentence.end() && aux - end < GAP && AUXILIARY.at(tokens, aux)) {
            aux++;
        }
        if (aux > end && suffer.at(tokens, aux)) {
            add(
                    number.value(),
                    bounds.of(token),
                    CountedNoun.participle(tokens.string(aux)) + " " + victims(sentence),
                    token,
                    aux + 1);
            return aux + 1;
        }
        return -1;
    }

    /** The victims counted by the previous figure in the sentence, else people. */
    private String victims(Sentence sentence) {
        Figure last = figures.isEmpty() ? null : figures.get(figures.size() - 1);
        boolean here = last != null && last.evidence().span().start() >= tokens.start(sentence.start());
        int blank = here && last != null ? last.unit().indexOf(' ') : -1;
        return blank > 0 && last != null && FATES.contains(last.unit().substring(0, blank))
                ? last.unit().substring(blank + 1)
                : "people";
    }

    /** "35 Norwegian and 36 Danish prisoners": the noun of the second number applies to the first one as well. */
    private int shared(Sentence sentence, int token, NumberWords.Found number) {
        int and = number.end();
        while (and < sentence.end() && and - number.end() < 3 && tokens.isWord(and) && !AND.at(tokens, and)) {
            and++;
        }
        NumberWords.Found other = AND.at(tokens, and) && and > number.end() ? NumberWords.at(tokens, and + 1) : null;
        int own = nouns.end(sentence, number.end());
        boolean counts = own >= 0 && own <= and;
        if (other == null || counts || isYear(token, number) || nouns.isIdle(token, number, bounds.opening(token))) {
            return -1;
        }
        int before = figures.size();
        int end = counted(sentence, and + 1);
        if (end < 0 || figures.size() != before + 1) {
            return -1;
        }
        Figure second = figures.remove(before);
        add(number.value(), bounds.of(token), second.unit(), token, and);
        figures.add(second);
        return end;
    }

    /** A plural noun that the table of units lacks. */
    private int noun(Sentence sentence, int token, NumberWords.Found number) {
        boolean whole = number.value().stripTrailingZeros().scale() <= 0;
        if (!whole || isYear(token, number) || nouns.isIdle(token, number, bounds.opening(token))) {
            return -1;
        }
        int end = nouns.end(sentence, number.end());
        if (end < 0 || nouns.isGear(number.end(), end) && isGiven(sentence, end)) {
            return -1;
        }
        String name = suffered(sentence, token, end) + nouns.name(number.end(), end);
        add(number.value(), bounds.of(token), name, token, end);
        return end;
    }

    /** Weapons that are given are items; if fired, lost or destroyed, they are figures. */
    private boolean isGiven(Sentence sentence, int end) {
        boolean fired = INTO.at(tokens, end);
        boolean given = false;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (!nouns.isInGear(token)) {
                fired |= shoot.at(tokens, token);
                given |= supply.at(tokens, token);
            }
        }
        return given && !fired;
    }

    private int unit(
            Sentence sentence, int token, NumberWords.Found number, int at, WordTable.Hit<Unit> hit, String state) {
        Unit unit = hit.value();
        String name = switch (unit.kind()) {
            case SHARE -> null;
            case PEOPLE -> suffered(sentence, token, hit.end()) + state + unit.name();
            case GEAR -> isGiven(sentence, hit.end()) ? "" : state + unit.name();
            case ONE -> "";
            case FATE, THING, LENGTH -> isPair(token, number, unit) ? "" : state + unit.name();
            case DURATION -> "";
        };
        if (name == null) {
            return share(sentence, token, number, hit.end());
        }
        boolean year = unit.kind() != Unit.Kind.DURATION && isYear(token, number);
        boolean fateFar = unit.kind() == Unit.Kind.FATE && at > number.end() + 1;
        boolean given = nouns.isGear(number.end(), hit.end()) && isGiven(sentence, hit.end());
        if (name.isEmpty() || year || fateFar || given) {
            return -1;
        }
        add(number.value(), bounds.of(token), name, token, hit.end());
        return hit.end();
    }

    /** "The two countries", "both sides": not a count. */
    private boolean isPair(int token, NumberWords.Found number, Unit unit) {
        boolean two = number.value().compareTo(BigDecimal.TWO) == 0;
        return two && unit.isGroup() && (PAIR.at(tokens, token - 1) || bounds.of(token) == Bound.EXACTLY);
    }

    /** "Killed 40 people", "40 people were killed", "40 dead, including 12 children". */
    private String suffered(Sentence sentence, int token, int end) {
        String after = fate(sentence, end);
        if (!after.isEmpty()) {
            return after;
        }
        int first = bounds.opening(token);
        if (harm.at(tokens, first - 1)) {
            return CountedNoun.participle(tokens.string(first - 1)) + " ";
        }
        Figure last = figures.isEmpty() ? null : figures.get(figures.size() - 1);
        boolean part = INCLUDING.at(tokens, first - 1)
                && last != null
                && last.evidence().span().start() >= tokens.start(sentence.start())
                && last.unit().indexOf(' ') > 0
                && FATES.contains(last.unit().substring(0, last.unit().indexOf(' ')));
        return part && last != null ? last.unit().substring(0, last.unit().indexOf(' ') + 1) : "";
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
        int before = bounds.opening(token) - 1;
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
        add(number.value(), bounds.of(token), unit, token, number.end(), who(sentence, verb));
        return number.end();
    }

    /** The words from the start of the clause to the verb, if they are few. */
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
        add(number.value(), bounds.of(token), "percent" + of, token, last);
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

    private void add(BigDecimal value, Bound bound, String unit, int start, int end) {
        add(value, bound, unit, start, end, Optional.empty());
    }

    private void add(BigDecimal value, Bound bound, String unit, int start, int end, Optional<String> who) {
        boolean told = figures.stream()
                .anyMatch(figure -> figure.value().compareTo(value) == 0
                        && (inTitle || figure.unit().equals(unit)));
        if (told) {
            return;
        }
        Span span = tokens.span(bounds.opening(start), end - 1);
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
