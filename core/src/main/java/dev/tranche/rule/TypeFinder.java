package dev.tranche.rule;

import dev.tranche.clause.Grammar;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.VerbChain;
import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.role.Roles;
import dev.tranche.text.Sentence;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what kind of assistance a sum is, from the words nearest to it outward. */
final class TypeFinder {

    private static final Set<String> LENDERS = Set.of("IMF", "WB", "EBRD", "EIB");
    private static final Words LEND = Words.of("lend lends lent lending loan loaned");
    private static final Words EQUIPMENT = Words.of("equipment hardware supplies gear");
    private static final Set<String> CIVIL =
            Set.of("medical", "generator and energy", "other", "engineering", "training", "vehicle", "communications");
    private static final Set<String> DEFENCE = Set.of("ministry_defence", "military", "defence");

    private final MarkedText text;

    TypeFinder(MarkedText text) {
        this.text = text;
    }

    AidType find(
            SumPhrase phrase, VerbChain chain, Optional<Entry.Authority> authority, Roles roles, boolean requested) {
        AidType own = ofRange(phrase.start(), phrase.end());
        if (own != AidType.UNKNOWN) {
            return own;
        }
        long states = roles.recipients().stream()
                .filter(code -> !code.equals("ALLIES") && !code.equals("UN"))
                .count();
        if (phrase.has(text, Cue.BILL) && states > 1) {
            return AidType.MIXED;
        }
        if (authority.isPresent()) {
            return AidType.valueOf(authority.get().type().toUpperCase(Locale.ROOT));
        }
        AidType purpose = ofRange(phrase.end(), clauseEnd(phrase));
        boolean lent = chain.left().stream().anyMatch(v -> LEND.at(text.tokens(), v.token()));
        if (purpose == AidType.UNKNOWN && (phrase.has(text, Cue.LOAN) || lent)) {
            return AidType.FINANCIAL;
        }
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
        if (!requested && speaksDefence(phrase.sentence())) {
            return AidType.MILITARY;
        }
        return ofNeighbours(phrase, requested);
    }

    private int clauseEnd(SumPhrase phrase) {
        int token = phrase.end();
        while (token < phrase.sentence().end()
                && !text.tokens().isSign(token, ';')
                && !Grammar.RELATIVE.at(text.tokens(), token)
                && !Grammar.BUT.at(text.tokens(), token)
                && !isSum(token)) {
            token++;
        }
        return token;
    }

    private int clauseStart(SumPhrase phrase) {
        int token = phrase.start() - 1;
        while (token >= phrase.sentence().start()
                && !text.tokens().isSign(token, ';')
                && (Grammar.SINCE.at(text.tokens(), token) || !Grammar.BUT.at(text.tokens(), token))
                && !isSum(token)) {
            token--;
        }
        boolean otherSum = token >= phrase.sentence().start() && isSum(token);
        return otherSum ? phrase.start() : token + 1;
    }

    private boolean isSum(int token) {
        return text.sumAt(token) != null;
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
            boolean civil = EQUIPMENT.at(text.tokens(), token) && text.is(token - 1, Cue.HUMANITARIAN);
            if (!civil && (text.is(token, Cue.MILITARY) || text.is(token, Cue.WEAPON))) {
                types.add(AidType.MILITARY);
            }
            if (text.is(token, Cue.FINANCIAL)) {
                types.add(AidType.FINANCIAL);
            }
            if (text.is(token, Cue.HUMANITARIAN)) {
                types.add(AidType.HUMANITARIAN);
            }
        }
        for (ThingMention thing : text.thingsFrom(from, to)) {
            boolean inside = thing.end() <= to;
            if (inside && thing.entry() instanceof Entry.Equipment equipment && isArms(equipment)) {
                types.add(AidType.MILITARY);
            }
        }
        return types.isEmpty()
                ? AidType.UNKNOWN
                : types.size() == 1 ? types.iterator().next() : AidType.MIXED;
    }

    static boolean isArms(Entry.Equipment equipment) {
        return !CIVIL.contains(equipment.category());
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

    /** A title's package is told in the sentence after it, and the other way round. */
    private AidType ofNeighbours(SumPhrase phrase, boolean requested) {
        int here = text.sentenceIndex(phrase.sum().start());
        for (int other : new int[] {here + 1, here - 1}) {
            if (other < 0 || other >= text.sentences().size()) {
                continue;
            }
            Sentence sentence = text.sentences().get(other);
            if (!sentence.title() && !phrase.sentence().title()) {
                continue;
            }
            if (!requested && speaksDefence(sentence)) {
                return AidType.MILITARY;
            }
            AidType named = ofAidNouns(sentence);
            if (named != AidType.UNKNOWN) {
                return named;
            }
            if (isRelief(sentence)) {
                return AidType.HUMANITARIAN;
            }
        }
        return AidType.UNKNOWN;
    }

    /** Does a sentence speak of relief again and again and of nothing military? */
    private boolean isRelief(Sentence sentence) {
        int relief = 0;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (text.is(token, Cue.MILITARY) || text.is(token, Cue.WEAPON) || text.is(token, Cue.FINANCIAL)) {
                return false;
            }
            relief += text.is(token, Cue.HUMANITARIAN) ? 1 : 0;
        }
        return relief > 1;
    }

    /** Returns the type that the words straight before "aid", "package" or "funding" state. */
    private AidType ofAidNouns(Sentence sentence) {
        for (int token = sentence.start() + 1; token < sentence.end(); token++) {
            boolean noun = text.is(token, Cue.AID)
                    || text.is(token, Cue.PACKAGE)
                    || text.is(token, Cue.LOAN)
                    || text.is(token, Cue.BILL);
            if (noun) {
                AidType type = ofRange(Math.max(sentence.start(), token - 2), token);
                if (type != AidType.UNKNOWN) {
                    return type;
                }
            }
        }
        return AidType.UNKNOWN;
    }
}
