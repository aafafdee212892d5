package dev.tranche.dating;

import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;

/**
 * Determines from the verbs around a date whether it is before or after the report: the nearest one decides, and a
 * comma in between makes a verb more distant.
 */
final class TenseReader {

    private static final Words FUTURE = Words.of(
            "will ll shall wont expected scheduled due planned plans planning upcoming ahead forthcoming hopes intends"
                    + " intend slated poised aims coming launches releases arrives expires delayed postponed pushed"
                    + " predictions forecast going expects awaits looming set begins starts takes gets opens projected"
                    + " beyond będzie");
    private static final Words MODAL = Words.of("would could should might can may must wants likely to");
    private static final Words PAST = Words.of(
            "was were had did been said told met came took went began made sent gave saw left held won lost fell rose"
                + " led brought bought built found got hit kept knew let meant paid put ran read sold spent spoke"
                + " stood struck thought wrote became broke chose drew drove fought flew grew hid rang sank shot shut"
                + " spread swore taught threw woke wore shook sought fled set cut stole undertook withdrew underwent"
                + " overthrew has have powiedział poinformował był była");
    private static final Words NO_VERB = Words.of(
            "indeed speed need needed united hundred feed seed embed armed so-called alleged related based limited led"
                    + " red unexpected supposed added advanced combined sacred naked wicked");
    private static final Words BE = Words.of("be");
    private static final Words SAID = Words.of("said told added reported says");
    private static final int SPEECH = 6;
    private static final int REACH = 16;
    private static final int COMMA = 4;
    private static final int WEAK = 3;
    private static final int SHORTEST = 5;

    private TenseReader() {}

    /** Returns the tense of the words around the tokens from start to end, exclusive, of a sentence. */
    static Tense read(Tokens tokens, Sentence sentence, int start, int end) {
        if (isTerm(tokens, sentence, start, end)) {
            return Tense.FUTURE;
        }
        int future = Integer.MAX_VALUE;
        int past = Integer.MAX_VALUE;
        int penalty = 0;
        for (int at = start - 1; at >= Math.max(sentence.start(), start - REACH); at--) {
            penalty += isBreak(tokens, at) ? COMMA : 0;
            int distance = start - at + penalty;
            future = Math.min(future, futureAt(tokens, at, distance));
            past = Math.min(past, pastAt(tokens, at, distance));
        }
        penalty = 0;
        boolean opens = start - sentence.start() <= 3;
        for (int at = end; at < Math.min(sentence.end(), end + REACH); at++) {
            boolean first = opens && at - end <= 1;
            penalty += isBreak(tokens, at) && !first ? COMMA : 0;
            int distance = at - end + 1 + penalty + (opens ? 0 : 1);
            future = TO.at(tokens, at) ? future : Math.min(future, futureAt(tokens, at, distance));
            past = Math.min(past, pastAt(tokens, at, distance));
        }
        if (future == past) {
            return future == Integer.MAX_VALUE ? Tense.UNKNOWN : Tense.FUTURE;
        }
        return future < past ? Tense.FUTURE : Tense.PAST;
    }

    /** "Payable Dec. 1", "the Jan. 14 deadline", "extended to Nov. 20": a deadline is ahead, unless it was missed. */
    private static boolean isTerm(Tokens tokens, Sentence sentence, int start, int end) {
        int before = start - 1 - (ON.at(tokens, start - 1) ? 1 : 0);
        boolean moved = TO.at(tokens, start - 1) && MOVED.at(tokens, start - 2);
        if (!TERM.at(tokens, before) && !moved && !DEADLINE.at(tokens, end)) {
            return false;
        }
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (MISSED.at(tokens, token)) {
                return false;
            }
        }
        return true;
    }

    private static final Words ON = Words.of("on until till by as");
    private static final Words TERM = Words.of("payable effective redeemable expiring maturing repayable refundable");
    private static final Words MOVED = Words.of("extended postponed delayed deferred adjourned rescheduled");
    private static final Words DEADLINE = Words.of("deadline expiration maturity expiry cutoff");
    private static final Words MISSED = Words.of("missed passed lapsed expired elapsed met ended");

    /** Is the nearest verb before a date an infinitive: "agreed to open the crossing by September 30"? */
    static boolean isDue(Tokens tokens, Sentence sentence, int start) {
        for (int at = start - 1; at >= Math.max(sentence.start(), start - REACH); at--) {
            if (TO.at(tokens, at) && isVerbal(tokens, at) || FUTURE.at(tokens, at)) {
                return true;
            }
            if (pastAt(tokens, at, 1) != Integer.MAX_VALUE) {
                return false;
            }
        }
        return false;
    }

    /** Are there neither commas nor verbs between the tokens? */
    static boolean isOneGroup(Tokens tokens, int from, int to) {
        for (int token = from; token < to; token++) {
            if (isBreak(tokens, token) || PAST.at(tokens, token) || FUTURE.at(tokens, token)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBreak(Tokens tokens, int at) {
        return tokens.isSign(at, ',') || tokens.isSign(at, ';') || tokens.isSign(at, ':') || tokens.isSign(at, '(');
    }

    private static int futureAt(Tokens tokens, int at, int distance) {
        if (FUTURE.at(tokens, at) || TRACK.at(tokens, at) && ON.at(tokens, at - 1)) {
            return distance;
        }
        return MODAL.at(tokens, at) && !tokens.isCapital(at) && isVerbal(tokens, at)
                ? distance + WEAK
                : Integer.MAX_VALUE;
    }

    /** "To" counts before a word that may be a verb only: not before a capital, an article or a number. */
    private static boolean isVerbal(Tokens tokens, int at) {
        if (!TO.at(tokens, at)) {
            return true;
        }
        int next = at + 1;
        return next < tokens.size() && tokens.isWord(next) && !tokens.isCapital(next) && !ARTICLE.at(tokens, next);
    }

    private static final Words TO = Words.of("to");
    private static final Words TRACK = Words.of("track course");
    private static final Words ARTICLE = Words.of("the a an his her its their our this that some any more about");

    private static int pastAt(Tokens tokens, int at, int distance) {
        if (!tokens.isWord(at) || BE.at(tokens, at - 1)) {
            return Integer.MAX_VALUE;
        }
        if (SAID.at(tokens, at)) {
            return distance <= 2 ? distance : distance + SPEECH;
        }
        if (PAST.at(tokens, at)) {
            return distance;
        }
        int length = tokens.end(at) - tokens.start(at);
        boolean ending = length >= SHORTEST && tokens.text().startsWith("ed", tokens.end(at) - 2);
        return ending && !FUTURE.at(tokens, at) && !NO_VERB.at(tokens, at) ? distance : Integer.MAX_VALUE;
    }
}
