package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;

/** Lets the stage of a sum follow what its whole report is about, where its own words leave it open. */
final class FramedStages {

    private final MarkedText text;
    private final ReportFrame frame;

    FramedStages(MarkedText text, ReportFrame frame) {
        this.text = text;
        this.frame = frame;
    }

    /** In a report on a request everything that is not said to be done is asked for. */
    StageRules.Told follow(Site site, StageRules.Told told) {
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

    /** Is no act of the executive near the sum, so that the law's words decide its stage: "Taiwan is allotted $300 million"? */
    private boolean isOfVoter(Site site) {
        return site.predicates().stream()
                        .noneMatch(p ->
                                !p.isNoun() && p.clause() != null && p.clause().speech() >= 0)
                && !text.sentences().get(site.index()).title();
    }
}
