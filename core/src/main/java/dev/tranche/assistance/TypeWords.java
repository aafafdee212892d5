package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the words of a text that indicate a type of assistance: weapons, relief, loans for a budget. */
final class TypeWords {

    private static final Words EQUIPMENT = Words.of("equipment hardware supplies gear");
    private static final Words FORCES = Words.of("military defence defense");
    private static final Words NON = Words.of("non");
    private static final Words SECURITY = Words.of("security");
    private static final Words YEAR = Words.of("year years");
    private static final Set<String> CIVIL =
            Set.of("medical", "generator and energy", "other", "engineering", "training", "vehicle", "communications");
    private static final Set<String> DEFENCE = Set.of("ministry_defence", "military", "defence");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Purposes purposes;

    TypeWords(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.purposes = Purposes.of(lexicon);
    }

    /**
     * The types indicated by the words of a range.
     *
     * @param first the first token of each type; {@code MIXED} if one phrase indicates several
     * @param end index after the last token that added a type
     */
    record Found(Map<AidType, Integer> first, int end) {

        Found {
            // In the order of the types, which is the same in every run.
            Map<AidType, Integer> ordered = new EnumMap<>(AidType.class);
            ordered.putAll(first);
            first = Collections.unmodifiableMap(ordered);
        }

        /** Returns the only type, {@code MIXED} for several, {@code UNKNOWN} for none. */
        AidType type() {
            if (first.containsKey(AidType.MIXED)) {
                return AidType.MIXED;
            }
            return first.isEmpty()
                    ? AidType.UNKNOWN
                    : first.size() == 1 ? first.keySet().iterator().next() : AidType.MIXED;
        }

        int start() {
            Integer mixed = first.get(AidType.MIXED);
            return mixed != null
                    ? mixed
                    : first.values().stream().mapToInt(Integer::intValue).min().orElse(-1);
        }
    }

    /** Returns the type that the words of a range state; {@code MIXED} for several. */
    TypeRules.Told of(int from, int to) {
        Found found = find(from, to);
        return found.first().isEmpty()
                ? TypeRules.UNKNOWN
                : new TypeRules.Told(found.type(), found.start(), Math.max(found.end(), found.start() + 1));
    }

    /** Returns the type that the noun phrase of a sum states, what it is for included; {@code MIXED} for several. */
    TypeRules.Told phrase(int from, int to) {
        TypeRules.Told told = of(from, to);
        return told.type() == AidType.UNKNOWN ? purpose(from, to) : told;
    }

    /** Returns the type that the words behind a sum state; what it is for begins with "for", "to" or the like. */
    TypeRules.Told behind(int from, int to) {
        TypeRules.Told told = of(from, to);
        int toward = from;
        while (toward < to && !text.is(toward, Cue.TOWARD)) {
            // "5 million in aid and reforms to election law": what comes after "and" is something else.
            toward = English.AND.at(text.tokens(), toward) ? to : toward + 1;
        }
        int comma = toward;
        while (comma < to && !text.tokens().isSign(comma, ',')) {
            comma++;
        }
        return told.type() == AidType.UNKNOWN ? purpose(toward, comma) : told;
    }

    private TypeRules.Told purpose(int from, int to) {
        for (int token = from; token < to; token++) {
            WordTable.Hit<AidType> purpose = purposes.at(text.tokens(), token);
            if (purpose != null && !isInName(token)) {
                return new TypeRules.Told(purpose.value(), token, purpose.end());
            }
        }
        return TypeRules.UNKNOWN;
    }

    /** Returns the types indicated by the words of a range. */
    Found find(int from, int to) {
        Map<AidType, Integer> first = new EnumMap<>(AidType.class);
        int last = -1;
        for (int token = from; token < to; token++) {
            if (text.is(token, Cue.MIXED)) {
                return new Found(Map.of(AidType.MIXED, token), token + 1);
            }
            if (isHostile(token) || isInName(token)) {
                continue;
            }
            int size = first.size();
            if (isMilitary(token)) {
                first.putIfAbsent(AidType.MILITARY, token);
            }
            if (isFinancial(token, from)) {
                first.putIfAbsent(AidType.FINANCIAL, token);
            }
            if (text.is(token, Cue.HUMANITARIAN) && !text.is(token - 1, Cue.DEBT)) {
                first.putIfAbsent(AidType.HUMANITARIAN, token);
            }
            last = first.size() > size ? token + 1 : last;
        }
        for (ThingMention thing : text.thingsFrom(from, to)) {
            boolean inside = thing.end() <= to && !text.is(thing.start(), Cue.HUMANITARIAN);
            if (inside && isArms(thing)) {
                first.merge(AidType.MILITARY, thing.start(), Math::min);
                last = Math.max(last, thing.end());
            }
        }
        return new Found(first, last);
    }

    private boolean isMilitary(int token) {
        boolean civil = EQUIPMENT.at(text.tokens(), token) && text.is(token - 1, Cue.HUMANITARIAN);
        civil |= text.is(token, Cue.HUMANITARIAN) && text.is(token - 1, Cue.HUMANITARIAN);
        civil |= SECURITY.at(text.tokens(), token) && text.is(token - 1, Cue.HUMANITARIAN);
        return !civil && !isNon(token) && (text.is(token, Cue.MILITARY) || text.is(token, Cue.WEAPON));
    }

    private boolean isNon(int token) {
        return FORCES.at(text.tokens(), token)
                && text.tokens().isSign(token - 1, '-')
                && NON.at(text.tokens(), token - 2);
    }

    /** Returns the word of "non-military", "non-defense" between two tokens, or -1. */
    int nonMilitary(int from, int to) {
        for (int token = from; token < to; token++) {
            if (isNon(token)) {
                return token;
            }
        }
        return -1;
    }

    private boolean isFinancial(int token, int from) {
        boolean year = YEAR.at(text.tokens(), token + 1)
                || token > 0 && text.tokens().kind(token - 1) == TokenKind.NUMBER && text.sumAt(token - 1) == null;
        return text.is(token, Cue.FINANCIAL) && !year && !isMilitaryFinancing(token, from);
    }

    /** "Foreign military financing package" is one name. */
    private boolean isMilitaryFinancing(int token, int from) {
        int first = token;
        while (first > from && text.is(first, Cue.FINANCIAL)) {
            first--;
        }
        return first < token && (text.is(first, Cue.MILITARY) || text.is(first, Cue.WEAPON));
    }

    /** Is it a weapon or other gear of an armed force? */
    static boolean isArms(ThingMention thing) {
        return thing.entry() instanceof Entry.Equipment equipment && !CIVIL.contains(equipment.category());
    }

    /** Soldiers and weapons of an attacker say nothing about aid. */
    boolean isHostile(int token) {
        ActorMention before = text.actorAt(token - 1);
        return before != null && lexicon.isEmbargoed(before.code()) || text.is(token, Cue.HOSTILE);
    }

    /** "International Development Association": the name of a body says nothing about what its money is for. */
    private boolean isInName(int token) {
        ActorMention actor = text.actorAt(token);
        return actor != null
                && actor.form() != ActorForm.PERSON
                && actor.end() - actor.start() > 1
                && !lexicon.appeals(actor.code());
    }

    /** Does somebody from a ministry of defence or an army speak or act in the sentence? */
    boolean speaksDefence(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null
                    && !lexicon.isEmbargoed(actor.code())
                    && (DEFENCE.contains(actor.kind()) || isDefenceName(actor))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDefenceName(ActorMention actor) {
        String name = actor.name().toLowerCase(Locale.ROOT);
        return name.contains("defense") || name.contains("defence") || name.contains("pentagon");
    }
}
