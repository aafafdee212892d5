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
import org.jspecify.annotations.Nullable;

/**
 * Reads figures other than money.
 *
 * <pre>
 * figure   = [ bound ] number { adjective | state } unit [ fate ]
 *          | [ bound ] number fate | number "percent" "of" what | ordinal unit
 * </pre>
 *
 * <p>The source is the speaker of the statement that holds the figure; a report's own figure has none.
 */
public final class FigureReader {

    private static final int MOST = 200;
    private static final int GAP = 4;

    private static final Words ABOUT =
            Words.of("about around approximately some roughly nearly almost estimated circa an");
    private static final Words OVER = Words.of("over above exceeding");
    private static final Words THAN = Words.of("than");
    private static final Words FEWER = Words.of("fewer less");
    private static final Words FATE = Words.of("killed evacuated wounded injured displaced captured detained arrested"
            + " deported abducted missing dead rescued trained mobilized mobilised");
    private static final Words AUXILIARY = Words.of("were was have had has been are is be being already so far");
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
            case PEOPLE -> fate(sentence, hit.end()) + state + unit.name();
            case FATE, THING, LENGTH, ORDINAL -> state + unit.name();
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
                return tokens.string(at).toLowerCase(Locale.ROOT) + " ";
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
        int first = start;
        while (first > 0
                && start - first < 3
                && (ABOUT.at(tokens, first - 1)
                        || OVER.at(tokens, first - 1)
                        || THAN.at(tokens, first - 1)
                        || FEWER.at(tokens, first - 1)
                        || Words.of("more at least up to").at(tokens, first - 1))) {
            first--;
        }
        Span span = tokens.span(first, end - 1);
        figures.add(new Figure(value, bound, unit, source(span), text.document().evidence(span)));
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
