package dev.tranche.item;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StoryWords;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;

/** Decides from the words around a piece of equipment whether it is given, and whether it has been handed over. */
final class Giving {

    static final Words BUY = Words.of("purchase purchases purchased purchasing buy buys buying bought procure");
    static final Words PROVIDED = Words.of("provided supplied donated made given");
    static final Words ARRIVED = Words.of("reaching reached arrived arriving received using uses use delivered"
            + " fielded deployed flowing operates operating handed");
    static final Words ASK = Words.of("demanding demand demands demanded need needs needed insisted request"
            + " requested requests asked asking asks urging urged seeking seeks sought wants plea");
    static final Words SUPPLY =
            Words.of("include includes included including contains containing package mainly approved released release"
                + " transfer sell sale sold delivery deliveries shipment shipments contract contracts ordered procure"
                + " capabilities");
    private static final Words BASE = Words.of(
            "send sends give gives supply supplies deliver delivers provide provides sending giving arriving donate"
                    + " donates ship ships transfer transfers hand hands gets get receive receives");
    private static final Words NOT_YET = Words.of("will would to could may might should shall can not never be must");
    private static final Words DID = Words.of("did has have had");
    private static final int AUXILIARIES = 4;
    private static final int FAR = 60;
    private static final int BEHIND = 3;
    private static final int NEAR = 14;
    private static final int LONGEST_NAME = 5;

    private final MarkedText text;
    private final Tokens tokens;
    private final StoryWords.WordClass supply;
    private final StoryWords.WordClass shoot;
    private final StoryWords.WordClass lack;
    private final StoryWords.WordClass compound;
    private final StoryWords.WordClass given;

    Giving(Lexicon lexicon, MarkedText text) {
        StoryWords words = StoryWords.of(lexicon);
        this.supply = words.of("supply");
        this.shoot = words.of("shoot");
        this.lack = words.of("lack");
        this.compound = words.of("compound");
        this.given = words.of("given");
        this.text = text;
        this.tokens = text.tokens();
    }

    /**
     * Is the nearest decisive word around the thing one of giving, not of firing, losing or lacking? Words after the
     * thing count as further away than words before it.
     */
    boolean isGiven(Sentence sentence, ThingMention thing, Entry.Equipment gear) {
        if (compound.at(tokens, thing.end())) {
            return false;
        }
        int given = FAR;
        int lost = FAR;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (thing.start() <= token && token < thing.end() || isNamed(token)) {
                continue;
            }
            int distance = token < thing.start() ? thing.start() - token : token - thing.end() + BEHIND;
            boolean gives = isGiving(token);
            if (gives) {
                given = Math.min(given, distance);
            }
            if (!gives && (shoot.at(tokens, token) || lack.at(tokens, token))) {
                lost = Math.min(lost, distance);
            }
        }
        boolean joined = tokens.isSign(thing.start() - 1, '-') && PROVIDED.at(tokens, thing.start() - 2)
                || PROVIDED.at(tokens, thing.start() - 1);
        boolean told = given < FAR && given <= lost || joined;
        boolean name = tokens.isCapital(thing.start())
                && thing.start() > sentence.start()
                && tokens.isWord(thing.start() - 1)
                && tokens.isCapital(thing.start() - 1);
        return told && (!isCivil(gear) || !name && given <= NEAR && namesState(sentence));
    }

    private boolean isGiving(int token) {
        return text.is(token, Cue.GIVE)
                || text.is(token, Cue.DELIVER)
                || text.is(token, Cue.RECEIVE)
                || text.is(token, Cue.REQUEST)
                || text.is(token, Cue.ANNOUNCE)
                || supply.at(tokens, token)
                || SUPPLY.at(tokens, token)
                || ARRIVED.at(tokens, token)
                || ASK.at(tokens, token)
                || BUY.at(tokens, token);
    }

    /** Civilian goods are items only where the sentence names a state. */
    private static boolean isCivil(Entry.Equipment gear) {
        return switch (gear.category()) {
            case "generator and energy", "other", "medical", "protection", "communications", "training" -> true;
            default -> false;
        };
    }

    private boolean namesState(Sentence sentence) {
        return text.actorsFrom(sentence.start(), sentence.end()).stream().anyMatch(actor -> !actor.isPrivate());
    }

    /**
     * "Has sent", "did supply", "gave", "have been delivered": the verb nearest to the thing is one of handing over, in
     * the past.
     */
    boolean isHandedOver(Sentence sentence, int start) {
        int verb = -1;
        int least = FAR;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            int distance = token < start ? start - token : token - start + BEHIND;
            boolean handing = given.at(tokens, token) && !tokens.isSign(token - 1, '-') && !isNamed(token);
            boolean telling =
                    handing || text.is(token, Cue.ANNOUNCE) || SUPPLY.at(tokens, token) || ASK.at(tokens, token);
            if (telling && distance < least) {
                verb = handing ? token : -1;
                least = distance;
            }
        }
        if (verb < 0) {
            return false;
        }
        boolean base = BASE.at(tokens, verb);
        for (int token = verb - 1; token >= Math.max(sentence.start(), verb - AUXILIARIES); token--) {
            if (NOT_YET.at(tokens, token)) {
                return false;
            }
            if (DID.at(tokens, token)) {
                return true;
            }
            if (tokens.isSign(token, ',')) {
                break;
            }
        }
        return !base;
    }

    /** "Multiple-launch rocket systems": words in a name neither request nor announce anything. */
    boolean isNamed(int token) {
        for (ThingMention thing : text.thingsFrom(Math.max(0, token - LONGEST_NAME), token + 1)) {
            if (thing.start() <= token && token < thing.end() && thing.entry() instanceof Entry.Equipment) {
                return true;
            }
        }
        return false;
    }
}
