package dev.tranche.encounter;

import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;

/** Determines from the words around an encounter whether it is past, going on, still to come or called off. */
final class Stages {

    private static final int NEAR = 4;
    private static final int AROUND = 7;
    private static final int GOVERNOR = 5;
    private static final Words TO = Words.of("to");
    private static final Words BE = Words.of("is are was were be been");
    private static final Words DAY = Words.of("day");
    private static final Words OF = Words.of("of");
    private static final Words HAVING = Words.of("having");
    private static final Words FOR = Words.of("for");
    private static final int EVE_REACH = 7;
    private static final Words HAS = Words.of("has have had");
    private static final Words HAVE = Words.of("have");
    private static final Words CLOSES = Words.of("which who that said says told");
    private static final Words HAPPEN = Words.of("take be place held");
    private static final Words EVE = Words.of("before ahead");

    private static final int INVITED_REACH = 6;
    private static final Words INVITED =
            Words.of("invited invites inviting invitation invite urged urges asked asks begged begs");

    private static final Words ADVANCE = Words.of("advance");
    private static final Words DURING = Words.of("during in at following after over");
    private static final Words PRESENT =
            Words.of("meets visits travels arrives heads hosts receives flies holds speaks" + " tours welcomes leaves");

    private Stages() {}

    /** Returns the stage of the encounter described by the words from token to end. */
    static EncounterStage of(Tokens tokens, Sentence sentence, int token, int end, boolean noun) {
        if (isCancelled(tokens, sentence, token, end)) {
            return EncounterStage.CANCELLED;
        }
        if (isPlanned(tokens, sentence, token, end, noun)) {
            return EncounterStage.PLANNED;
        }
        if (HAS.at(tokens, token - 1) && !noun) {
            return EncounterStage.PAST;
        }
        if (noun && isGoingOn(tokens, sentence, token)) {
            return EncounterStage.ONGOING;
        }
        boolean now = Grammar.NOW.at(tokens, token)
                || Grammar.NOW.at(tokens, token - 1)
                || token - 2 > sentence.start() && Grammar.NOW.at(tokens, token - 2);
        return now ? EncounterStage.ONGOING : EncounterStage.PAST;
    }

    /** "The second day of the summit", "were having talks". */
    private static boolean isGoingOn(Tokens tokens, Sentence sentence, int token) {
        for (int at = token - 1; at > Math.max(sentence.start(), token - NEAR); at--) {
            boolean day = DAY.at(tokens, at) && OF.at(tokens, at + 1);
            if (day || HAVING.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCancelled(Tokens tokens, Sentence sentence, int token, int end) {
        int from = Math.max(sentence.start(), token - AROUND);
        for (int at = token - 1; at >= from; at--) {
            if (tokens.isSign(at, ',') && at < token - 1) {
                break;
            }
            boolean dropped = Grammar.DROPPED.at(tokens, at) && token - at <= NEAR;
            if (Grammar.CANCELLED.at(tokens, at) || dropped || isCalledOff(tokens, at)) {
                return true;
            }
            if (HAVE.at(tokens, at) && Grammar.WILL.at(tokens, at - 1) && token - at <= 2) {
                return true;
            }
        }
        int limit = Math.min(sentence.end(), end + AROUND);
        for (int at = end; at < limit; at++) {
            if (tokens.isSign(at, ',') || tokens.isSign(at, ';') || CLOSES.at(tokens, at)) {
                return false;
            }
            if (Grammar.CANCELLED.at(tokens, at) || isCalledOff(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** "Invited him to visit": an invitation alone is not an encounter. */
    static boolean isOnlyInvited(Tokens tokens, Sentence sentence, int token) {
        int to = token - 1;
        if (!TO.at(tokens, to)) {
            return false;
        }
        for (int at = to - 1; at >= Math.max(sentence.start(), to - INVITED_REACH); at--) {
            if (tokens.isSign(at, ',') || tokens.isSign(at, ';') || CLOSES.at(tokens, at)) {
                return false;
            }
            if (INVITED.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalledOff(Tokens tokens, int at) {
        return Grammar.CALLED.at(tokens, at) && Grammar.OFF.at(tokens, at + 1);
    }

    private static boolean isPlanned(Tokens tokens, Sentence sentence, int token, int end, boolean noun) {
        for (int at = token - 1; noun && at >= Math.max(sentence.start(), token - EVE_REACH); at--) {
            if (tokens.isSign(at, ',') || CLOSES.at(tokens, at)) {
                break;
            }
            if (EVE.at(tokens, at)) {
                return true;
            }
        }
        int from = Math.max(sentence.start(), token - NEAR);
        for (int at = token - 1; at >= from; at--) {
            if (tokens.isSign(at, ',')) {
                break;
            }
            if (TO.at(tokens, at)) {
                return isIntended(tokens, sentence, at);
            }
            boolean told = BE.at(tokens, at) && at == token - 1;
            if (told && !Grammar.WILL.at(tokens, at - 1) && !TO.at(tokens, at - 1)) {
                break;
            }
            boolean plan = Grammar.WILL.at(tokens, at) && !tokens.isCapital(at) || Grammar.AHEAD.at(tokens, at);
            if (plan || noun && (EVE.at(tokens, at) || ADVANCE.at(tokens, at))) {
                return true;
            }
        }
        int limit = Math.min(sentence.end(), end + AROUND);
        for (int at = end; at < limit && !tokens.isSign(at, ','); at++) {
            boolean happens = Grammar.WILL.at(tokens, at) && HAPPEN.at(tokens, at + 1)
                    || BE.at(tokens, at) && Grammar.INTENDS.at(tokens, at + 1);
            if (happens) {
                return true;
            }
        }
        return Grammar.BEFORE.at(tokens, end) || tokens.isWord(end) && end < sentence.end() && isLater(tokens, end);
    }

    /** "During a lunch": an act during it means that it is over. */
    static boolean isDuring(Tokens tokens, int token) {
        for (int at = token - 1; at >= Math.max(0, token - NEAR); at--) {
            if (DURING.at(tokens, at)) {
                return true;
            }
            if (!Grammar.NOUN_PART.at(tokens, at)) {
                return false;
            }
        }
        return false;
    }

    /** "He meets the king on Monday". */
    static boolean isPresent(Tokens tokens, int token) {
        return PRESENT.at(tokens, token);
    }

    private static boolean isLater(Tokens tokens, int end) {
        return tokens.string(end).equals("later") && !tokens.isCapital(end);
    }

    /** "Is due to meet", "plans to meet"; "flew there to meet" is a past meeting. */
    private static boolean isIntended(Tokens tokens, Sentence sentence, int to) {
        for (int at = to - 1; at >= Math.max(sentence.start(), to - GOVERNOR); at--) {
            if (tokens.isSign(at, ',')) {
                return false;
            }
            if (FOR.at(tokens, at)) {
                return true;
            }
            boolean be = BE.at(tokens, at) && at == to - 1;
            if (be || Grammar.INTENDS.at(tokens, at) || Grammar.WILL.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }
}
