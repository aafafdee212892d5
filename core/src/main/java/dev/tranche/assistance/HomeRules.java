package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Link;
import dev.tranche.text.Tokens;
import java.util.List;

/** Recognises money that a government or union spends at home or on its own members. */
final class HomeRules {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    HomeRules(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
    }

    /**
     * Does the sum stay at home?
     *
     * @param aid does a noun of aid or lending describe it?
     * @param earlier the gifts before it: where one goes to the same recipient, homes and schools are not the donor's
     */
    boolean isAtHome(Site site, Roles roles, boolean aid, List<Candidate> earlier) {
        boolean members = roles.donorCodes().size() == 1
                && !roles.recipients().isEmpty()
                && roles.recipientCodes().stream()
                        .allMatch(code ->
                                lexicon.isMember(code, roles.donorCodes().get(0)));
        if (members && !isForOthers(site, roles)) {
            return true;
        }
        boolean same = !roles.recipients().isEmpty() && roles.recipientCodes().equals(roles.donorCodes());
        if (same && !roles.donorCodes().contains(PartyReader.ALLIES)) {
            return true;
        }
        boolean given = earlier.stream()
                .anyMatch(c -> !c.total() && c.recipients().stream().anyMatch(roles.recipientCodes()::contains));
        if (site.has(text, Cue.DOMESTIC)) {
            return !isReliefAbroad(site, roles);
        }
        return !(given && roles.namesDonor()) && isForHome(site, roles, aid || given && isTitled(roles));
    }

    /** Does the title promise aid to a recipient? */
    private boolean isTitled(Roles roles) {
        var title = text.sentences().get(0);
        return title.title()
                && Site.any(text, title.start(), title.end(), Cue.AID)
                && text.actorsFrom(title.start(), title.end()).stream()
                        .anyMatch(actor -> roles.recipientCodes().contains(actor.code()));
    }

    /** "Sent 3 million in hurricane relief to Jamaica": a disaster where the named recipient is. */
    private boolean isReliefAbroad(Site site, Roles roles) {
        return roles.namesRecipient() && roles.namesDonor() && site.headIs(text, Cue.HUMANITARIAN);
    }

    /** "pays Poland for tanks that Warsaw gave Ukraine": a member is reimbursed for aid to an outside party. */
    private boolean isForOthers(Site site, Roles roles) {
        for (ActorMention actor : text.actorsFrom(site.end(), site.sentence().end())) {
            boolean outside = roles.donorCodes().stream()
                    .noneMatch(code -> code.equals(actor.code()) || lexicon.isMember(actor.code(), code));
            boolean given = site.clauses().all().stream()
                    .anyMatch(clause -> clause.link() == Link.RELATIVE
                            && text.is(clause.verb(), Cue.GIVE)
                            && clause.start() <= actor.start()
                            && actor.start() < clause.end());
            if (outside && given && !actor.isPrivate()) {
                return true;
            }
        }
        return false;
    }

    /** "for American families", "in tax relief for households": the purpose stays at home. */
    private boolean isForHome(Site site, Roles roles, boolean known) {
        if (roles.namesRecipient()) {
            return false;
        }
        int limit = Math.min(site.reach(), site.end() + 12);
        int label = site.sentence().start();
        while (label < site.start() && !tokens.isSign(label, ':')) {
            label++;
        }
        if (label < site.start() && Site.any(text, site.sentence().start(), label, Cue.DOMESTIC)) {
            return true;
        }
        var title = text.sentences().get(0);
        return Site.any(text, site.end(), limit, Cue.DOMESTIC)
                || title.title() && !known && Site.any(text, title.start(), title.end(), Cue.DOMESTIC);
    }
}
