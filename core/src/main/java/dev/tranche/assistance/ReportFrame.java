package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Sentence;
import java.util.Optional;

/**
 * The subject of a whole report, set by its title and first sentences: a request to a legislature, a sale of arms, a
 * vote of a bank's board. Sums further down follow it unless their own words say otherwise.
 */
final class ReportFrame {

    /** The number of sentences after the title that set the subject. */
    private static final int OPENING = 2;

    /** How many words after the word for the sale its buyer may be named. */
    private static final int BUYER = 8;

    private final Lexicon lexicon;
    private final MarkedText text;
    private final SiteFinder sites;
    private final int request;
    private final int sale;
    private final int vote;
    private final int law;
    private final int halt;

    ReportFrame(Lexicon lexicon, MarkedText text, SiteFinder sites) {
        this.lexicon = lexicon;
        this.text = text;
        this.sites = sites;
        int asked = -1;
        int sold = -1;
        int voted = -1;
        int passed = -1;
        int halted = -1;
        BillStatus bills = new BillStatus(text, sites);
        for (int i = 0; i < opening(); i++) {
            asked = asked < 0 ? requestIn(i) : asked;
            sold = sold < 0 ? saleIn(text.sentences().get(i)) : sold;
            voted = voted < 0 ? voteIn(sites.clauses(i)) : voted;
            halted = halted < 0 ? haltIn(sites.clauses(i)) : halted;
            StageRules.Told bill = bills.status(sites.clauses(i));
            if (passed < 0
                    && bill != null
                    && bill.stage() == Stage.APPROPRIATED
                    && isOnMoney(text.sentences().get(i))) {
                passed = bill.token();
            }
        }
        this.request = asked;
        this.sale = sold;
        this.vote = voted;
        this.law = passed;
        this.halt = halted;
    }

    /** "Signed his annexation laws" is not about a law that grants money. */
    private boolean isOnMoney(Sentence sentence) {
        boolean sum = text.sums().stream().anyMatch(s -> s.start() >= sentence.start() && s.start() < sentence.end());
        return sum
                || Site.any(text, sentence.start(), sentence.end(), Cue.AID)
                || Site.any(text, sentence.start(), sentence.end(), Cue.MONEY)
                || Site.any(text, sentence.start(), sentence.end(), Cue.PACKAGE)
                || Site.any(text, sentence.start(), sentence.end(), Cue.BUDGET);
    }

    /** Returns the word for the passage of a bill whose sums a later sentence lists, or -1. */
    int law(Site site) {
        return later(site, law);
    }

    /** Returns the word of the request that a later sentence spells out, or -1. */
    int request(Site site) {
        return later(site, request);
    }

    /** Returns the word of the sale of arms whose items a later sentence lists, or -1. */
    int sale(Site site) {
        return later(site, sale);
    }

    /** Returns the buyer named in the sentence that reports the sale: "two sales to the Government of Togo". */
    Optional<ActorMention> buyer() {
        if (sale < 0) {
            return Optional.empty();
        }
        Sentence sentence = text.sentenceOf(sale);
        boolean to = false;
        for (int token = sale + 1; token < Math.min(sentence.end(), sale + BUYER); token++) {
            to |= English.TO.at(text.tokens(), token);
            ActorMention actor = text.actorAt(token);
            if (actor != null && !actor.isPrivate()) {
                return to ? Optional.of(actor) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns the word of the vote whose money a later sentence or the title describes, or -1. */
    int vote(Site site) {
        return site.sentence().title() ? vote : later(site, vote);
    }

    /** Returns the word for the stopping of aid on which a later sentence elaborates, or -1. */
    int halt(Site site) {
        return later(site, halt);
    }

    private int later(Site site, int token) {
        return token >= 0 && text.sentenceIndex(token) < site.index() ? token : -1;
    }

    private int opening() {
        int titles = 0;
        while (titles < text.sentences().size() && text.sentences().get(titles).title()) {
            titles++;
        }
        return Math.min(titles + OPENING, text.sentences().size());
    }

    /** "The president is sending a funding request to Congress". */
    private int requestIn(int index) {
        Sentence sentence = text.sentences().get(index);
        if (!Legislatures.named(text, sentence.start(), sentence.end())) {
            return -1;
        }
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (English.PROPOSAL.at(text.tokens(), token)) {
                return token;
            }
        }
        for (Clause clause : sites.clauses(index).all()) {
            if (clause.verb() >= 0 && !clause.negative() && clause.lemma().equals("ask") && isOfGiver(index, clause)) {
                return clause.verb();
            }
        }
        return -1;
    }

    private boolean isOfGiver(int index, Clause clause) {
        return clause.subjects().stream()
                .map(sites.clauses(index).groups()::get)
                .map(group -> text.actorAt(group.head()))
                .anyMatch(actor -> actor != null && lexicon.usuallyGives(actor.code()));
    }

    private int saleIn(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (text.is(token, Cue.SALE)) {
                return token;
            }
        }
        return -1;
    }

    /** "The board has approved two operations", "IMF Executive Board completes the review". */
    private int voteIn(Clauses clauses) {
        for (Clause clause : clauses.all()) {
            boolean votes = clause.verb() >= 0
                    && !clause.negative()
                    && !clause.passive()
                    && clause.modality() == Modality.REAL
                    && clause.tense() != Tense.INFINITIVE
                    && (clause.lemma().equals("approve")
                            || clause.lemma().equals("adopt")
                            || clause.lemma().equals("complete"));
            if (votes && clause.subjects().stream().map(clauses.groups()::get).anyMatch(this::isLender)) {
                return clause.verb();
            }
        }
        return -1;
    }

    /** "France suspends aid to Niger", "the bank has halted all payments". */
    private int haltIn(Clauses clauses) {
        for (Clause clause : clauses.all()) {
            boolean stops = clause.verb() >= 0
                    && !clause.negative()
                    && clause.modality() == Modality.REAL
                    && clause.tense() != Tense.INFINITIVE
                    && text.is(clause.verb(), Cue.BLOCK);
            var stopped = clause.passive() ? clause.subjects() : clause.objects();
            boolean aid = stopped.stream()
                    .map(clauses.groups()::get)
                    .anyMatch(group -> Site.any(text, group.start(), group.end(), Cue.AID)
                            || Site.any(text, group.start(), group.end(), Cue.MONEY));
            if (stops && aid) {
                return clause.verb();
            }
        }
        return -1;
    }

    private boolean isLender(NounGroup group) {
        for (int token = group.start(); token < group.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && lexicon.lends(actor.code())
                    || English.BOARD.at(text.tokens(), token)
                    || English.COUNCIL.at(text.tokens(), token) && text.tokens().isCapital(token)) {
                return true;
            }
        }
        return false;
    }
}
