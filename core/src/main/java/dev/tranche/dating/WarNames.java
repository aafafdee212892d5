package dev.tranche.dating;

import dev.tranche.mention.ActorMention;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Clues from how a war is named: that it is called a war at all, its anniversaries, its third year.
 *
 * <p>Words about a feared or expected war say nothing.
 */
final class WarNames {

    private static final Words NOT_YET =
            Words.of("could would might possible potential imminent threat threats fear fears feared avoid avert"
                    + " prevent averted if eastern east separatists looming brink civil cold world");
    private static final Words ANNIVERSARY = Words.of("anniversary rocznica rocznicę rocznicy");
    private static final Words INVADED = Words.of("invaded invasion invading invade crossed inwazji inwazja");
    private static final Words ATTACK = Words.of("assault offensive onslaught aggression");
    private static final Words BEGAN = Words.of("began begun started launched broke erupted");
    private static final Words ANNUAL = Words.of("one two three four five six first second third fourth fifth sixth");
    private static final Words ITS = Words.of("its of the into");
    private static final Words WAR = Words.of("war wojna wojny wojnie wojną wojnę");
    private static final Words IN = Words.of("in on against with");
    private static final Words OF = Words.of("of");
    private static final Words OF_WHAT = Words.of("aggression choice conquest attrition");
    private static final int NEAR = 8;
    private static final int ANNIVERSARY_DAYS = 30;
    private static final int SLACK_DAYS = 10;
    private static final int MOST = 60;
    private static final int MOST_UNITS = 12;

    private final WarClues clues;
    private final DatedText dated;
    private final Tokens tokens;
    private final Wars wars;
    private final Set<Set<War>> named = new HashSet<>();
    private int after;

    WarNames(WarClues clues, DatedText dated, Wars wars) {
        this.clues = clues;
        this.dated = dated;
        this.wars = wars;
        this.tokens = dated.text().tokens();
    }

    /** Adds the clue that the report is from the time of the war it names, or later. */
    void named(int token) {
        if (token < after || !wars.names().mayStart(tokens, token) && !WAR.at(tokens, token)) {
            return;
        }
        PhraseList.Found<War> found = wars.names().at(tokens, token);
        Set<War> meant = new LinkedHashSet<>(found.meanings());
        int end = Math.max(found.end(), token + 1);
        if (meant.isEmpty() && WAR.at(tokens, token) && isOwned(token)) {
            latest(clues.near(token)).ifPresent(meant::add);
        }
        if (meant.isEmpty() || isNotYet(token, end)) {
            return;
        }
        after = end;
        if (!named.add(meant)) {
            return;
        }
        DaySet days = DaySet.NONE;
        DaySet anchor = DaySet.NONE;
        boolean ended = false;
        for (War war : meant) {
            days = days.or(DaySet.since(war.from()));
            anchor = anchor.or(war.to().isPresent() ? war.days() : DaySet.between(war.from(), war.from()));
            ended |= war.to().isPresent();
        }
        if (!days.isEmpty()) {
            clues.add(new Reason(
                    ended ? "war.named.ended" : "war.named", days, anchor, Optional.of(tokens.span(token, end - 1))));
        }
    }

    /** "Ukraine war", "Russia's war", "war of aggression against Ukraine": is the place or a party named beside the word? */
    private boolean isOwned(int token) {
        boolean genitive = token > 1 && tokens.kind(token - 1) == TokenKind.GENITIVE;
        ActorMention owner = dated.text().actorAt(genitive ? token - 2 : token - 1);
        int end = OF.at(tokens, token + 1) && OF_WHAT.at(tokens, token + 2) ? token + 3 : token + 1;
        ActorMention place = IN.at(tokens, end) ? dated.text().actorAt(end + 1) : null;
        return owner != null && !owner.code().isEmpty()
                || place != null && !place.code().isEmpty();
    }

    private static Optional<War> latest(Set<War> wars) {
        return wars.stream().max(java.util.Comparator.comparing(War::from));
    }

    private boolean isNotYet(int start, int end) {
        Sentence sentence = dated.text().sentenceOf(start);
        for (int at = Math.max(sentence.start(), start - NEAR); at < Math.min(sentence.end(), end + NEAR); at++) {
            if ((at < start || at >= end) && NOT_YET.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * "The second anniversary of the full-scale invasion", "one-year anniversary of the war": it must be followed by
     * "of".
     */
    void anniversary(int token) {
        if (!ANNIVERSARY.at(tokens, token)) {
            return;
        }
        Sentence sentence = dated.text().sentenceOf(token);
        int war = -1;
        for (int at = token + 1; at < Math.min(sentence.end(), token + NEAR) && war < 0; at++) {
            war = clues.isWar(at) ? at : -1;
        }
        int number = 0;
        for (int at = token - 1; at >= Math.max(sentence.start(), token - 3) && number == 0; at--) {
            number = ordinal(at);
        }
        if (war >= 0 && number > 0 && number <= MOST) {
            int years = number;
            clues.add("war.anniversary", clues.near(war), each -> anniversary(each, years), token, token);
        }
    }

    private static DaySet anniversary(War war, int years) {
        LocalDate day = war.from().plusYears(years);
        return DaySet.between(day.minusDays(ANNIVERSARY_DAYS), day.plusDays(ANNIVERSARY_DAYS));
    }

    private int ordinal(int at) {
        int word = OrdinalWords.at(tokens, at);
        if (word > 0) {
            return word;
        }
        int code = ANNUAL.at(tokens, at) ? DateWords.code(tokens, at) : 0;
        if (code != 0 && DateWords.kind(code) == DateWords.Kind.NUMBER) {
            return DateWords.value(code);
        }
        boolean figure = tokens.kind(at) == TokenKind.NUMBER && tokens.end(at) - tokens.start(at) <= 2;
        return figure && tokens.string(at).chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(tokens.string(at))
                : 0;
    }

    /** "They invaded in February", "crossed the border on 24 February": within a year of the first day. */
    void month(int index) {
        DateExpression date = dated.expressions().get(index);
        Symbol symbol = date.symbol() instanceof Symbol.PartOf(Part ignored, Symbol whole) ? whole : date.symbol();
        int month = switch (symbol) {
            case Symbol.Month(int named, Symbol.Which which) -> which == Symbol.Which.BARE ? named : 0;
            case Symbol.MonthDay(int named, int ignored) -> named;
            default -> 0;
        };
        if (month == 0 || dated.tense(index) == Tense.FUTURE) {
            return;
        }
        int first = Math.max(dated.text().sentenceOf(date.start()).start(), date.start() - NEAR);
        int invaded = -1;
        boolean began = false;
        for (int at = date.start() - 1; at >= first; at--) {
            began |= BEGAN.at(tokens, at);
            invaded = invaded < 0 && (INVADED.at(tokens, at) || began && isAttack(at)) ? at : invaded;
            if (ANNIVERSARY.at(tokens, at) || tokens.kind(at) == TokenKind.NUMBER) {
                return;
            }
        }
        if (invaded >= 0) {
            Set<War> newest = new LinkedHashSet<>();
            latest(clues.spokenOf()).ifPresent(newest::add);
            clues.add("war.month", newest, war -> month(war, symbol), date.start(), date.end() - 1);
        }
    }

    /** "Since war broke out in February", "after the assault began in late February". */
    private boolean isAttack(int token) {
        return clues.isWar(token) || ATTACK.at(tokens, token);
    }

    private static DaySet month(War war, Symbol symbol) {
        boolean of = switch (symbol) {
            case Symbol.Month(int month, Symbol.Which ignored) ->
                month == war.from().getMonthValue();
            case Symbol.MonthDay(int month, int day) ->
                month == war.from().getMonthValue() && day == war.from().getDayOfMonth();
            default -> false;
        };
        return of
                ? Fitting.days(symbol, Tense.PAST, war.from(), war.from()).and(DaySet.since(war.from()))
                : DaySet.NONE;
    }

    /** "In the ninth month of the war", "the war is in its third year": at the unit. */
    void ordinalUnit(int unitAt, Unit unit) {
        int number = OrdinalWords.at(tokens, unitAt - 1);
        if (number < 2
                || number > MOST_UNITS
                || unit != Unit.MONTH && unit != Unit.YEAR && unit != Unit.WEEK && unit != Unit.DAY) {
            return;
        }
        Sentence sentence = dated.text().sentenceOf(unitAt);
        int war = -1;
        int reach = unit == Unit.DAY ? NEAR / 2 : NEAR;
        for (int at = unitAt + 1; at < Math.min(sentence.end(), unitAt + reach) && !tokens.isSign(at, ','); at++) {
            war = war < 0 && ITS.at(tokens, unitAt + 1) && clues.isWar(at) ? at : war;
        }
        for (int at = unitAt - 2; at >= Math.max(sentence.start(), unitAt - NEAR); at--) {
            war = war < 0 && ITS.at(tokens, unitAt - 2) && clues.isWar(at) ? at : war;
        }
        if (war >= 0) {
            int slack = unit == Unit.DAY ? 1 : SLACK_DAYS;
            clues.add(
                    "war.duration",
                    clues.near(war),
                    each -> DaySet.between(
                            unit.plus(each.from(), number - 1).minusDays(slack),
                            unit.plus(each.from(), number).plusDays(slack)),
                    unitAt - 1,
                    unitAt);
        }
    }
}
