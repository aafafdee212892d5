package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NameWords;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines what a noun group names: a state or body, unnamed states, a private body, or none of these. */
final class PartyReader {

    static final String ALLIES = "ALLIES";

    private static final Words NEIGHBOURS =
            Words.of("neighbours neighbors neighbouring neighboring bordering surrounding");
    private static final Words THEY = Words.of("they");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final SiteFinder sites;
    private final NameWords titles;

    PartyReader(Lexicon lexicon, MarkedText text, SiteFinder sites) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.sites = sites;
        this.titles = NameWords.of(lexicon);
    }

    /** Returns the parties that a group in an actor's position denotes, with all groups coordinated with it. */
    List<Party> actors(Clauses clauses, List<Integer> groups) {
        List<Party> parties = new ArrayList<>();
        for (int index : groups) {
            if (index >= 0 && index < clauses.groups().size()) {
                NounGroup group = clauses.groups().get(index);
                if (THEY.at(tokens, group.head())) {
                    referents(group).forEach(p -> add(parties, p));
                } else {
                    actor(clauses, group).ifPresent(p -> add(parties, p));
                }
                manyBeside(clauses, index).ifPresent(p -> add(parties, p));
            }
        }
        return parties;
    }

    /** "EU, donors pledge": a headline's comma adds the second group, which cannot be another name for the first. */
    private Optional<Party> manyBeside(Clauses clauses, int index) {
        return clauses.groups().stream()
                .filter(g -> g.apposition() == index && isMany(g) && text.actorAt(g.head()) == null)
                .findFirst()
                .map(g -> new Party(ALLIES, g.start(), g.end(), Basis.WORDS));
    }

    static void add(List<Party> parties, Party party) {
        if (parties.stream().noneMatch(p -> p.code().equals(party.code()))) {
            parties.add(party);
        }
    }

    /** Returns the actors when this group is the subject or agent. */
    Optional<Party> actor(Clauses clauses, NounGroup group) {
        int head = group.head();
        ActorMention named = text.actorAt(head);
        if (named != null) {
            boolean faction = named.isPrivate() && named.kind().equals("party");
            return faction || isHostile(named) ? Optional.empty() : Optional.of(party(named));
        }
        if (English.WE.at(tokens, head)) {
            return speaker(clauses, group);
        }
        if (English.IT.at(tokens, head) && group.end() - group.start() == 1) {
            return referents(group).stream().findFirst();
        }
        boolean stranger = Site.any(text, group.start(), group.end(), Cue.PRIVATE);
        if (stranger && (text.is(head, Cue.PRIVATE) || text.is(head, Cue.DONORS)) && !text.is(head, Cue.GOVERNMENT)) {
            return Optional.of(new Party("", group.start(), group.end(), Basis.WORDS));
        }
        Optional<ActorMention> inside = inside(clauses, group).or(() -> represented(clauses, group));
        boolean richPerson = stranger
                && !text.is(head, Cue.GOVERNMENT)
                && inside.filter(a -> a.form() == ActorForm.ADJECTIVE).isPresent();
        if (richPerson) {
            return Optional.of(new Party("", group.start(), group.end(), Basis.WORDS));
        }
        boolean speaksFor = text.is(head, Cue.GOVERNMENT)
                || text.is(head, Cue.LEGISLATURE)
                || text.is(head, Cue.COMMITTEE)
                || text.is(head, Cue.PEOPLE)
                || English.BOARD.at(tokens, head)
                || English.FUND.at(tokens, head)
                || text.is(head, Cue.BILL)
                || text.is(head, Cue.AID)
                || text.is(head, Cue.PLAN);
        if (inside.isPresent() && speaksFor) {
            return inside.filter(a -> !isHostile(a)).map(this::party);
        }
        if (inside.isPresent() && English.COALITION.at(tokens, head)) {
            return inside.filter(a -> !isHostile(a)).map(this::party);
        }
        Optional<Party> office = inside.isPresent() ? Optional.empty() : office(group);
        if (office.isPresent()) {
            return office;
        }
        if (isMany(group)) {
            return Optional.of(new Party(ALLIES, group.start(), group.end(), Basis.WORDS));
        }
        if (inside.isPresent() && !isPlainNoun(head)) {
            return inside.filter(a -> !isHostile(a) && !a.isPrivate()).map(this::party);
        }
        return Optional.empty();
    }

    /** "The secretary of state pledged": an office that exists in only one state, in a report without another donor. */
    private Optional<Party> office(NounGroup group) {
        for (int token = group.start(); token <= group.head(); token++) {
            NameWords.TitleWord title = titles.titleFrom(tokens, token);
            if (title == null || title.country().isEmpty()) {
                continue;
            }
            int end = titles.titleEnd(tokens, token);
            if (end > group.head() && namesNoOtherGiver(title.country())) {
                return Optional.of(new Party(title.country(), token, end, Basis.WORDS));
            }
        }
        return Optional.empty();
    }

    private boolean namesNoOtherGiver(String code) {
        boolean other = false;
        for (ActorMention actor : text.actors()) {
            if (actor.code().equals(code)) {
                return true;
            }
            other |= actor.form() != ActorForm.CAPITAL && lexicon.usuallyGives(actor.code());
        }
        return !other;
    }

    /** "donors", "NATO allies", "some 50 countries", "rich nations". */
    boolean isMany(NounGroup group) {
        return text.is(group.head(), Cue.DONORS);
    }

    private boolean isPlainNoun(int head) {
        return tokens.isWord(head) && (!tokens.isCapital(head) || text.is(head, Cue.SANCTION));
    }

    Party party(ActorMention actor) {
        return new Party(actor.code(), actor.start(), actor.end(), Basis.WORDS);
    }

    /** Returns the last actor inside a group or its genitive: "the Biden administration", "Ukraine's parliament". */
    Optional<ActorMention> inside(Clauses clauses, NounGroup group) {
        ActorMention found = null;
        for (int token = group.start(); token < group.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null) {
                found = actor;
            }
        }
        if (found == null
                && group.possessor() >= 0
                && group.possessor() < clauses.groups().size()) {
            NounGroup owner = clauses.groups().get(group.possessor());
            for (int token = owner.start(); token < owner.end(); token++) {
                ActorMention actor = text.actorAt(token);
                found = actor != null ? actor : found;
            }
        }
        return Optional.ofNullable(found);
    }

    /** "The leaders of the G7", "the Board of Directors of the World Bank": the state or body for which they act. */
    private Optional<ActorMention> represented(Clauses clauses, NounGroup group) {
        if (!text.is(group.head(), Cue.GOVERNMENT) && !English.BOARD.at(tokens, group.head())) {
            return Optional.empty();
        }
        for (NounGroup part : clauses.groups()) {
            boolean of = part.preposition() >= 0
                    && part.preposition() == group.end()
                    && English.OF.at(tokens, part.preposition());
            if (of) {
                ActorMention actor = text.actorAt(part.head());
                return actor == null
                        ? represented(clauses, part)
                        : Optional.of(actor).filter(this::isDonor);
            }
        }
        return Optional.empty();
    }

    /** Does the party named here give at least sometimes? */
    boolean isDonor(ActorMention actor) {
        return !actor.isPrivate() && lexicon.isDonor(actor.code());
    }

    /** "We will give 300 million, Scholz said": the state the speaker represents. */
    private Optional<Party> speaker(Clauses clauses, NounGroup group) {
        for (Clause clause : clauses.all()) {
            if (!clause.subjects().contains(group.index()) || clause.speech() < 0) {
                continue;
            }
            for (int index : clauses.all().get(clause.speech()).subjects()) {
                NounGroup said = clauses.groups().get(index);
                ActorMention actor = text.actorAt(said.head());
                if (actor != null && !actor.isPrivate() && !isHostile(actor)) {
                    return Optional.of(party(actor));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * "It also pledged", "Norway and Denmark said they would give": the subjects of the first clause before the pronoun
     * that has any, in this sentence or the two before it.
     */
    private List<Party> referents(NounGroup pronoun) {
        int sentence = text.sentenceIndex(pronoun.start());
        for (int s = sentence; s >= Math.max(0, sentence - 2); s--) {
            Clauses clauses = sites.clauses(s);
            int before = s == sentence ? pronoun.start() : Integer.MAX_VALUE;
            List<Party> speakers = s == sentence ? speakers(clauses, pronoun) : List.of();
            if (!speakers.isEmpty()) {
                return speakers;
            }
            for (Clause clause : clauses.all()) {
                List<Party> found = subjects(clauses, clause, before);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** "The bank plans to lend, while Japan declared that it will give": who speaks of itself. */
    private List<Party> speakers(Clauses clauses, NounGroup pronoun) {
        for (Clause clause : clauses.all()) {
            if (clause.subjects().contains(pronoun.index()) && clause.speech() >= 0) {
                return subjects(clauses, clauses.all().get(clause.speech()), pronoun.start());
            }
        }
        return List.of();
    }

    private List<Party> subjects(Clauses clauses, Clause clause, int before) {
        List<Party> found = new ArrayList<>();
        for (int subject : clause.subjects()) {
            NounGroup group = clauses.groups().get(subject);
            ActorMention actor = text.actorAt(group.head());
            if (group.start() < before && actor != null && !isHostile(actor)) {
                add(found, party(actor));
            } else if (group.start() < before && text.is(group.head(), Cue.GOVERNMENT)) {
                inside(clauses, group).ifPresent(inside -> add(found, party(inside)));
            }
        }
        return found;
    }

    /**
     * Returns the recipients when this group follows "to" or "for", or is an object of helping or the owner of
     * what is helped.
     *
     * @param open whether a usual donor may also be meant: "weapons to Poland"
     */
    List<Party> receivers(Clauses clauses, NounGroup group, boolean open) {
        List<Party> parties = new ArrayList<>();
        int head = group.head();
        ActorMention named = text.actorAt(head);
        if (named != null && !text.is(head, Cue.ALLIES)) {
            if (mayReceive(named, open)) {
                add(parties, party(named));
            }
            for (int token = group.start(); token < named.start(); token++) {
                ActorMention other = text.actorAt(token);
                if (other != null && mayReceive(other, false)) {
                    add(parties, party(other));
                }
            }
            return parties;
        }
        if (isNeighbours(group)) {
            return List.of(new Party(ALLIES, group.start(), group.end(), Basis.WORDS));
        }
        for (int token = group.start(); token < group.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null) {
                boolean people = text.is(head, Cue.PEOPLE) || text.is(head, Cue.GOVERNMENT);
                if (mayReceive(actor, people && open) && !isOrigin(actor)) {
                    add(parties, party(actor));
                }
                token = actor.end() - 1;
            }
        }
        if (group.possessor() >= 0 && parties.isEmpty()) {
            NounGroup owner = clauses.groups().get(group.possessor());
            parties.addAll(receivers(clauses, owner, open));
        }
        if (Site.any(text, group.start(), group.end(), Cue.ALLIES)) {
            add(parties, new Party(ALLIES, group.start(), group.end(), Basis.WORDS));
        }
        return parties;
    }

    /** "Chad's neighbouring countries", "countries neighbouring Chad": other states than the one named. */
    private boolean isNeighbours(NounGroup group) {
        boolean countries = English.COUNTRIES.at(tokens, group.head());
        if (countries && NEIGHBOURS.at(tokens, group.end()) || NEIGHBOURS.at(tokens, group.head())) {
            return true;
        }
        for (int token = group.start(); countries && token < group.head(); token++) {
            if (NEIGHBOURS.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "the Office of the UN representative": the body named after "of". */
    List<Party> receiversInParts(Clauses clauses, NounGroup group) {
        List<Party> found = new ArrayList<>();
        Set<Integer> listed = new HashSet<>();
        int end = group.end() + 2;
        for (NounGroup part : clauses.groups()) {
            int start = part.possessor() < 0
                    ? part.start()
                    : clauses.groups().get(part.possessor()).start();
            boolean own = part.noun() == group.index() && Math.min(start, part.start()) <= end;
            if (own || listed.contains(part.coordinated())) {
                List<Party> named = receivers(clauses, part, listed.contains(part.coordinated()));
                if (named.isEmpty() && found.isEmpty()) {
                    return List.of();
                }
                named.forEach(p -> add(found, p));
                listed.add(part.index());
                end = part.end() + 2;
            }
        }
        return found;
    }

    /** "American weapons": an adjective of origin. */
    private boolean isOrigin(ActorMention actor) {
        return actor.form() == ActorForm.ADJECTIVE
                && lexicon.usuallyGives(actor.code())
                && (text.is(actor.end(), Cue.WEAPON) || text.is(actor.end(), Cue.AID));
    }

    boolean mayReceive(ActorMention actor, boolean open) {
        // "The Kenyan-led mission" is for a different state.
        boolean leads = English.LED.at(tokens, actor.end()) || English.LED.at(tokens, actor.end() + 1);
        if (leads || actor.isPrivate() || !open && lexicon.isEmbargoed(actor.code()) || isHostile(actor)) {
            return false;
        }
        boolean giver = lexicon.isDonor(actor.code());
        if (actor.form() == ActorForm.PERSON) {
            return !giver;
        }
        if (actor.form() == ActorForm.BODY && giver) {
            if (open && actor.kind().equals("government")) {
                return true;
            }
            boolean named = open && !actor.code().equals(ALLIES);
            return lexicon.appeals(actor.code()) && (named || actor.kind().equals("agency"));
        }
        return !giver || open;
    }

    /** Is the actor named as an adversary here: "Russia's invasion", "against Russia"? */
    boolean isHostile(ActorMention actor) {
        int before = actor.start() - 1;
        if (English.AGAINST.at(tokens, before) && !English.SINCE.at(tokens, before)) {
            return true;
        }
        int after = actor.end();
        boolean genitive = after < tokens.size() && tokens.kind(after) == TokenKind.GENITIVE;
        boolean owns = genitive || actor.form() == ActorForm.ADJECTIVE;
        int deed = genitive ? after + 1 : after;
        boolean hostile = text.is(deed, Cue.HOSTILE) || text.is(deed + 1, Cue.HOSTILE);
        return owns && hostile;
    }

    /** The party that "the country" refers to: the last recipient named before, else that of the report. */
    Optional<Party> lastNamed(int before, ReportContext context) {
        int first = text.sentences()
                .get(Math.max(0, text.sentenceIndex(before) - 1))
                .start();
        Optional<Party> top = context.recipient()
                .filter(party -> text.actorsFrom(first, before).stream()
                        .anyMatch(actor -> actor.code().equals(party.code())));
        for (int token = before - 1; token >= first; token--) {
            ActorMention actor = text.actorAt(token);
            if (actor == null) {
                continue;
            }
            int left = actor.start() - 1;
            boolean apart = English.WITH.at(tokens, left) || English.AGAINST.at(tokens, left) || isHostile(actor);
            if (!apart && !actor.isPrivate() && context.receives(actor.code()) > 0) {
                return top.filter(party -> context.receives(party.code()) > 2 * context.receives(actor.code()))
                        .map(Party::inContext)
                        .or(() -> Optional.of(party(actor)));
            }
            token = actor.start();
        }
        return context.recipient();
    }

    boolean isTheCountry(NounGroup group) {
        return text.is(group.head(), Cue.THE_COUNTRY) && text.actorAt(group.head()) == null || isOneOfMany(group);
    }

    /** "One of the poorest nations on earth": a single country. */
    private boolean isOneOfMany(NounGroup group) {
        int head = group.head();
        return English.ONE.at(tokens, head)
                && English.OF.at(tokens, head + 1)
                && Site.any(text, head + 2, Math.min(tokens.size(), head + 6), Cue.ALLIES);
    }

    @Nullable
    ActorMention actorAt(int token) {
        return text.actorAt(token);
    }
}
