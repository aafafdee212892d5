package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Oblique;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who gives a sum according to its own sentence, trying the strongest kind of words first. */
final class DonorFinder {

    private static final List<Cue> GIVING = List.of(
            Cue.GIVE,
            Cue.PROMISE,
            Cue.LEND,
            Cue.DELIVER,
            Cue.APPROVE,
            Cue.ENACT,
            Cue.ANNOUNCE,
            Cue.SELL,
            Cue.PLAN,
            Cue.BLOCK,
            Cue.GATHER);

    /** "Weapons sourced from the US": where goods are bought, not who gives them. */
    private static final Words BOUGHT =
            Words.of("sourced bought purchased procured made acquired ordered produced obtained imported");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;
    private final GiverRows rows;
    private final Payers payers;

    DonorFinder(Lexicon lexicon, MarkedText text, PartyReader parties) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
        this.rows = new GiverRows(lexicon, text, parties);
        this.payers = new Payers(text, parties);
    }

    /**
     * What a sentence says about the donor of a sum.
     *
     * @param parties the donors named
     * @param privately whether a company, charity or private person gives it
     * @param asked whether a recipient or body requests it without naming a donor
     */
    record Found(List<Party> parties, boolean privately, boolean asked) {}

    Found find(Site site, Set<String> recipients) {
        List<Party> found = rows.find(site, recipients);
        if (found.isEmpty()) {
            found = payers.find(site, recipients);
        }
        if (found.isEmpty()) {
            found = inside(site, recipients);
        }
        if (found.isEmpty()) {
            found = behind(site, recipients);
        }
        if (found.isEmpty()) {
            found = bearing(site, recipients);
        }
        if (found.isEmpty()) {
            return byVerbs(site, recipients);
        }
        List<Party> official = found.stream().filter(p -> !p.isPrivate()).toList();
        return new Found(official, official.isEmpty(), false);
    }

    /** "Qatar stepped in with a grant of $60 million": the subject of any verb is the donor. */
    private List<Party> bearing(Site site, Set<String> recipients) {
        Clause clause = site.clause();
        NounGroup group = site.group();
        boolean gift = site.headIs(text, Cue.MONEY) || site.headIs(text, Cue.AID) || site.headIs(text, Cue.LOAN);
        if (clause == null || group == null || clause.passive() || !gift) {
            return List.of();
        }
        boolean with = site.chain().stream()
                .map(site.clauses().groups()::get)
                .anyMatch(g -> g.preposition() >= 0 && English.WITH.at(tokens, g.preposition()));
        return with
                ? parties.actors(site.clauses(), clause.subjects()).stream()
                        .filter(p -> !p.isPrivate() && !recipients.contains(p.code()))
                        .filter(p -> lexicon.isDonor(p.code()))
                        .toList()
                : List.of();
    }

    /** "$600 million in US aid", "Biden's $33 billion", "an IMF loan of". */
    private List<Party> inside(Site site, Set<String> recipients) {
        List<Party> found = new ArrayList<>();
        for (int token = site.start(); token < site.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor == null) {
                continue;
            }
            token = actor.end() - 1;
            int before = actor.start() - 1;
            boolean placed = English.TOWARD.at(tokens, before)
                    || English.THROUGH.at(tokens, before)
                    || English.IN.at(tokens, before) && actor.form() != ActorForm.ADJECTIVE && !isAttribute(actor);
            if (placed || recipients.contains(actor.code()) || lexicon.isEmbargoed(actor.code())) {
                continue;
            }
            if (isBacker(actor) && text.actorsFrom(site.start(), site.end()).size() > 1) {
                continue;
            }
            boolean second = isOrigin(actor) || isOfWhole(site, actor) || site.isDebtRelief(text);
            if (second && hasOtherGiver(site, actor, recipients)) {
                continue;
            }
            boolean genitive = actor.end() < tokens.size() && tokens.kind(actor.end()) == TokenKind.GENITIVE;
            if (actor.isPrivate()) {
                if (isPrivateGiver(actor) || actor.kind().equals("media")) {
                    found.add(parties.party(actor));
                }
            } else if (lexicon.usuallyGives(actor.code()) || genitive || actor.form() == ActorForm.ADJECTIVE) {
                PartyReader.add(found, parties.party(actor));
                if (isLed(actor)) {
                    PartyReader.add(found, new Party(PartyReader.ALLIES, actor.start(), actor.end(), Basis.WORDS));
                }
            }
        }
        if (found.isEmpty() && isWestern(site)) {
            found.add(new Party(PartyReader.ALLIES, site.start(), site.end(), Basis.WORDS));
        }
        for (int index : site.chain()) {
            NounGroup measured = site.clauses().groups().get(index);
            boolean apart = measured.end() <= site.start() && found.isEmpty();
            if (apart) {
                parties.inside(site.clauses(), measured)
                        .filter(a -> !recipients.contains(a.code()))
                        .filter(a -> lexicon.usuallyGives(a.code())
                                || lexicon.sometimesGives(a.code()) && a.form() == ActorForm.ADJECTIVE)
                        .ifPresent(a -> found.add(parties.party(a)));
            }
        }
        for (int index : site.chain()) {
            NounGroup measured = site.clauses().groups().get(index);
            boolean own = site.group() != null && site.group().index() == index;
            boolean given = own
                    || text.is(measured.head(), Cue.AID)
                    || text.is(measured.head(), Cue.MONEY)
                    || text.is(measured.head(), Cue.LOAN)
                    || text.is(measured.head(), Cue.WISH) && !recipients.isEmpty();
            boolean scheme = text.is(measured.head(), Cue.PACKAGE) || text.is(measured.head(), Cue.PROMISE);
            if ((given || scheme) && measured.possessor() >= 0 && found.isEmpty()) {
                NounGroup owner = site.clauses().groups().get(measured.possessor());
                parties.actor(site.clauses(), owner)
                        .filter(p -> !recipients.contains(p.code()))
                        .filter(p -> own
                                || lexicon.usuallyGives(p.code())
                                || lexicon.sometimesGives(p.code()) && text.is(measured.head(), Cue.LOAN))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** "A Tokyo-backed World Bank loan": a mere backer of the lender. */
    private boolean isBacker(ActorMention actor) {
        return tokens.isSign(actor.end(), '-') && English.BACK.at(tokens, actor.end() + 1);
    }

    /** "American weapons": the origin of goods. */
    private boolean isOrigin(ActorMention actor) {
        return actor.form() != ActorForm.PERSON && text.is(actor.end(), Cue.WEAPON);
    }

    /** "$20bn of the G7's loan": the owner of the whole, of which the subject gives a part. */
    private boolean isOfWhole(Site site, ActorMention actor) {
        int before = actor.start() - 1;
        before -= English.ARTICLE.at(tokens, before) ? 1 : 0;
        return English.OF.at(tokens, before) && before >= site.sum().end();
    }

    /** "Norway will pay for American weapons": the subject is the donor, not the maker of the goods. */
    private boolean hasOtherGiver(Site site, ActorMention origin, Set<String> recipients) {
        Clause clause = site.clause();
        if (clause == null || clause.passive() || clause.verb() < 0) {
            return false;
        }
        boolean buys = isOrigin(origin) && English.BUY.at(tokens, clause.verb());
        if (!buys && !text.is(clause.verb(), Cue.GIVE) && !English.isForgiving(tokens, clause.verb())) {
            return false;
        }
        return parties.actors(site.clauses(), clause.subjects()).stream()
                .anyMatch(p -> !p.isPrivate()
                        && !p.code().equals(origin.code())
                        && !recipients.contains(p.code())
                        && (isOrigin(origin) || lexicon.isDonor(p.code())));
    }

    private boolean isWestern(Site site) {
        for (int token = site.start(); token < site.end(); token++) {
            if (English.WESTERN.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "a British-led fund" has other donors as well. */
    private boolean isLed(ActorMention actor) {
        return English.LED.at(tokens, actor.end()) || English.LED.at(tokens, actor.end() + 1);
    }

    private boolean isAttribute(ActorMention actor) {
        int next = actor.end();
        return text.is(next, Cue.AID)
                || text.is(next, Cue.MILITARY)
                || text.is(next, Cue.FINANCIAL)
                || text.is(next, Cue.HUMANITARIAN)
                || text.is(next, Cue.MONEY)
                || text.is(next, Cue.LOAN)
                || text.is(next, Cue.WEAPON);
    }

    static boolean isPrivateGiver(ActorMention actor) {
        return actor.kind().equals("company") || actor.kind().equals("charity");
    }

    /** "from the IMF", "provided by Germany", "pledged by donors", "that Washington sent". */
    private List<Party> behind(Site site, Set<String> recipients) {
        List<Party> found = new ArrayList<>();
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            boolean bought = clause != null && clause.lemma().startsWith("pay") && site.tells(text, Cue.SALE);
            boolean beside =
                    English.BACK.at(tokens, predicate.token()) || English.FOLLOWED.at(tokens, predicate.token());
            if (clause != null && !bought && !beside && (predicate.behind() || clause.passive())) {
                boolean gives = GIVING.stream().anyMatch(cue -> predicate.is(text, cue));
                List<Integer> agents = clause.agents().stream()
                        .filter(index -> gives
                                || !isAdversary(site, site.clauses().groups().get(index)))
                        .toList();
                addAll(found, site.clauses(), agents, recipients);
            }
            boolean stops = predicate.is(text, Cue.BLOCK) && !predicate.is(text, Cue.GIVE);
            if (clause != null && predicate.behind() && !clause.passive() && !stops) {
                List<Integer> others = clause.subjects().stream()
                        .filter(index -> !site.chain().contains(index))
                        .toList();
                addAll(found, site.clauses(), others, recipients);
            }
        }
        int last = -1;
        for (NounGroup group : site.clauses().groups()) {
            boolean after = group.start() >= site.sum().end() && group.start() < site.reach();
            if (!after) {
                continue;
            }
            if (Site.any(text, site.end(), group.start(), Cue.INCLUDE)) {
                break;
            }
            boolean source = group.preposition() >= 0
                    && (English.FROM.at(tokens, group.preposition())
                            || English.BY.at(tokens, group.preposition())
                                    && group.preposition() <= site.end() + 1
                                    && !English.BACK.at(tokens, group.preposition() - 1)
                            || English.WITH.at(tokens, group.preposition()) && isLender(site, group));
            boolean listed = last >= 0 && group.coordinated() == last;
            boolean bought = source && BOUGHT.at(tokens, group.preposition() - 1);
            if (bought || source && (isAdversary(site, group) || isMovedFrom(site, group) || isOrigin(group))) {
                continue;
            }
            if (source || listed) {
                int size = found.size();
                addAll(found, site.clauses(), List.of(group.index()), recipients);
                if (source && found.isEmpty() && English.FROM.at(tokens, group.preposition())) {
                    ofFunds(site, group, recipients).ifPresent(found::add);
                }
                last = found.size() > size || listed ? group.index() : -1;
            }
        }
        return found;
    }

    /** "Washington moves $95m from Egypt to Lebanon": the subject is the donor, not the state that goes without. */
    private boolean isMovedFrom(Site site, NounGroup group) {
        ActorMention actor = text.actorAt(group.head());
        Clause clause = site.clause();
        boolean poor = actor != null && !lexicon.isDonor(actor.code()) && English.FROM.at(tokens, group.preposition());
        return poor
                && clause != null
                && !clause.passive()
                && parties.actors(site.clauses(), clause.subjects()).stream()
                        .anyMatch(p -> lexicon.usuallyGives(p.code()));
    }

    /** "Refugees from Myanmar": the origin of people. */
    private boolean isOrigin(NounGroup group) {
        int before = group.preposition() - 1;
        return English.FROM.at(tokens, group.preposition())
                && (text.is(before, Cue.PEOPLE) || English.FLED.at(tokens, before));
    }

    /** "To help our ally defend itself from Iran". */
    private boolean isAdversary(Site site, NounGroup group) {
        ActorMention actor = text.actorAt(group.head());
        return actor == null
                ? parties.inside(site.clauses(), group)
                        .filter(inside -> lexicon.isEmbargoed(inside.code()))
                        .isPresent()
                : lexicon.isEmbargoed(actor.code());
    }

    /** "From EU borrowing", "from the Norwegian oil fund": the owner of the source of the money. */
    private Optional<Party> ofFunds(Site site, NounGroup group, Set<String> recipients) {
        boolean gets = site.predicates().stream().anyMatch(p -> !p.isNoun() && p.is(text, Cue.RECEIVE));
        return gets
                ? parties.inside(site.clauses(), group)
                        .filter(a -> !a.isPrivate()
                                && !recipients.contains(a.code())
                                && !lexicon.isEmbargoed(a.code())
                                && lexicon.usuallyGives(a.code()))
                        .map(parties::party)
                : Optional.empty();
    }

    /** "a loan programme with the IMF", "signs a loan with the Emirates": who lends in what is agreed. */
    private boolean isLender(Site site, NounGroup group) {
        ActorMention actor = text.actorAt(group.head());
        boolean state = actor != null && site.headIs(text, Cue.LOAN) && lexicon.isDonor(actor.code());
        return state || actor != null && lexicon.lends(actor.code());
    }

    private void addAll(List<Party> found, Clauses clauses, List<Integer> groups, Set<String> recipients) {
        for (Party party : parties.actors(clauses, groups)) {
            boolean barred = lexicon.isEmbargoed(party.code()) && recipients.isEmpty();
            boolean receives =
                    recipients.contains(party.code()) && !party.code().equals(PartyReader.ALLIES);
            if (!receives && !barred) {
                PartyReader.add(found, party);
            }
        }
    }

    private Found byVerbs(Site site, Set<String> recipients) {
        boolean asked = false;
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null || predicate.behind()) {
                asked |= predicate.isNoun() && (predicate.is(text, Cue.APPEAL) || predicate.is(text, Cue.WISH));
                List<Party> owner = ownerOfPlan(site, predicate, recipients);
                if (!owner.isEmpty()) {
                    return found(owner);
                }
                continue;
            }
            List<Party> proposer = proposer(site, clause, recipients);
            if (!proposer.isEmpty()) {
                return found(proposer);
            }
            if (clause.lemma().equals("thank")) {
                List<Party> thanked = new ArrayList<>();
                addAll(thanked, site.clauses(), clause.objects(), recipients);
                if (!thanked.isEmpty()) {
                    return found(thanked);
                }
            }
            if (predicate.is(text, Cue.RECEIVE) || predicate.is(text, Cue.SECURE) && !predicate.is(text, Cue.GIVE)) {
                List<Party> sources = obliques(site, clause, recipients, false);
                if (!sources.isEmpty()) {
                    return found(sources);
                }
                continue;
            }
            boolean gives = GIVING.stream().anyMatch(cue -> predicate.is(text, cue));
            if (!gives || predicate.is(text, Cue.PLAN)) {
                List<Party> sources = obliques(site, clause, recipients, false);
                if (!sources.isEmpty()) {
                    return found(sources);
                }
            }
            boolean asks = predicate.is(text, Cue.REQUEST) && !predicate.is(text, Cue.GIVE);
            if (asks) {
                List<Party> addressed = new ArrayList<>();
                addAll(addressed, site.clauses(), objectsBefore(site, clause), recipients);
                addressed.addAll(obliques(site, clause, recipients, true));
                addressed.removeIf(Party::isPrivate);
                if (!addressed.isEmpty()) {
                    return new Found(addressed, false, true);
                }
            }
            List<Party> subjects = new ArrayList<>();
            if (!clause.passive()) {
                addAll(subjects, site.clauses(), clause.subjects(), recipients);
            }
            if (asks) {
                asked = true;
                subjects.removeIf(p -> !isExecutive(p));
            }
            if (asked) {
                subjects.removeIf(p -> lexicon.appeals(p.code()));
            }
            boolean measures = !predicate.object();
            if (!subjects.isEmpty() && !measures && (gives || asks || !predicate.is(text, Cue.SAY))) {
                List<Party> usual = subjects.stream()
                        .filter(p -> p.isPrivate() || gives || lexicon.usuallyGives(p.code()))
                        .toList();
                if (!usual.isEmpty()) {
                    return found(usual);
                }
            }
        }
        return new Found(List.of(), false, asked);
    }

    /** "Backed the Council's plan to freeze": the owner of the proposal or plan that the infinitive carries out. */
    private List<Party> proposer(Site site, Clause clause, Set<String> recipients) {
        int noun = clause.verbStart() - 1;
        boolean infinitive = clause.tense() == dev.tranche.syntax.Tense.INFINITIVE
                && noun > 0
                && (text.is(noun, Cue.PLAN) || text.is(noun, Cue.REQUEST));
        int index = infinitive ? site.clauses().groupAt(noun) : -1;
        return index < 0
                ? List.of()
                : parties.inside(site.clauses(), site.clauses().groups().get(index))
                        .filter(a -> !a.isPrivate() && !recipients.contains(a.code()) && lexicon.usuallyGives(a.code()))
                        .map(a -> List.of(parties.party(a)))
                        .orElse(List.of());
    }

    /** "Austria vetoes EU offer to pay $2bn": the owner of the plan, offer or promise. */
    private List<Party> ownerOfPlan(Site site, Predicate predicate, Set<String> recipients) {
        boolean act = predicate.isNoun()
                && (predicate.is(text, Cue.PLAN) || predicate.is(text, Cue.PROMISE) || predicate.is(text, Cue.APPROVE));
        int index = act ? site.clauses().groupAt(predicate.token()) : -1;
        if (index < 0) {
            return List.of();
        }
        return parties.inside(site.clauses(), site.clauses().groups().get(index))
                .filter(a -> !recipients.contains(a.code()) && lexicon.usuallyGives(a.code()))
                .map(a -> List.of(parties.party(a)))
                .orElse(List.of());
    }

    /** A body that appeals for others' money is not a donor; a government that asks its parliament is. */
    private boolean isExecutive(Party party) {
        return lexicon.usuallyGives(party.code()) && !lexicon.appeals(party.code());
    }

    private static Found found(List<Party> all) {
        List<Party> official = all.stream().filter(p -> !p.isPrivate()).toList();
        return new Found(official, official.isEmpty(), false);
    }

    private static List<Integer> objectsBefore(Site site, Clause clause) {
        return clause.objects().stream()
                .filter(index -> !site.chain().contains(index)
                        && site.clauses().groups().get(index).start()
                                < site.sum().start())
                .toList();
    }

    /** "called on allies to give", "appealed to donors", "received from the EU". */
    private List<Party> obliques(Site site, Clause clause, Set<String> recipients, boolean addressed) {
        List<Party> found = new ArrayList<>();
        for (Oblique oblique : clause.obliques()) {
            NounGroup with = site.clauses().groups().get(oblique.group());
            boolean source = English.FROM.at(tokens, oblique.preposition()) && !isOrigin(with)
                    || English.WITH.at(tokens, oblique.preposition()) && isLender(site, with);
            boolean address = addressed
                    && (English.ON.at(tokens, oblique.preposition()) || English.TO.at(tokens, oblique.preposition()));
            if ((source || address) && !site.chain().contains(oblique.group())) {
                addAll(found, site.clauses(), List.of(oblique.group()), recipients);
            }
        }
        return found;
    }
}
