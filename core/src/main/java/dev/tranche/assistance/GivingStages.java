package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what verbs of giving, promising and receiving say about the stage of a sum, by their tense and modality. */
final class GivingStages {

    /** Verbs that hand something over: in the past tense the gift has been made, not promised. */
    private static final Set<String> HAND = Set.of("send", "place", "deposit", "ship", "supply", "wire", "hand");

    private final MarkedText text;
    private final Tokens tokens;
    private final Agents agents;

    GivingStages(MarkedText text, Agents agents) {
        this.text = text;
        this.tokens = text.tokens();
        this.agents = agents;
    }

    /** Returns the stage of a pledge of more: "will raise its aid". */
    Stage promised(Predicate p) {
        return switch (modality(p)) {
            case REAL, FUTURE -> Stage.ANNOUNCED;
            case POSSIBLE, CONDITIONAL -> Stage.PLANNED;
            case NECESSARY -> Stage.REQUESTED;
        };
    }

    /** Returns the stage that a verb of receiving gives, or null if it gives none. */
    @Nullable
    Stage received(Predicate p) {
        return switch (p.modality()) {
            case REAL -> {
                if (p.clause() != null && p.clause().tense() == Tense.INFINITIVE) {
                    yield p.is(text, Cue.SECURE) ? Stage.REQUESTED : null;
                }
                boolean raises = English.RAISE.at(tokens, p.token());
                boolean secures = raises || p.is(text, Cue.SECURE) && !p.is(text, Cue.DELIVER);
                boolean receives = p.clause() != null
                        && (p.clause().lemma().equals("receive")
                                || p.clause().lemma().equals("get"));
                boolean got = p.isDone() || receives && isHeadlinePast(p);
                yield secures && !receives || !got ? Stage.ANNOUNCED : Stage.DELIVERED;
            }
            case FUTURE -> Stage.ANNOUNCED;
            case POSSIBLE -> Stage.PLANNED;
            case NECESSARY, CONDITIONAL -> Stage.REQUESTED;
        };
    }

    /** Returns the stage that a verb of giving gives, or null if it gives none. */
    @Nullable
    Stage given(Site site, Predicate p) {
        boolean gives =
                p.is(text, Cue.GIVE) || p.is(text, Cue.PROMISE) || p.is(text, Cue.LEND) || p.is(text, Cue.DELIVER);
        if (gives && p.negative()) {
            return site.clauses().all().stream()
                            .anyMatch(c -> c.verb() >= 0 && !c.negative() && text.is(c.verb(), Cue.BLOCK))
                    ? Stage.BLOCKED
                    : null;
        }
        if (!gives) {
            return null;
        }
        return switch (modality(p)) {
            case REAL -> givenInFact(site, p);
            case FUTURE ->
                p.is(text, Cue.PROMISE) && isToInfinitive(p) && site.sentence().title()
                        ? Stage.PLANNED
                        : Stage.ANNOUNCED;
            case POSSIBLE -> Stage.PLANNED;
            case NECESSARY -> Stage.REQUESTED;
            case CONDITIONAL -> Stage.PLANNED;
        };
    }

    /** The stage that a completed verb of giving implies, depending on its subject. */
    private Stage givenInFact(Site site, Predicate p) {
        if (p.isDone() && agents.isByBoard(site, p)) {
            return Stage.APPROPRIATED;
        }
        if (p.isDone() && agents.isByLegislature(site, p)) {
            return agents.isByCommittee(site, p) ? Stage.REQUESTED : Stage.APPROPRIATED;
        }
        return delivered(p) ? Stage.DELIVERED : Stage.ANNOUNCED;
    }

    /** What somebody said they would do was in the future when they said it. */
    static Modality modality(Predicate p) {
        boolean reported = p.clause() != null
                && p.clause().speech() >= 0
                && p.clause().link() == dev.tranche.syntax.Link.COMPLEMENT;
        return reported && p.modality() == Modality.CONDITIONAL ? Modality.FUTURE : p.modality();
    }

    /** "Biden to pledge": a headline's future, before the act. */
    private boolean isToInfinitive(Predicate p) {
        return p.clause() != null && English.TO.at(tokens, p.clause().verbStart())
                || English.TO.at(tokens, p.token() - 1);
    }

    /** Paid, handed over, or given, in the perfect tense: done, not promised. */
    private boolean delivered(Predicate p) {
        boolean headline = p.clause() != null && isHeadlinePast(p) && p.is(text, Cue.DELIVER) && !p.isDone();
        if (headline && !p.is(text, Cue.PROMISE)) {
            return true;
        }
        if (p.is(text, Cue.PROMISE) || p.clause() == null || !p.isDone()) {
            return false;
        }
        boolean perfect = switch (p.clause().tense()) {
            case PERFECT, PLUPERFECT -> true;
            case PRESENT, PAST, INFINITIVE, PARTICIPLE -> false;
        };
        // More than one word of a past tense is a progressive: "was sending".
        boolean handed = p.clause().tense() == Tense.PAST
                && p.object()
                && HAND.contains(p.clause().lemma())
                && p.clause().verbStart() == p.token();
        return handed || p.is(text, Cue.DELIVER) || perfect && p.is(text, Cue.GATHER) && p.is(text, Cue.HANDLED);
    }

    /** "EU pays out", "Kyiv receives": a headline reports a completed act in the present tense. */
    private boolean isHeadlinePast(Predicate p) {
        return p.clause() != null
                && p.clause().tense() == Tense.PRESENT
                && p.isReal()
                && text.sentenceOf(p.token()).title();
    }
}
