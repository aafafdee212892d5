package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.naming.Person;
import dev.tranche.statement.Discourse;
import dev.tranche.statement.Quotes;
import dev.tranche.statement.SubjectFinder;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds who takes part in an encounter: groups of parties to the left and to the right of a word. */
final class Sides {

    private static final int CHAIN = 24;
    private static final int DATELINE = 14;
    private static final Words NO_SUBJECT = Words.of("with of to by from for in at met meets meet saw between against");

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final SubjectFinder subjects;
    private final Discourse discourse;
    private final Partners partners;
    private final int datelineEnd;
    private List<Party> lastSides = List.of();
    private @Nullable Party lastMain;
    private @Nullable Party lastHost;

    Sides(MarkedText text, Cast cast) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.subjects = new SubjectFinder(text, cast, Quotes.of(text));
        this.discourse = new Discourse(cast);
        this.partners = new Partners(text, cast);
        this.datelineEnd = datelineEnd();
    }

    /** "OSLO, June 3 (Harbour Wire) - ": the agency named before the dash wrote the report and takes no part in it. */
    private int datelineEnd() {
        for (Sentence sentence : text.sentences()) {
            if (sentence.title() && !text.document().body().isBlank()) {
                continue;
            }
            boolean bracket = false;
            int limit = Math.min(sentence.end(), sentence.start() + DATELINE);
            for (int at = sentence.start(); at < limit; at++) {
                bracket |= tokens.isSign(at, ')');
                boolean dash = tokens.isSign(at, '-') || tokens.isSign(at, '\u2013') || tokens.isSign(at, '\u2014');
                boolean apart = at > 0 && tokens.start(at) > tokens.end(at - 1);
                if (dash && apart && (bracket || tokens.isUpper(sentence.start()))) {
                    return at;
                }
            }
            return 0;
        }
        return 0;
    }

    /** Returns a sentence without its dateline. */
    Sentence body(Sentence sentence) {
        boolean holds = sentence.start() < datelineEnd && datelineEnd + 1 < sentence.end();
        return holds
                ? new Sentence(datelineEnd + 1, sentence.end(), sentence.title(), sentence.paragraphStart())
                : sentence;
    }

    SubjectFinder subjects() {
        return subjects;
    }

    Discourse discourse() {
        return discourse;
    }

    /** Remembers the participants of the last encounter, to whom a later "the two" refers. */
    void met(List<Party> sides) {
        if (!sides.isEmpty() && sides.get(0).kind() == PartyKind.PERSON) {
            lastHost = sides.get(0);
        }
        if (sides.size() > 1) {
            lastSides = List.copyOf(sides);
        }
    }

    /** Remembers the actors of a sentence, for a later sentence without a subject. */
    void acted(Party main) {
        lastMain = main;
    }

    List<Party> lastMain() {
        Party main = lastHost == null ? lastMain : lastHost;
        return main == null ? List.of() : List.of(main);
    }

    List<Party> lastSides() {
        return lastSides;
    }

    /** Returns the parties joined by commas, "and" and "including" from a token on. */
    List<Party> right(int from, int limit) {
        return partners.right(from, limit);
    }

    /** Returns the token after a person's "of STATE", or after the party itself. */
    int behind(Party party) {
        return partners.behind(party);
    }

    /** Returns the subjects of a verb, resolved; empty if there is none or the verb is negated. */
    List<Party> left(Sentence sentence, int verb) {
        Party over = cast.at(verb);
        if (over != null && over.start() < verb && over.start() >= sentence.start()) {
            return resolved(sentence, List.of(cut(over, verb)));
        }
        SubjectFinder.Lead lead = subjects.lead(sentence, verb);
        if (lead.negated()) {
            return List.of();
        }
        int before = lead.before();
        boolean two = Grammar.TWO.at(tokens, before)
                || Grammar.SIDES.at(tokens, before) && Grammar.TWO.at(tokens, before - 1);
        if (two) {
            return pair(sentence, before);
        }
        Party main = subjects.clauseSubject(sentence, verb);
        Party meant = lead.infinitive() ? forWhom(sentence, before) : null;
        if (meant != null) {
            return resolved(sentence, List.of(meant));
        }
        boolean far = lead.infinitive() || before < sentence.start();
        Party found = far ? intending(sentence, lead, main) : subjects.left(sentence, lead, main);
        return found == null || found.start() < datelineEnd
                ? List.of()
                : resolved(sentence, group(sentence, partners.whole(found, verb)));
    }

    /** "Plans for the envoy to visit": the party between "for" and "to". */
    private @Nullable Party forWhom(Sentence sentence, int before) {
        Party party = before >= sentence.start() ? cast.at(before) : null;
        boolean framed = party != null
                && party.end() == before + 1
                && party.start() - 1 >= sentence.start()
                && Grammar.PURPOSE.at(tokens, party.start() - 1);
        return framed ? party : null;
    }

    /** "The envoy plans to visit": the owner of the plan, else the subject of the clause. */
    private @Nullable Party intending(Sentence sentence, SubjectFinder.Lead lead, @Nullable Party main) {
        int governor = lead.before();
        boolean intends = lead.infinitive() && governor > sentence.start() && cast.at(governor) == null;
        Party near = intends && Grammar.INTENDS.at(tokens, governor)
                ? subjects.left(sentence, subjects.lead(sentence, governor), main)
                : null;
        return near == null ? main : near;
    }

    private Party cut(Party party, int end) {
        return party.at(party.start(), end).described(words(party.start(), end));
    }

    /** Splits "Seoul and Tokyo", and adds parties joined by "and" and commas to the left. */
    private List<Party> group(Sentence sentence, Party found) {
        List<Party> group = new ArrayList<>();
        for (int at = found.start(); at < found.end(); at++) {
            Party inner = cast.at(at);
            if (inner != null && inner.start() == at && inner.end() <= found.end()) {
                group.add(inner);
                at = inner.end() - 1;
            }
        }
        if (group.size() < 2) {
            group.clear();
            group.add(found);
        }
        while (group.size() < CHAIN) {
            int at = group.get(0).start() - 1;
            boolean and = tokens.isWord(at)
                    && at >= sentence.start()
                    && tokens.string(at).equals("and");
            int end = and ? at : at + 1;
            boolean comma = end > sentence.start() && tokens.isSign(end - 1, ',');
            end = comma ? end - 1 : end;
            boolean list = and || comma && group.size() > 1;
            Party before = list && end > sentence.start() ? cast.at(end - 1) : null;
            if (before == null || before.end() != end || isObject(before, sentence)) {
                break;
            }
            group.add(0, before);
        }
        while (group.size() > 1 && isObject(group.get(0), sentence)) {
            group.remove(0);
        }
        return group;
    }

    /** "Met the minister and the chancellor spoke": the first of the two is not a subject. */
    private boolean isObject(Party party, Sentence sentence) {
        int before = party.start() - 1;
        while (before > sentence.start() && Grammar.DETERMINER.at(tokens, before)) {
            before--;
        }
        return before >= sentence.start() && NO_SUBJECT.at(tokens, before);
    }

    private List<Party> resolved(Sentence sentence, List<Party> group) {
        List<Party> list = new ArrayList<>();
        for (Party party : group) {
            if (isTwo(party)) {
                pair(sentence, party.start()).forEach(each -> addNew(list, each));
                continue;
            }
            Party meant = resolve(sentence, party);
            boolean unknown = meant.kind() == PartyKind.PRONOUN || meant.kind() == PartyKind.TEXT;
            if (unknown && party.description().equalsIgnoreCase("they")) {
                pair(sentence, party.start()).forEach(each -> addNew(list, each));
            } else if (!unknown) {
                addNew(list, counterpart(meant, list.isEmpty() ? meant : list.get(0)));
            }
        }
        return list;
    }

    private static void addNew(List<Party> list, Party party) {
        if (list.stream().noneMatch(party::same)) {
            list.add(party);
        }
    }

    private boolean isTwo(Party party) {
        if (party.kind() != PartyKind.ROLE && party.kind() != PartyKind.PRONOUN) {
            return false;
        }
        boolean they = party.kind() == PartyKind.PRONOUN
                && party.description().equalsIgnoreCase("they")
                && lastSides.size() > 1;
        boolean said = party.country().isEmpty()
                && Grammar.TWO.at(tokens, party.start() + (Grammar.DETERMINER.at(tokens, party.start()) ? 1 : 0));
        boolean before = party.country().isEmpty() && Grammar.TWO.at(tokens, party.start() - 1);
        return they || party.kind() == PartyKind.ROLE && (said || before);
    }

    /** Returns those meant by "the two": the last two persons or states of the sentence, else of the last encounter. */
    List<Party> pair(Sentence sentence, int token) {
        List<Party> named = new ArrayList<>();
        for (int at = sentence.start(); at < token; at++) {
            Party party = cast.at(at);
            if (party != null && party.kind() == PartyKind.PERSON && party.end() <= token) {
                addNew(named, party);
                at = party.end() - 1;
            }
        }
        if (named.size() == 2) {
            return named;
        }
        return lastSides.size() == 2 ? lastSides : List.of();
    }

    /** Returns the party meant, from what was said before it. */
    Party resolve(Sentence sentence, Party party) {
        discourse.readTo(party.start());
        if (party.kind() == PartyKind.PRONOUN) {
            Party nearer = subjects.clauseSubject(sentence, party.start());
            nearer = nearer == null ? cast.firstFrom(sentence.start(), party.start()) : nearer;
            if (nearer != null && nearer.kind() != PartyKind.PRONOUN) {
                discourse.subject(nearer);
            }
        }
        Party meant = discourse.resolve(party);
        return meant.kind() == PartyKind.ROLE ? holder(sentence, meant) : meant;
    }

    /** "The president": the person in the report who holds that office, if there is only one. */
    private Party holder(Sentence sentence, Party party) {
        boolean office = party.person() == null
                && party.country().isEmpty()
                && !party.plural()
                && !party.anonymous()
                && (party.key().equals("head_of_state") || party.key().equals("head_of_government"));
        if (!office) {
            return party;
        }
        String side = sideOf(sentence, party.start());
        List<Person> holders = cast.persons().stream()
                .filter(person ->
                        person.key().equals(party.key()) && !person.country().isEmpty())
                .toList();
        List<Person> own =
                holders.stream().filter(person -> person.country().equals(side)).toList();
        if (holders.size() == 1) {
            return as(party, holders.get(0));
        }
        return own.size() == 1 ? as(party, own.get(0)) : party;
    }

    /** The state of the last actor before the token in the sentence. */
    private String sideOf(Sentence sentence, int token) {
        Party first = cast.firstFrom(sentence.start(), token);
        return first == null ? "" : first.country();
    }

    private static Party as(Party party, Person person) {
        return new Party(
                party.start(),
                party.end(),
                PartyKind.PERSON,
                person,
                Optional.of(person.name()),
                person.office(),
                person.key(),
                person.country(),
                false,
                false);
    }

    /** The counterpart of a minister is the holder of the same office there, if the report names one. */
    Party counterpart(Party party, Party who) {
        boolean counterpart = party.kind() == PartyKind.ROLE
                && party.description().contains("counterpart")
                && !party.description().endsWith("counterparts");
        Person self = who.person();
        if (!counterpart || self == null) {
            return party;
        }
        for (Person person : cast.persons()) {
            if (person.key().equals(self.key()) && person.country().equals(party.country()) && person != self) {
                return as(party, person);
            }
        }
        return party;
    }

    /** Adds partners to a draft; "his German, British and French counterparts" are three. */
    void add(Sentence sentence, Draft draft, List<Party> partners, Party who, int from) {
        for (Party partner : partners) {
            boolean counterparts =
                    partner.kind() == PartyKind.ROLE && partner.description().endsWith("counterparts");
            int before = draft.participants.size();
            for (int token = from; counterparts && token < partner.end(); token++) {
                ActorMention actor = text.actorAt(token);
                if (actor != null && actor.form() == ActorForm.ADJECTIVE && actor.start() == token) {
                    Party one = partner.in(actor.code()).described(tokens.string(token) + " counterpart");
                    draft.add(counterpart(one, who));
                }
            }
            if (draft.participants.size() > before) {
                continue;
            }
            draft.add(counterpart(resolve(sentence, partner), who));
        }
    }

    /** Is it somebody from a state or body whose meetings are news, and not a reporter, expert, company or medium? */
    boolean isOfficial(Party party) {
        return switch (party.kind()) {
            case PERSON -> {
                boolean work = party.key().equals("witness") || party.key().equals("expert");
                yield !work
                        && (!party.country().isEmpty() || !party.description().isEmpty());
            }
            case ROLE -> !party.key().equals("witness") && !party.key().equals("expert") && !isPress(party);
            case STATE -> true;
            case BODY -> !isPress(party) && (!party.country().isEmpty() || isDescribed(party));
            case PRONOUN, TEXT -> false;
        };
    }

    /** A body not in the lexicon, "the delegation", as opposed to a company in it. */
    private boolean isDescribed(Party party) {
        ActorMention actor = text.actorAt(party.end() - 1);
        return actor == null || !isOutsider(actor);
    }

    /** Is it a medium, company or charity, which is not a party to meetings of states? */
    static boolean isOutsider(ActorMention actor) {
        return switch (actor.kind()) {
            case "media", "company", "charity" -> true;
            default -> false;
        };
    }

    boolean isPress(Party party) {
        ActorMention actor = party.kind() == PartyKind.BODY ? text.actorAt(party.end() - 1) : null;
        if (actor != null && isOutsider(actor)) {
            return true;
        }
        String words = party.description().isEmpty() ? party.name().orElse("") : party.description();
        String last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return party.kind() != PartyKind.PERSON && isPressWord(last)
                || party.kind() == PartyKind.PERSON && party.key().equals("witness");
    }

    private static boolean isPressWord(String word) {
        return switch (word) {
            case "reporters",
                    "journalists",
                    "correspondents",
                    "media",
                    "press",
                    "reporter",
                    "journalist",
                    "newspaper",
                    "outlets",
                    "agency",
                    "channel",
                    "broadcaster" -> true;
            default -> false;
        };
    }

    private String words(int start, int end) {
        return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }
}
