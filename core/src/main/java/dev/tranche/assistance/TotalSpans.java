package dev.tranche.assistance;

import dev.tranche.dating.Months;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NumberReader;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.List;

/** Finds the words for the time over which a total has accumulated: "since May", "so far", "by the end of 2023". */
final class TotalSpans {

    private static final Words SPAN =
            Words.of("so far to date thus alone over past last already recent earlier previous");
    private static final Words ANNUALLY = Words.of("annually yearly");
    private static final Words PER = Words.of("per");
    private static final Words HALF = Words.of("half quarter");
    private static final Words YEARS = Words.of("year years decade decades");
    private static final Words PAYMENTS = Words.of("disbursements deliveries payments contributions");
    private static final Words ALTOGETHER = Words.of("altogether together overall");
    private static final Words AS = Words.of("as");
    private static final Words BY = Words.of("by");
    private static final Words END = Words.of("end");
    private static final Words EARMARKED = Words.of("earmarked reserved budgeted");
    private static final Words ALREADY = Words.of("already");
    private static final Words MOST = Words.of("largest biggest highest most greatest record");
    private static final int REACH = 22;

    private final MarkedText text;
    private final Tokens tokens;

    TotalSpans(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Are payments counted over a time: "have been funded since the summer"? */
    boolean isCounted(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.passive()
                && (clause.tense() == Tense.PERFECT || clause.tense() == Tense.PLUPERFECT)
                && isPaid(site)
                && hasSince(site);
    }

    /** "Gives 5 million a year": a regular payment, not what has added up. */
    boolean isRegular(Site site) {
        int end = site.sum().end();
        for (int token = end; token < Math.min(site.sentence().end(), end + 2); token++) {
            boolean each = English.ARTICLE.at(tokens, token) || PER.at(tokens, token) || English.EACH.at(tokens, token);
            if (ANNUALLY.at(tokens, token) || each && English.YEAR.at(tokens, token + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "Gave 5 million in 2023", "in March and April Norway gave": all that was given in that time. */
    boolean isOfPeriod(Site site) {
        Clause clause = site.clause();
        if (clause == null
                || !isPast(clause.tense())
                || clause.tense() != Tense.PAST && text.is(clause.verb(), Cue.PROMISE)
                || clause.modality() != Modality.REAL
                || !text.is(clause.verb(), Cue.GATHER)
                || site.chain().stream().noneMatch(clause.objects()::contains)) {
            return false;
        }
        List<NounGroup> groups = site.clauses().groups();
        return clause.obliques().stream().map(o -> groups.get(o.group())).anyMatch(this::isPeriod)
                || groups.stream()
                        .filter(g -> g.start() >= site.sum().end() && g.end() <= site.reach())
                        .anyMatch(g -> isPeriod(g) && !isBetween(site.sum().end() - 1, g.start()));
    }

    private static boolean isPast(Tense tense) {
        return tense == Tense.PAST || tense == Tense.PERFECT || tense == Tense.PLUPERFECT;
    }

    /** "In 2023", "in March and April", "in the first half", "in fiscal year 2023", "in the three years before". */
    private boolean isPeriod(NounGroup group) {
        if (group.preposition() < 0 || !English.IN.at(tokens, group.preposition())) {
            return false;
        }
        // "In fiscal year 2022": the number is in the group or right behind it.
        int end = English.YEAR.at(tokens, group.head()) ? group.end() + 1 : group.end();
        boolean bare = group.start() == end - 1 || English.YEAR.at(tokens, end - 2);
        boolean year = bare && isYear(end - 1) && !English.TO.at(tokens, end);
        boolean months = Months.at(tokens, group.start()) > 0
                && English.AND.at(tokens, group.end())
                && Months.at(tokens, group.end() + 1) > 0;
        boolean years = YEARS.at(tokens, group.head()) && isPlural(group.head());
        return year || months || years || HALF.at(tokens, group.head());
    }

    /** "Its largest package so far": one package beside earlier ones. */
    private boolean isSuperlative(Site site, int span) {
        for (int token = span - 1; token >= Math.max(site.sentence().start(), span - REACH); token--) {
            if (MOST.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** Do words beside the sum, or at the start of its sentence, say that it has accumulated? */
    boolean isSpanned(Site site) {
        if (isRegular(site)) {
            return false;
        }
        boolean promised = site.predicates().stream()
                .anyMatch(p -> !p.behind() && (p.is(text, Cue.PROMISE) || p.is(text, Cue.APPROVE)));
        boolean paid = isPaid(site);
        for (int token = afterBracket(site); token < Math.min(site.sentence().end(), site.end() + 14); token++) {
            boolean turns = English.AGAINST.at(tokens, token) && !English.SINCE.at(tokens, token);
            boolean other = ALREADY.at(tokens, token) && token >= site.reach();
            if (text.sumAt(token) != null || tokens.isSign(token, ';') || turns || other) {
                break;
            }
            boolean paidOut = ALREADY.at(tokens, token) && (isOneLoan(site) || isOnOneDay(site));
            boolean span = isSpan(token) && !paidOut && !isSuperlative(site, token);
            if (English.SINCE.at(tokens, token) || span || isYears(token, promised, paid)) {
                return true;
            }
        }
        if (isAsOf(site)) {
            return true;
        }
        for (int token = site.sentence().start(); token < site.start(); token++) {
            boolean inAll = ALTOGETHER.at(tokens, token) && tokens.isSign(token + 1, ',') && isPerfectVerb(site)
                    || text.is(token, Cue.TOTAL)
                            && English.ALL.at(tokens, token)
                            && token < site.sentence().start() + 2;
            boolean since = English.SINCE.at(tokens, token)
                    && !isBetween(site.sentence().start() - 1, token)
                    && Site.any(text, Math.max(site.sentence().start(), token - 3), token, Cue.AID);
            boolean opens = inAll
                    || since
                    || English.SINCE.at(tokens, token)
                            && (token < site.sentence().start() + 2 || tokens.isSign(token - 1, ';'))
                    || isSpan(token)
                            && !isSuperlative(site, token)
                            && !(ALREADY.at(tokens, token) && (isEarmarked(site) || isOnOneDay(site)))
                    || isYears(token, promised, paid)
                    || isBetweenYears(token);
            if (opens && !isBetween(token, site.start())) {
                return true;
            }
        }
        return false;
    }

    /** "10 million (£8 million) over the last year": the same sum in other money comes between. */
    private int afterBracket(Site site) {
        int end = site.sum().end();
        if (!tokens.isSign(end, '(')) {
            return end;
        }
        int close = end;
        while (close < site.sentence().end() && !tokens.isSign(close, ')')) {
            close++;
        }
        return close;
    }

    private static boolean isPerfectVerb(Site site) {
        return site.predicates().stream()
                .anyMatch(p -> p.clause() != null && p.clause().tense() == Tense.PERFECT && p.isReal());
    }

    /** "As of today 3 million has been received": what had come in by then. */
    private boolean isAsOf(Site site) {
        int start = site.sentence().start();
        return AS.at(tokens, start) && English.OF.at(tokens, start + 1) && isPerfectVerb(site);
    }

    /** "Payments under the plan come to 4 million so far": several payments, counted together. */
    boolean isPaidSoFar(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.verb() >= 0
                && text.is(clause.verb(), Cue.STAND)
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> PAYMENTS.at(tokens, g.head()))
                && isSpanned(site);
    }

    /** "Had been committed by the end of 2023", "by 6 May had given": what has added up by a day that is past. */
    boolean isByEndOf(Site site) {
        boolean past = site.verb()
                .map(Predicate::clause)
                .filter(clause -> clause.tense() == Tense.PLUPERFECT && clause.modality() == Modality.REAL)
                .isPresent();
        for (int token = site.end(); past && token < Math.min(site.sentence().end(), site.end() + REACH); token++) {
            if (BY.at(tokens, token) && (END.at(tokens, token + 1) || END.at(tokens, token + 2) || isDate(token + 1))) {
                return true;
            }
        }
        int start = site.sentence().start();
        return past && BY.at(tokens, start) && isDate(start + 1);
    }

    /** "May", "6 May", "2023". */
    private boolean isDate(int token) {
        return Months.at(tokens, token) > 0
                || isYear(token)
                || token + 1 < tokens.size()
                        && tokens.kind(token) == TokenKind.NUMBER
                        && Months.at(tokens, token + 1) > 0;
    }

    /** "Has already earmarked 1.5 million for 2028": money for years to come. */
    private boolean isEarmarked(Site site) {
        return site.verb().filter(p -> EARMARKED.at(tokens, p.token())).isPresent();
    }

    /** "Has already allocated 30 million on March 20": one act. */
    private boolean isOnOneDay(Site site) {
        for (int token = site.end(); token < Math.min(site.sentence().end(), site.end() + 8); token++) {
            if (English.ON.at(tokens, token) && tokens.isCapital(token + 1) && isDay(token + 2)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDay(int token) {
        return token < tokens.size() && tokens.kind(token) == TokenKind.NUMBER && tokens.length(token) <= 2;
    }

    /** "A loan of 1 billion, already disbursed": one act, paid. */
    private boolean isOneLoan(Site site) {
        return !site.heads().isEmpty()
                && (site.nearestHeadIs(text, Cue.LOAN) || site.nearestHeadIs(text, Cue.PACKAGE))
                && !isPlural(site.heads().getFirst());
    }

    /** "Has paid out", "have given": aid that can add up over a year. */
    private boolean isPaid(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.verb() >= 0
                && (text.is(clause.verb(), Cue.RECEIVE) && clause.tense() != Tense.PRESENT
                        || (clause.tense() == Tense.PERFECT || clause.tense() == Tense.PLUPERFECT)
                                && (text.is(clause.verb(), Cue.GATHER) || text.is(clause.verb(), Cue.DELIVER)));
    }

    private boolean isSpan(int token) {
        return text.is(token, Cue.SPAN) && SPAN.at(tokens, token);
    }

    /** "last year", "in 20 years to 2020", "between 2000 and 2020". */
    private boolean isYears(int token, boolean promised, boolean paid) {
        if (paid && English.THIS.at(tokens, token) && YEARS.at(tokens, token + 1)) {
            return true;
        }
        boolean last = English.LAST.at(tokens, token) && YEARS.at(tokens, token + 1) && !promised;
        return last || !promised && isBetweenYears(token);
    }

    private boolean isBetweenYears(int token) {
        return English.BETWEEN.at(tokens, token)
                && isYear(token + 1)
                && English.AND.at(tokens, token + 2)
                && isYear(token + 3);
    }

    boolean isPlural(int token) {
        return tokens.string(token).endsWith("s");
    }

    boolean isYear(int token) {
        return NumberReader.isYear(tokens, token);
    }

    boolean isBetween(int from, int to) {
        for (int token = from + 1; token < to; token++) {
            if (text.sumAt(token) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSince(Site site) {
        for (int token = site.end(); token < site.sentence().end() && text.sumAt(token) == null; token++) {
            if (English.SINCE.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }
}
