package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds the sentences after a sum that are about it: "The package includes …", "It contains …". */
final class PackageTalk {

    private static final int REACH = 3;
    private static final int SHARE_REACH = 5;
    private static final Words SHARE = Words.of("half most third quarter part some bulk majority");
    private static final Words IT = Words.of("it this that these those they");
    private static final Words DEFINITE = Words.of("the this that these those its");
    private static final Words NOUN = Words.of("sum list shipment delivery order items equipment support offer");

    private final MarkedText text;
    private final Tokens tokens;
    private final SiteFinder sites;

    PackageTalk(MarkedText text, SiteFinder sites) {
        this.text = text;
        this.tokens = text.tokens();
        this.sites = sites;
    }

    /** Returns the sentences that follow a sum and whose subject is what it pays for; the next sum ends them. */
    List<Sentence> after(Site site) {
        List<Sentence> found = new ArrayList<>();
        List<Sentence> all = text.sentences();
        for (int i = site.index() + 1; i < all.size() && i <= site.index() + REACH; i++) {
            Sentence sentence = all.get(i);
            if (holdsSum(sentence)) {
                break;
            }
            if (isAbout(sites.clauses(i))) {
                found.add(sentence);
            }
        }
        return found;
    }

    private boolean holdsSum(Sentence sentence) {
        return text.sums().stream().anyMatch(s -> s.start() >= sentence.start() && s.start() < sentence.end());
    }

    private boolean isAbout(Clauses clauses) {
        for (Clause clause : clauses.all()) {
            boolean main = clause.verb() >= 0 && clause.parent() < 0 || clause.speech() >= 0;
            if (main && clause.subjects().stream().map(clauses.groups()::get).anyMatch(this::pointsBack)) {
                return true;
            }
            if (main && clause.subjects().stream().map(clauses.groups()::get).anyMatch(g -> isShare(clauses, g))) {
                return true;
            }
            boolean announced = main && (text.is(clause.verb(), Cue.ANNOUNCE) || text.is(clause.verb(), Cue.APPROVE));
            if (announced
                    && clause.objects().stream().map(clauses.groups()::get).anyMatch(this::pointsBack)) {
                return true;
            }
        }
        return clauses.groups().stream().anyMatch(this::isPartOf);
    }

    /** "Air defences are not part of the package". */
    private boolean isPartOf(NounGroup group) {
        return group.preposition() > 0
                && English.OF.at(tokens, group.preposition())
                && English.PART.at(tokens, group.preposition() - 1)
                && pointsBack(group);
    }

    /** "More than half of the money will be spent on weapons": the rest goes to something else. */
    boolean isOfShare(Sentence sentence) {
        for (int token = sentence.start(); token < Math.min(sentence.end(), sentence.start() + SHARE_REACH); token++) {
            if (SHARE.at(tokens, token) && English.OF.at(tokens, token + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isShare(Clauses clauses, NounGroup group) {
        boolean of = SHARE.at(tokens, group.head()) && English.OF.at(tokens, group.end());
        int index = of ? clauses.groupAt(group.end() + 1) : -1;
        if (index < 0) {
            return false;
        }
        int head = clauses.groups().get(index).head();
        return text.is(head, Cue.MONEY) || text.is(head, Cue.PACKAGE) || text.is(head, Cue.AID) || IT.at(tokens, head);
    }

    private boolean pointsBack(NounGroup group) {
        int head = group.head();
        if (IT.at(tokens, head)) {
            return group.end() - group.start() == 1;
        }
        boolean named = text.is(head, Cue.PACKAGE)
                || text.is(head, Cue.AID)
                || text.is(head, Cue.MONEY)
                || text.is(head, Cue.LOAN)
                || text.is(head, Cue.BILL)
                || NOUN.at(tokens, head);
        return named && DEFINITE.at(tokens, group.start());
    }
}
