package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.NounGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status of the bill that a report is about, read from every clause about a bill, law or request. */
final class BillStatus {

    private static final int NEAR = 3;

    private final MarkedText text;
    private final SiteFinder sites;

    BillStatus(MarkedText text, SiteFinder sites) {
        this.text = text;
        this.sites = sites;
    }

    /** Returns the status given in the sum's own sentence, else in the nearest sentence that gives one. */
    Optional<StageRules.Told> statusNear(Site site) {
        StageRules.Told own = status(site.clauses());
        if (own != null) {
            return Optional.of(own);
        }
        for (int distance = 1; distance <= NEAR; distance++) {
            for (int sentence : new int[] {site.index() - distance, site.index() + distance}) {
                if (sentence >= 0 && sentence < text.sentences().size()) {
                    StageRules.Told near = status(sites.clauses(sentence));
                    if (near != null) {
                        return Optional.of(near);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the status given anywhere before the sum, the nearest first, if none is given near it. */
    Optional<StageRules.Told> statusBefore(Site site) {
        for (int sentence = site.index() - NEAR - 1; sentence >= 0; sentence--) {
            StageRules.Told far = status(sites.clauses(sentence));
            if (far != null) {
                return Optional.of(far);
            }
        }
        return Optional.empty();
    }

    StageRules.@Nullable Told status(Clauses clauses) {
        StageRules.Told told = null;
        for (Clause clause : clauses.all()) {
            if (clause.verb() < 0) {
                continue;
            }
            boolean bill = hasBill(clauses, clause);
            Stage stage = null;
            if (text.is(clause.verb(), Cue.BLOCK)
                    && bill
                    && !clause.negative()
                    && !has(clauses, clause, Cue.COMMITTEE)) {
                stage = clause.modality() == Modality.REAL ? Stage.BLOCKED : null;
            } else if (isEnacting(clauses, clause, bill)) {
                boolean real = isVoted(clauses, clause)
                        || clause.modality() == Modality.REAL
                                && !clause.negative()
                                && clause.tense() != dev.tranche.syntax.Tense.INFINITIVE;
                stage = real && !has(clauses, clause, Cue.COMMITTEE) ? Stage.APPROPRIATED : Stage.REQUESTED;
            } else if (bill && text.is(clause.verb(), Cue.REQUEST)) {
                stage = Stage.REQUESTED;
            }
            if (stage != null && (told == null || stage == Stage.BLOCKED || stage == Stage.APPROPRIATED)) {
                told = new StageRules.Told(stage, clause.verb());
            }
        }
        return told == null ? passage(clauses) : told;
    }

    /** "A statement after final passage of the bill": a noun for a vote already taken. */
    private StageRules.@Nullable Told passage(Clauses clauses) {
        for (NounGroup group : clauses.groups()) {
            boolean taken = English.PASSAGE.at(text.tokens(), group.head())
                    && group.preposition() >= 0
                    && English.UPON.at(text.tokens(), group.preposition());
            if (taken) {
                return new StageRules.Told(Stage.APPROPRIATED, group.head());
            }
        }
        return null;
    }

    /** "The House voted to pass the bill": the vote was taken. */
    static boolean isVoted(Clauses clauses, Clause clause) {
        if (clause.parent() < 0 || clause.tense() != dev.tranche.syntax.Tense.INFINITIVE) {
            return false;
        }
        Clause vote = clauses.all().get(clause.parent());
        return vote.lemma().equals("vote") && vote.modality() == Modality.REAL && !vote.negative();
    }

    private boolean isEnacting(Clauses clauses, Clause clause, boolean bill) {
        boolean signs = clause.lemma().equals("sign") && bill;
        boolean passes = text.is(clause.verb(), Cue.ENACT);
        boolean approves = text.is(clause.verb(), Cue.APPROVE) && bill && hasLegislature(clauses, clause);
        boolean gives = clause.objects().stream()
                        .anyMatch(g -> text.is(clauses.groups().get(g).head(), Cue.APPROVE))
                && hasLegislature(clauses, clause);
        boolean adopted = text.is(clause.verb(), Cue.APPROVE)
                && bill
                && clause.passive()
                && clause.agents().isEmpty();
        return gives || signs || approves || adopted || passes && (bill || hasLegislature(clauses, clause));
    }

    private boolean hasBill(Clauses clauses, Clause clause) {
        return has(clauses, clause, Cue.BILL);
    }

    private boolean has(Clauses clauses, Clause clause, Cue cue) {
        boolean ofObject = clauses.groups().stream()
                .anyMatch(g -> clause.objects().contains(g.noun())
                        && g.preposition() >= 0
                        && English.OF.at(text.tokens(), g.preposition())
                        && inGroup(clauses, g.index(), cue));
        return ofObject
                || clause.subjects().stream().anyMatch(g -> inGroup(clauses, g, cue))
                || clause.objects().stream().anyMatch(g -> inGroup(clauses, g, cue))
                || clause.agents().stream().anyMatch(g -> inGroup(clauses, g, cue));
    }

    private boolean inGroup(Clauses clauses, int index, Cue cue) {
        NounGroup group = clauses.groups().get(index);
        return Site.any(text, group.start(), group.end(), cue);
    }

    private boolean hasLegislature(Clauses clauses, Clause clause) {
        return (clause.passive() ? clause.agents() : clause.subjects())
                .stream()
                        .map(clauses.groups()::get)
                        .anyMatch(group -> Legislatures.named(text, group.start(), group.end())
                                || English.COUNCIL.at(text.tokens(), group.head())
                                        && text.tokens().isCapital(group.head()));
    }
}
