package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.SumNote;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides the donors and recipients of a sum: first from its own sentence, then by authority, currency and context. */
final class RoleReader {

    private static final Words ADMINISTRATION = Words.of("administration");

    /** The longest sentence that can be a heading, its full stop included. */
    private static final int LONGEST_HEADING = 5;

    private static final Words DONOR = Words.of("donor donors");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final PartyReader parties;
    private final ReportContext context;
    private final RecipientFinder recipients;
    private final DonorFinder donors;
    private final UnnamedGivers unnamed;
    private final JoinedSums joined;
    private final VetoFinder vetoes;

    RoleReader(Lexicon lexicon, MarkedText text, PartyReader parties, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.parties = parties;
        this.context = context;
        this.recipients = new RecipientFinder(lexicon, text, parties, context);
        this.joined = new JoinedSums(text);
        this.donors = new DonorFinder(lexicon, text, parties);
        this.unnamed = new UnnamedGivers(lexicon, text, parties);
        this.vetoes = new VetoFinder(lexicon, text);
    }

    /**
     * Returns the donors and recipients of a sum.
     *
     * @param authority the authority named beside the sum; its owner is the donor if nobody else is named
     */
    Roles read(Site site, Optional<Entry.Authority> authority) {
        List<Party> named = recipients.find(site);
        named = inOrder(site, named);
        Set<String> codes = new LinkedHashSet<>();
        named.forEach(p -> codes.add(p.code()));
        DonorFinder.Found found = donors.find(site, codes);
        boolean rich = !found.parties().isEmpty() && found.parties().stream().allMatch(unnamed::isPrivatePerson);
        boolean privately = rich || found.privately() || found.parties().isEmpty() && unnamed.hasUnknownSubject(site);
        List<Party> givers = rich ? new ArrayList<>() : new ArrayList<>(inOrder(site, found.parties()));
        givers.replaceAll(giver -> vetoes.isVetoed(site) ? ofUnion(giver) : giver);
        List<Party> receivers = new ArrayList<>(named);
        boolean appeal = found.asked()
                && !site.headIs(text, Cue.BILL)
                && !asksLegislature(site)
                && byPolitics(site).isEmpty();
        boolean eased = site.isDebtRelief(text)
                && English.hasCreditors(
                        text.tokens(), site.sentence().start(), site.sentence().end());
        boolean ofMany = givers.isEmpty()
                && !privately
                && lexicon.homeOf(site.sum().amount().currency()).isEmpty()
                && (eased || isPledgedByMany(site));
        if (ofMany) {
            givers.add(new Party(PartyReader.ALLIES, site.start(), site.end(), Basis.DEFAULT));
        } else if (givers.isEmpty() && !privately) {
            Optional<Party> other = appeal ? ofAppeal(site, authority, named) : byContext(site, authority, codes);
            other.ifPresent(givers::add);
        }
        boolean worldwide = receivers.isEmpty() && !givers.isEmpty() && isWorldwide(site);
        if (isGlobalFund(site)) {
            receivers.clear();
            worldwide = true;
        }
        boolean agency = receivers.size() == 1
                && lexicon.appeals(receivers.get(0).code())
                && !receivers.get(0).code().equals(PartyReader.ALLIES);
        if (agency) {
            beneficiaries(site, receivers.get(0), givers).forEach(p -> PartyReader.add(receivers, p));
        }
        if (worldwide) {
            receivers.add(new Party(PartyReader.ALLIES, site.start(), site.end(), Basis.WORDS));
        }
        if (receivers.isEmpty()) {
            headed(site)
                    .filter(p -> givers.stream().noneMatch(g -> g.code().equals(p.code())))
                    .ifPresent(receivers::add);
        }
        if (receivers.isEmpty()) {
            context.recipientsNear(site.index()).stream()
                    .filter(p -> givers.stream().noneMatch(g -> g.code().equals(p.code())))
                    .forEach(receivers::add);
        }
        if (receivers.isEmpty() && !givers.isEmpty()) {
            foreign(site).ifPresent(receivers::add);
        }
        receivers.removeIf(p -> found.asked() && receivers.size() > 1 && lexicon.appeals(p.code()));
        receivers.removeIf(p ->
                receivers.size() > 1 && givers.stream().anyMatch(g -> g.code().equals(p.code())));
        givers.removeIf(g -> receivers.stream().anyMatch(p -> p.code().equals(g.code()))
                && !g.code().equals(PartyReader.ALLIES));
        return new Roles(givers, receivers, privately, found.asked());
    }

    /** "Helps Togo." before "$14 million is sought": a few words that name one recipient head what follows. */
    private Optional<Party> headed(Site site) {
        if (site.index() == 0) {
            return Optional.empty();
        }
        Sentence heading = text.sentences().get(site.index() - 1);
        boolean label = !heading.title() && heading.end() - heading.start() <= LONGEST_HEADING;
        List<ActorMention> named = label ? text.actorsFrom(heading.start(), heading.end()) : List.of();
        return named.size() == 1 && parties.mayReceive(named.getFirst(), false)
                ? Optional.of(new Party(
                        named.getFirst().code(),
                        named.getFirst().start(),
                        named.getFirst().end(),
                        Basis.CONTEXT))
                : Optional.empty();
    }

    /** "Hungary vetoes 50 billion euros", "lifts its veto on 2 billion": what a member can veto is its union's. */
    private Party ofUnion(Party giver) {
        var actor = text.actorAt(giver.start());
        boolean state = actor != null
                && (actor.form() == ActorForm.NAME
                        || actor.form() == ActorForm.PERSON
                        || actor.form() == ActorForm.CAPITAL);
        return lexicon.unionOf(giver.code())
                .filter(union -> state)
                .map(union -> new Party(union, giver.start(), giver.end(), giver.basis()))
                .orElse(giver);
    }

    /** "Over $9bn in pledges", "$10bn pledged to rebuild": pledged by all participants, none of them named. */
    private boolean isPledgedByMany(Site site) {
        boolean noun = site.heads().stream().anyMatch(head -> English.PLEDGES.at(text.tokens(), head));
        boolean passive = site.predicates().stream()
                .filter(p -> !p.isNoun())
                .limit(1)
                .anyMatch(p -> English.PLEDGED.at(text.tokens(), p.token())
                        && !p.object()
                        && p.clause() != null
                        && p.clause().agents().isEmpty());
        return noun || passive || site.isOfConference(text);
    }

    /** "A and B pledged 1 and 2 respectively": of several parties, the one in the same position as the sum. */
    private List<Party> inOrder(Site site, List<Party> parties) {
        if (parties.size() < 2) {
            return parties;
        }
        List<SumMention> row = joined.with(site.sum());
        if (site.sum().is(SumNote.RESPECTIVELY) && row.size() != parties.size()) {
            row = text.sums().stream()
                    .filter(s -> s.is(SumNote.RESPECTIVELY) && text.sentenceIndex(s.start()) == site.index())
                    .toList();
        }
        int place = row.size() == parties.size() ? row.indexOf(site.sum()) : -1;
        return place >= 0 ? List.of(parties.get(place)) : parties;
    }

    /** A recipient that asks nobody in particular asks its allies; a body's appeal asks donors if they are named. */
    private Optional<Party> ofAppeal(Site site, Optional<Entry.Authority> authority, List<Party> receivers) {
        Optional<Party> owner = ownerOf(authority, Set.of());
        Optional<Party> lender = site.has(text, Cue.LOAN) ? lenderIn(site.index()) : Optional.empty();
        if (lender.isPresent()) {
            return lender;
        }
        boolean asker = receivers.stream()
                .anyMatch(
                        p -> p.basis() == Basis.WORDS && p.start() < site.sum().start());
        boolean alone = owner.isEmpty() && (namesDonors(site) || asker && namesAllies(site));
        return alone
                ? Optional.of(new Party(
                        PartyReader.ALLIES, site.sum().start(), site.sum().end(), Basis.DEFAULT))
                : owner;
    }

    /** "Republicans blocked": a word used in the politics of only one state. */
    private Optional<Party> byPolitics(Site site) {
        return politicsIn(site.sentence().start(), site.sentence().end());
    }

    private Optional<Party> politicsIn(int from, int to) {
        for (int token = from; token < to; token++) {
            boolean lower = !text.tokens().isCapital(token);
            Optional<String> home = text.tokens().isWord(token)
                    ? lexicon.homeOfPolitics(text.tokens().hash(token))
                    : Optional.empty();
            boolean office = ADMINISTRATION.at(text.tokens(), token)
                    && !lower
                    && text.tokens().isWord(token - 1)
                    && text.tokens().isCapital(token - 1);
            boolean chamber = English.HOUSE.at(text.tokens(), token);
            boolean common = lower && (text.is(token, Cue.LEGISLATURE) || chamber)
                    || chamber && (text.actorAt(token) != null || English.OF.at(text.tokens(), token + 1));
            if (home.isPresent() && !common && !office) {
                return Optional.of(new Party(home.get(), token, token + 1, Basis.WORDS));
            }
        }
        return Optional.empty();
    }

    /** "a bailout": the bank or fund named in the sentence, the title or neighbouring sentences. */
    private Optional<Party> lenderNear(Site site) {
        int[] order = {site.index(), site.index() - 1, site.index() + 1, 0};
        for (int index : order) {
            if (index < 0 || index >= text.sentences().size()) {
                continue;
            }
            Optional<Party> lender = lenderIn(index);
            if (lender.isPresent()) {
                return lender;
            }
        }
        return Optional.empty();
    }

    /** "Pakistan to get $1.2 billion after IMF approval": the bank or fund named in a sentence. */
    private Optional<Party> lenderIn(int index) {
        var sentence = text.sentences().get(index);
        return text.actorsFrom(sentence.start(), sentence.end()).stream()
                .filter(actor -> lexicon.lends(actor.code()))
                .findFirst()
                .map(actor -> new Party(actor.code(), actor.start(), actor.end(), Basis.CONTEXT));
    }

    /** "Talks with the IMF on a programme worth $800 million": the lender with whom a programme is agreed. */
    private Optional<Party> partnerOf(Site site) {
        if (!site.headIs(text, Cue.PACKAGE)) {
            return Optional.empty();
        }
        int first = site.sentence().start();
        return text.actorsFrom(first, site.sum().start()).stream()
                .filter(actor -> lexicon.lends(actor.code()))
                .filter(actor -> English.WITH.at(text.tokens(), actor.start() - 1)
                        || English.WITH.at(text.tokens(), actor.start() - 2)
                                && English.ARTICLE.at(text.tokens(), actor.start() - 1))
                .findFirst()
                .map(actor -> new Party(actor.code(), actor.start(), actor.end(), Basis.WORDS));
    }

    /** "A worldwide relief fund of $8bn": the sum itself is for the whole world. */
    private boolean isGlobalFund(Site site) {
        boolean relief = site.has(text, Cue.HUMANITARIAN) || site.headIs(text, Cue.APPEAL);
        for (int token = site.start(); relief && token < site.sum().outerStart(); token++) {
            if (English.GLOBAL.at(text.tokens(), token) && text.actorAt(token) == null) {
                return true;
            }
        }
        return false;
    }

    /** "Foreign aid", "overseas development assistance": for unnamed countries. */
    private Optional<Party> foreign(Site site) {
        for (int token = site.sum().end(); token < site.end(); token++) {
            if (English.FOREIGN.at(text.tokens(), token)
                    && (text.is(token + 1, Cue.AID) || text.is(token + 2, Cue.AID))) {
                return Optional.of(new Party(PartyReader.ALLIES, token, token + 1, Basis.WORDS));
            }
        }
        return Optional.empty();
    }

    /** "global humanitarian assistance": relief for nobody in particular. */
    private boolean isWorldwide(Site site) {
        if (!site.has(text, Cue.HUMANITARIAN) && !Site.any(text, site.end(), site.reach(), Cue.HUMANITARIAN)) {
            return false;
        }
        for (int token = site.start(); token < site.reach(); token++) {
            if (English.GLOBAL.at(text.tokens(), token) && text.actorAt(token) == null) {
                return true;
            }
        }
        return false;
    }

    /** A government asks its own legislature for what it will give. */
    private boolean asksLegislature(Site site) {
        for (int token = site.sentence().start(); token < site.sentence().end(); token++) {
            var actor = text.actorAt(token);
            if (actor == null ? text.is(token, Cue.LEGISLATURE) : actor.kind().equals("parliament")) {
                return true;
            }
        }
        return false;
    }

    /** Money for an agency of the United Nations is also for those it helps. */
    private List<Party> beneficiaries(Site site, Party agency, List<Party> givers) {
        List<Party> named = recipients.beneficiaries(site, agency);
        return (named.isEmpty() ? context.recipientNear(site.index()).stream() : named.stream())
                .filter(p -> givers.stream().noneMatch(g -> g.code().equals(p.code())) && !lexicon.appeals(p.code()))
                .toList();
    }

    private boolean namesAllies(Site site) {
        int start = site.sentence().start();
        int end = site.sentence().end();
        return Site.any(text, start, end, Cue.DONORS)
                || text.actorsFrom(start, end).stream().anyMatch(a -> lexicon.usuallyGives(a.code()))
                || asksConference(site);
    }

    /** "Told a conference in Paris. It needs 5 million": who asks a conference asks those who attend it. */
    private boolean asksConference(Site site) {
        int previous = text.sentences().get(Math.max(0, site.index() - 1)).start();
        for (int token = previous; token < site.sum().start(); token++) {
            if (English.CONFERENCE.at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    /** Donors are named in the sentence; a title and its lead are one. */
    private boolean namesDonors(Site site) {
        boolean title = site.sentence().title() && text.sentences().size() > site.index() + 1;
        int end = text.sentences().get(title ? site.index() + 1 : site.index()).end();
        for (int token = site.sentence().start(); token < end; token++) {
            if (DONOR.at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Party> ownerOf(Optional<Entry.Authority> authority, Set<String> receivers) {
        return authority
                .map(Entry.Authority::giver)
                .filter(code -> !receivers.contains(code))
                .map(code -> new Party(code, 0, 1, Basis.DEFAULT));
    }

    private Optional<Party> byContext(Site site, Optional<Entry.Authority> authority, Set<String> receivers) {
        boolean gets = site.predicates().stream().anyMatch(p -> !p.isNoun() && p.is(text, Cue.RECEIVE));
        Optional<Party> lender = partnerOf(site);
        if (lender.isEmpty()) {
            lender = site.has(text, Cue.LOAN) ? lenderNear(site) : gets ? lenderIn(site.index()) : Optional.empty();
        }
        if (lender.isPresent() && !receivers.contains(lender.get().code())) {
            return lender;
        }
        Optional<Party> home = lexicon.homeOf(site.sum().amount().currency())
                .filter(code -> !receivers.contains(code))
                .map(code -> new Party(code, site.sum().start(), site.sum().end(), Basis.DEFAULT));
        if (home.isPresent()) {
            return home;
        }
        Optional<Party> owner = ownerOf(authority, receivers);
        if (owner.isPresent()) {
            return owner;
        }
        Optional<Party> politics = byPolitics(site).filter(p -> !receivers.contains(p.code()));
        if (politics.isPresent()) {
            return politics;
        }
        Optional<Party> near = context.donorNear(site.index()).filter(p -> !receivers.contains(p.code()));
        if (unnamed.speaksItself(site)) {
            Optional<Party> speaker = context.speaker().filter(p -> !receivers.contains(p.code()));
            if (speaker.isPresent()) {
                return speaker;
            }
        }
        if (unnamed.hasNamelessSubject(site)) {
            return near;
        }
        Optional<Party> person = unnamed.personBefore(site).filter(p -> !receivers.contains(p.code()));
        if (person.isPresent() || near.isPresent()) {
            return person.isPresent() ? person : near;
        }
        return politicsIn(0, text.tokens().size()).map(Party::inContext).filter(p -> !receivers.contains(p.code()));
    }
}
