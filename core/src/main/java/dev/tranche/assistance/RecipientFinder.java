package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who receives a sum according to its own sentence, trying the strongest kind of words first. */
final class RecipientFinder {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;
    private final ReportContext context;
    private final TakerFinder takers;
    private final DistantReceivers distant;
    private final Outsiders outsiders;
    private final RecipientRows rows;

    RecipientFinder(Lexicon lexicon, MarkedText text, PartyReader parties, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
        this.context = context;
        this.takers = new TakerFinder(lexicon, text, parties, context);
        this.distant = new DistantReceivers(text, parties, context);
        this.outsiders = new Outsiders(text);
        this.rows = new RecipientRows(lexicon, text, parties);
    }

    /** Returns the recipients named in the sentence, in order; empty if there are none. */
    List<Party> find(Site site) {
        List<Party> found = withheld(site);
        if (found.isEmpty()) {
            found = takers.thanking(site);
        }
        if (found.isEmpty()) {
            found = rows.find(site);
        }
        if (found.isEmpty()) {
            found = takers.taking(site);
        }
        if (found.isEmpty() && distant.isBeside(site)) {
            found = indirect(site);
        }
        if (found.isEmpty() && outsiders.opposes(site)) {
            found = place(site);
        }
        if (found.isEmpty()) {
            found = right(site, site.reach(), false);
        }
        boolean others = found.size() == 1 && found.getFirst().code().equals(PartyReader.ALLIES);
        if (others) {
            // "To keep Ukraine's hospitals open and help the region": the state is named before the others.
            List<Party> all = new ArrayList<>(right(site, site.reach(), true));
            found.forEach(p -> PartyReader.add(all, p));
            found = all;
        }
        if (found.isEmpty()) {
            found = left(site);
        }
        if (found.isEmpty()) {
            found = indirect(site);
        }
        if (found.isEmpty()) {
            found = compound(site);
        }
        if (found.isEmpty()) {
            found = helped(site);
        }
        if (found.isEmpty()) {
            found = right(site, site.reach(), true);
        }
        if (found.isEmpty()) {
            found = takers.receiving(site);
        }
        if (found.isEmpty()) {
            found = place(site);
        }
        if (found.isEmpty()) {
            found = fronted(site);
        }
        if (found.isEmpty()) {
            found = right(site, site.sentence().end(), true);
        }
        if (found.isEmpty()) {
            found = distant.others(site);
        }
        if (found.isEmpty()) {
            found = distant.ofBill(site);
        }
        if (found.isEmpty()) {
            found = takers.label(site);
        }
        if (found.isEmpty()) {
            found = distant.mentioned(site);
        }
        return found.stream().filter(party -> !rows.isSecondGiver(site, party)).toList();
    }

    /** "withhold €13bn of funding from Hungary": the party from whom it is withheld. */
    private List<Party> withheld(Site site) {
        List<Party> found = new ArrayList<>();
        if (site.predicates().stream().noneMatch(p -> !p.isNoun() && p.is(text, Cue.BLOCK))) {
            return found;
        }
        if (!right(site, site.reach(), false).isEmpty()) {
            return found;
        }
        for (NounGroup group : site.clauses().groups()) {
            boolean behind = group.start() >= site.end() && group.start() < site.reach();
            if (behind && group.preposition() >= 0 && English.FROM.at(tokens, group.preposition())) {
                ActorMention actor = text.actorAt(group.head());
                if (actor != null && !actor.isPrivate()) {
                    found.add(parties.party(actor));
                }
            }
        }
        return found;
    }

    /** "to Ukraine, Moldova and other allies", "for Kyiv's army", "to help the Ukrainian people". */
    private List<Party> right(Site site, int limit, boolean purpose) {
        List<Party> found = new ArrayList<>();
        Clauses clauses = site.clauses();
        int last = -1;
        for (NounGroup group : clauses.groups()) {
            if (group.start() < site.end() || group.start() >= limit) {
                continue;
            }
            boolean listed = last >= 0 && isListedAfter(clauses, group, last) && !rows.hasOwnSum(group);
            if (outsiders.isLeftOut(group) || outsiders.isCreditor(site, group)) {
                continue;
            }
            boolean toward = isToward(group) || purpose && isPurpose(clauses, group, site.end());
            if (group.preposition() >= 0 && group.start() > site.end() && rows.isBeforeOwnSum(group)) {
                break;
            }
            boolean with = group.preposition() >= 0 && English.WITH.at(tokens, group.preposition());
            boolean borrower = with && isBorrower(site, group);
            boolean partner = borrower || with && site.headIs(text, Cue.PACKAGE);
            if (!listed && !toward && !partner) {
                if (!found.isEmpty() && group.preposition() < 0) {
                    break;
                }
                continue;
            }
            List<Party> named = new ArrayList<>(parties.receivers(clauses, group, toward || listed || borrower));
            if (toward && outsiders.isOfOther(site, group)) {
                named.removeIf(p -> p.code().equals(PartyReader.ALLIES) || lexicon.usuallyGives(p.code()));
            }
            if (named.isEmpty() && !parties.isTheCountry(group)) {
                named.addAll(parties.receiversInParts(clauses, group));
            }
            if (named.isEmpty() && found.isEmpty() && isOfTheCountry(clauses, group)) {
                parties.lastNamed(group.start(), context).or(() -> host(site)).ifPresent(named::add);
            }
            if (!named.isEmpty()) {
                named.forEach(p -> PartyReader.add(found, p));
                last = group.index();
            }
        }
        return found;
    }

    /** "The bank signed a $5 million agreement with the Government of Nepal": who borrows in what is signed. */
    private boolean isBorrower(Site site, NounGroup group) {
        ActorMention actor = parties.inside(site.clauses(), group).orElse(null);
        return actor != null
                && site.clause() != null
                && site.clause().lemma().equals("sign")
                && !lexicon.usuallyGives(actor.code())
                && (!lexicon.sometimesGives(actor.code()) || isByLender(site))
                && !lexicon.lends(actor.code());
    }

    private boolean isByLender(Site site) {
        return site.clause() != null
                && parties.actors(site.clauses(), site.clause().subjects()).stream()
                        .anyMatch(p -> lexicon.lends(p.code()));
    }

    /** "to the country", "for the country's coast guard". */
    private boolean isOfTheCountry(Clauses clauses, NounGroup group) {
        return parties.isTheCountry(group)
                || group.possessor() >= 0
                        && parties.isTheCountry(clauses.groups().get(group.possessor()));
    }

    /** "On a visit to Palau": the state visited when a sum is promised to "the country". */
    private Optional<Party> host(Site site) {
        for (NounGroup group : site.clauses().groups()) {
            boolean visited = group.preposition() > 0 && English.TRIP.at(tokens, group.preposition() - 1);
            ActorMention actor = visited ? text.actorAt(group.head()) : null;
            if (actor != null && parties.mayReceive(actor, false)) {
                return Optional.of(parties.party(actor));
            }
        }
        return Optional.empty();
    }

    /** Does the group continue a list of recipients? A new subject does not. */
    private boolean isListedAfter(Clauses clauses, NounGroup group, int last) {
        if (group.coordinated() == last) {
            return true;
        }
        int gap = group.start() - clauses.groups().get(last).end();
        boolean subject = clauses.all().stream()
                .anyMatch(c -> !c.sharedSubject() && c.subjects().contains(group.index()));
        return !subject && gap <= 3 && group.index() == last + 1 && isListed(group) && text.sumAt(group.head()) == null;
    }

    private boolean isListed(NounGroup group) {
        int before = group.start() - 1;
        while (before > 0 && English.ARTICLE.at(tokens, before)) {
            before--;
        }
        return English.AND.at(tokens, before) || tokens.isSign(before, ',');
    }

    private boolean isToward(NounGroup group) {
        return group.preposition() >= 0
                && !(group.preposition() > 0 && English.TRIP.at(tokens, group.preposition() - 1))
                && (English.TOWARD.at(tokens, group.preposition()) || text.is(group.preposition(), Cue.TOWARD));
    }

    /** Is the group an object of an infinitive or participle of purpose: "to help Ukraine", "helping Kyiv rebuild"? */
    private boolean isPurpose(Clauses clauses, NounGroup group, int from) {
        for (Clause clause : clauses.all()) {
            if (clause.verb() < from || clause.verb() >= group.start()) {
                continue;
            }
            boolean purpose = clause.link() == Link.INFINITIVE
                    || clause.link() == Link.COMPLEMENT
                    || clause.link() == Link.PARTICIPLE && !clause.passive();
            boolean argument = clause.objects().contains(group.index())
                    || group.start() == clause.verbEnd()
                    || group.start() == clause.verbEnd() + 1 && English.ARTICLE.at(tokens, clause.verbEnd());
            boolean helps = English.BENEFIT.at(tokens, clause.verb()) || text.is(clause.verb(), Cue.TOWARD);
            if (purpose && argument && helps) {
                return true;
            }
        }
        return false;
    }

    /** "For Ukraine, Germany pledged €1bn", "gives to Kyiv another $1bn", "aid to Ukraine worth $1bn". */
    private List<Party> left(Site site) {
        List<Party> found = new ArrayList<>();
        for (NounGroup group : site.clauses().groups()) {
            boolean measured = group.end() <= site.sum().outerStart()
                    && group.noun() >= 0
                    && site.chain().contains(group.noun());
            boolean inside = measured
                    || group.start() >= site.start()
                            && group.end() <= site.sum().outerStart();
            if (inside && isToward(group)) {
                List<Party> named = parties.receivers(site.clauses(), group, true);
                found.addAll(named.isEmpty() ? parties.receiversInParts(site.clauses(), group) : named);
            }
        }
        if (!found.isEmpty() || site.clause() == null) {
            return found;
        }
        for (int i = 0; i < site.clause().obliques().size(); i++) {
            var oblique = site.clause().obliques().get(i);
            NounGroup group = site.clauses().groups().get(oblique.group());
            boolean toward =
                    English.TOWARD.at(tokens, oblique.preposition()) || text.is(oblique.preposition(), Cue.TOWARD);
            if (toward && !site.chain().contains(group.index()) && group.start() < site.start()) {
                parties.receivers(site.clauses(), group, true).forEach(p -> PartyReader.add(found, p));
            }
        }
        return found;
    }

    /** "$12bn in Ukraine aid", "Pakistan's loan", "a $40bn Ukraine bill". */
    private List<Party> compound(Site site) {
        List<Party> found = new ArrayList<>();
        for (int token = site.start(); token < site.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor == null) {
                continue;
            }
            token = actor.end() - 1;
            boolean apart = English.FROM.at(tokens, actor.start() - 1) || English.BY.at(tokens, actor.start() - 1);
            boolean genitive = actor.end() < tokens.size() && tokens.kind(actor.end()) == TokenKind.GENITIVE;
            boolean doubtful = (genitive || actor.form() == ActorForm.ADJECTIVE) && isSecond(actor.code());
            boolean people = actor.form() == ActorForm.DEMONYM && !text.is(actor.end(), Cue.AID) && !genitive;
            if (!apart && !doubtful && !people && parties.mayReceive(actor, false)) {
                PartyReader.add(found, parties.party(actor));
            }
        }
        if (found.isEmpty() && site.group() != null && site.group().possessor() >= 0) {
            NounGroup owner = site.clauses().groups().get(site.group().possessor());
            for (Party party : parties.receivers(site.clauses(), owner, false)) {
                if (!isSecond(party.code())) {
                    PartyReader.add(found, party);
                }
            }
        }
        if (found.isEmpty() && Site.any(text, site.sum().end(), site.end(), Cue.ALLIES)) {
            found.add(new Party(PartyReader.ALLIES, site.start(), site.end(), Basis.WORDS));
        }
        return found;
    }

    /** Does the report mention another recipient more than this one? If so, its genitive may be the donor. */
    private boolean isSecond(String code) {
        return context.recipient()
                .filter(top -> !top.code().equals(code) && context.receives(top.code()) > context.receives(code))
                .isPresent();
    }

    /** "send Ukraine $1bn", "provide Kyiv with", "Ukraine was given $1bn". */
    private List<Party> indirect(Site site) {
        List<Party> found = new ArrayList<>();
        Clause clause = site.clause();
        if (clause == null || clause.verb() < 0) {
            return found;
        }
        boolean gives = text.is(clause.verb(), Cue.GIVE)
                || text.is(clause.verb(), Cue.DELIVER)
                || text.is(clause.verb(), Cue.APPROVE)
                || text.is(clause.verb(), Cue.PROMISE)
                || text.is(clause.verb(), Cue.SELL)
                || text.is(clause.verb(), Cue.LEND);
        if (!gives) {
            return found;
        }
        List<Integer> places = new ArrayList<>(clause.objects());
        if (clause.passive()) {
            places.addAll(clause.subjects());
        }
        for (int index : places) {
            NounGroup group = site.clauses().groups().get(index);
            if (site.chain().contains(index) || group.start() > site.sum().start() || rows.isGappedGiver(site, group)) {
                continue;
            }
            if (parties.isTheCountry(group) && found.isEmpty()) {
                parties.lastNamed(group.start(), context).ifPresent(found::add);
            }
            parties.receivers(site.clauses(), group, true).forEach(p -> PartyReader.add(found, p));
        }
        return found;
    }

    /** "boost Ukraine's defences with $400m": the party helped by the verb that takes the sum. */
    private List<Party> helped(Site site) {
        List<Party> found = new ArrayList<>();
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            for (int index : clause.objects()) {
                NounGroup group = site.clauses().groups().get(index);
                if (!site.chain().contains(index) && predicate.is(text, Cue.GIVE)) {
                    parties.receivers(site.clauses(), group, false).forEach(p -> PartyReader.add(found, p));
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    /** "relief operations in Turkey", "to plant trees in Togo". */
    private List<Party> place(Site site) {
        List<Party> found = new ArrayList<>();
        int last = -1;
        for (NounGroup group : site.clauses().groups()) {
            if (group.start() < site.sum().end()
                    || group.start() >= site.sentence().end()) {
                continue;
            }
            boolean in = group.preposition() >= 0 && English.IN.at(tokens, group.preposition());
            boolean listed = last >= 0 && isListedAfter(site.clauses(), group, last);
            if (in || listed) {
                boolean relief = site.has(text, Cue.HUMANITARIAN)
                        || site.headIs(text, Cue.AID)
                        || isAppeal(site)
                        || isHelped(site, group)
                        || Site.any(text, site.end(), group.start(), Cue.HUMANITARIAN);
                List<Party> named = parties.receivers(site.clauses(), group, false);
                named.forEach(p -> PartyReader.add(found, relief ? p : p.inContext()));
                last = named.isEmpty() ? last : group.index();
            } else if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /** "To help Togo, the bank has approved 3 million", "In Togo, it has approved": a purpose or place before the rest. */
    private List<Party> fronted(Site site) {
        List<Party> found = new ArrayList<>();
        int start = site.sentence().start();
        boolean to = English.TO.at(tokens, start);
        if (!to && !English.IN.at(tokens, start)) {
            return found;
        }
        int comma = start;
        while (comma < site.start() && !tokens.isSign(comma, ',')) {
            comma++;
        }
        for (int token = comma + 1; token < site.start(); token++) {
            if (tokens.isSign(token, ',')) {
                return found;
            }
        }
        for (NounGroup group : site.clauses().groups()) {
            ActorMention actor = comma < site.start() && group.end() <= comma ? text.actorAt(group.head()) : null;
            boolean state = actor != null && actor.form() == ActorForm.NAME && !lexicon.usuallyGives(actor.code());
            boolean there = group.preposition() >= 0 && English.IN.at(tokens, group.preposition());
            if (state && (there || to && English.BENEFIT.at(tokens, start + 1))) {
                parties.receivers(site.clauses(), group, to).forEach(p -> PartyReader.add(found, p));
            }
        }
        return found;
    }

    /** "To UNRWA in Jordan, Lebanon and Syria", "gives the World Food Programme 5 million for Chad": whom an agency helps. */
    List<Party> beneficiaries(Site site, Party agency) {
        List<Party> found = new ArrayList<>(right(site, site.reach(), true));
        found.removeIf(p -> lexicon.appeals(p.code()));
        boolean there = English.IN.at(tokens, agency.end());
        return found.isEmpty() && there ? place(site) : found;
    }

    /** "on tackling hunger in Malawi", "to improve schools in Togo": the place where something is improved. */
    private boolean isHelped(Site site, NounGroup place) {
        return site.clauses().all().stream()
                .anyMatch(c -> c.verb() >= site.end()
                        && c.verb() < place.start()
                        && place.start() < c.end()
                        && (c.link() == Link.INFINITIVE || c.link() == Link.PARTICIPLE && !c.passive())
                        && English.BENEFIT.at(tokens, c.verb()));
    }

    /** "appealed for $2bn to help people in Gaza". */
    private static boolean isAppeal(Site site) {
        return site.predicates().stream()
                .anyMatch(p -> p.clause() != null && p.clause().lemma().equals("appeal"));
    }

    boolean isUsualGiver(String code) {
        return lexicon.usuallyGives(code);
    }
}
