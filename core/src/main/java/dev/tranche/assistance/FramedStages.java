package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.Tense;

/** Derives the stage of a sum from the subject of the whole report, where its own words leave it open. */
final class FramedStages {

    private final MarkedText text;
    private final SiteFinder sites;
    private final ReportFrame frame;

    FramedStages(MarkedText text, SiteFinder sites, ReportFrame frame) {
        this.text = text;
        this.sites = sites;
        this.frame = frame;
    }

    /** In a report on a request, everything not said to be done is requested. */
    StageRules.Told follow(Site site, StageRules.Told told) {
        int handed = told.token() < 0 ? handed(site) : -1;
        if (handed >= 0) {
            return new StageRules.Told(Stage.DELIVERED, handed);
        }
        int halt = frame.halt(site);
        if (halt >= 0 && told.stage() == Stage.ANNOUNCED && isOfThePast(site)) {
            return new StageRules.Told(Stage.BLOCKED, halt);
        }
        int request = frame.request(site);
        boolean open = told.stage() == Stage.ANNOUNCED || told.stage() == Stage.PLANNED;
        boolean done = site.predicates().stream()
                .anyMatch(p -> p.token() == told.token() && !p.isNoun() && (p.isDone() || p.is(text, Cue.ANNOUNCE)));
        if (request >= 0 && open && !done) {
            return new StageRules.Told(Stage.REQUESTED, request);
        }
        boolean ahead = site.predicates().stream().anyMatch(p -> !p.isNoun() && p.isFuture());
        int law = frame.law(site);
        boolean lists = told.stage() == Stage.ANNOUNCED && !done && !ahead && isOfVoter(site);
        return law >= 0 && lists ? new StageRules.Told(Stage.APPROPRIATED, law) : told;
    }

    /** "Brussels had earmarked 503 million": an earlier intention to give. */
    private static boolean isOfThePast(Site site) {
        return site.clauses().all().stream()
                .anyMatch(clause -> clause.tense() == Tense.PLUPERFECT
                        && clause.verb() < site.sum().start());
    }

    /** "It handed over a package. The package is worth": the verb of the previous sentence, or -1. */
    private int handed(Site site) {
        boolean worth = site.heads().stream().anyMatch(head -> English.VALUE.at(text.tokens(), head))
                || Anaphora.isWorth(text, site);
        if (!worth || site.index() == 0) {
            return -1;
        }
        return sites.clauses(site.index() - 1).all().stream()
                .filter(c -> c.verb() >= 0
                        && !c.negative()
                        && (c.passive() || c.tense() != Tense.PRESENT)
                        && c.tense() != Tense.INFINITIVE
                        && c.modality() == Modality.REAL
                        && (text.is(c.verb(), Cue.DELIVER) || text.is(c.verbEnd() - 1, Cue.DELIVER)))
                .mapToInt(Clause::verb)
                .findFirst()
                .orElse(-1);
    }

    /**
     * Is no act of the executive near the sum, so that the wording of the law decides its stage: "Taiwan is allotted
     * $300 million"?
     */
    private boolean isOfVoter(Site site) {
        return site.predicates().stream()
                        .noneMatch(p ->
                                !p.isNoun() && p.clause() != null && p.clause().speech() >= 0)
                && !text.sentences().get(site.index()).title();
    }
}
