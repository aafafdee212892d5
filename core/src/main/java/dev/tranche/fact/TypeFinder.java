package dev.tranche.fact;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.text.Sentence;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what kind of assistance a sum is, from the words nearest to it outward. */
final class TypeFinder {

    private static final Set<String> LENDERS = Set.of("IMF", "WB", "EBRD", "EIB");
    private static final Set<String> DEFENCE = Set.of("ministry_defence", "military", "defence");

    private final MarkedText text;

    TypeFinder(MarkedText text) {
        this.text = text;
    }

    AidType find(SumPhrase phrase, Optional<Entry.Authority> authority, Roles roles) {
        AidType own = ofRange(phrase.start(), phrase.end());
        if (own != AidType.UNKNOWN) {
            return own;
        }
        if (authority.isPresent()) {
            return AidType.valueOf(authority.get().type().toUpperCase(Locale.ROOT));
        }
        AidType purpose = ofRange(phrase.end(), clauseEnd(phrase));
        if (purpose != AidType.UNKNOWN) {
            return purpose;
        }
        if (roles.donors().stream().anyMatch(LENDERS::contains)) {
            return AidType.FINANCIAL;
        }
        AidType before = ofRange(clauseStart(phrase), phrase.start());
        if (before != AidType.UNKNOWN) {
            return before;
        }
        if (speaksDefence(phrase.sentence())) {
            return AidType.MILITARY;
        }
        return ofNeighbours(phrase);
    }

    private int clauseEnd(SumPhrase phrase) {
        int token = phrase.end();
        while (token < phrase.sentence().end() && !text.tokens().isSign(token, ';')
                && !Grammar.BUT.at(text.tokens(), token) && !isSum(token)) {
            token++;
        }
        return token;
    }

    private int clauseStart(SumPhrase phrase) {
        int token = phrase.start() - 1;
        while (token >= phrase.sentence().start() && !text.tokens().isSign(token, ';')
                && !Grammar.BUT.at(text.tokens(), token) && !isSum(token)) {
            token--;
        }
        return token + 1;
    }

    private boolean isSum(int token) {
        return text.sums().stream().anyMatch(s -> s.start() <= token && token < s.end());
    }

    /** Returns the type that the words of a range state; {@code MIXED} for several. */
    AidType ofRange(int from, int to) {
        Set<AidType> types = EnumSet.noneOf(AidType.class);
        for (int token = from; token < to; token++) {
            if (text.is(token, Cue.MIXED)) {
                return AidType.MIXED;
            }
            if (isHostile(token)) {
                continue;
            }
            if (text.is(token, Cue.MILITARY) || text.is(token, Cue.WEAPON)) {
                types.add(AidType.MILITARY);
            }
            if (text.is(token, Cue.FINANCIAL)) {
                types.add(AidType.FINANCIAL);
            }
            if (text.is(token, Cue.HUMANITARIAN)) {
                types.add(AidType.HUMANITARIAN);
            }
        }
        for (ThingMention thing : text.things()) {
            if (thing.start() >= from && thing.end() <= to && thing.entry() instanceof Entry.Equipment) {
                types.add(AidType.MILITARY);
            }
        }
        return types.isEmpty() ? AidType.UNKNOWN : types.size() == 1 ? types.iterator().next() : AidType.MIXED;
    }

    /** Soldiers and weapons of an attacker say nothing about aid. */
    private boolean isHostile(int token) {
        ActorMention before = text.actorAt(token - 1);
        return before != null && before.code().equals("RU");
    }

    private boolean speaksDefence(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && (DEFENCE.contains(actor.kind()) || isDefenceName(actor))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDefenceName(ActorMention actor) {
        String name = actor.name().toLowerCase(Locale.ROOT);
        return name.contains("defense") || name.contains("defence") || name.contains("pentagon");
    }

    /** Asks the sentences around, for a title whose text tells what the package holds and the other way round. */
    private AidType ofNeighbours(SumPhrase phrase) {
        int here = text.sentenceIndex(phrase.sum().start());
        for (int other : new int[] {here + 1, here - 1}) {
            if (other < 0 || other >= text.sentences().size()) {
                continue;
            }
            Sentence sentence = text.sentences().get(other);
            boolean linked = sentence.title() || phrase.sentence().title();
            if (linked && speaksDefence(sentence)) {
                return AidType.MILITARY;
            }
            if (linked && namesWeapons(sentence)) {
                return AidType.MILITARY;
            }
        }
        return AidType.UNKNOWN;
    }

    private boolean namesWeapons(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (text.is(token, Cue.MILITARY) && text.is(token + 1, Cue.PACKAGE)
                    || text.is(token, Cue.MILITARY) && text.is(token + 1, Cue.AID)
                    || text.is(token, Cue.WEAPON) && !isHostile(token)) {
                return true;
            }
        }
        return false;
    }
}
