package dev.tranche.naming;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NameWords;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the actors of a report.
 *
 * <pre>
 * group    = titled | name [ "," group "," ] | [ "the" ] ( state | body ) | pronoun
 * </pre>
 *
 * <p>Persons' names are found first in the lexicon of office-holders, then by title and capitals; later short names
 * and account names refer back to them.
 */
public final class PartyFinder {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final WordTable<Title> titles = Title.table();
    private final PersonBook book;
    private final NameRuns runs;
    private final TitledGroups titledGroups;
    private final boolean[] taken;
    private final NameWords names;
    private final Set<String> namedInFull = new HashSet<>();
    private final Set<String> strangers = new HashSet<>();
    private final List<Group> groups = new ArrayList<>();

    private PartyFinder(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.book = new PersonBook(MarkedText.day(text.document()).isPresent());
        this.taken = new boolean[tokens.size()];
        this.names = NameWords.of(lexicon);
        this.runs = new NameRuns(lexicon, text, taken);
        this.titledGroups = new TitledGroups(text, titles, runs, taken);
    }

    /** Returns the actors of a text. */
    public static Cast find(Lexicon lexicon, MarkedText text) {
        return new PartyFinder(lexicon, text).run();
    }

    private Cast run() {
        titled();
        untitled();
        shortNames();
        actors();
        pronouns();
        groups.sort(Comparator.comparingInt(Group::start));
        List<Group> joined = new PluralTitles(tokens, new Appositions(tokens, groups).join()).share();
        enterPersons(joined);
        book.fillOffices();
        List<Party> parties = new ArrayList<>(joined.size());
        for (Group group : joined) {
            parties.add(party(group));
        }
        return new Cast(tokens, book.persons(), parties);
    }

    private void titled() {
        for (int token = 0; token < tokens.size(); token++) {
            Group group = titledGroups.at(token);
            if (group != null) {
                take(group);
                token = group.end() - 1;
            }
        }
    }

    private void untitled() {
        for (ActorMention actor : text.actors()) {
            boolean person = actor.form() == ActorForm.PERSON && !taken[actor.start()] && !isDesignation(actor);
            if (person && !isSurnameOfAnother(actor)) {
                NameRuns.Run run = new NameRuns.Run(actor.start(), actor.end(), actor);
                take(new Group(
                        actor.start(), actor.end(), null, run, actor.code(), actor.start(), actor.start(), false));
            }
        }
        for (NameRuns.Run run : runs.loose(titles)) {
            take(new Group(run.start(), run.end(), null, run, "", run.start(), run.start(), false));
        }
    }

    /** Later mentions by surname alone, and account names. */
    private void shortNames() {
        groups.sort(Comparator.comparingInt(Group::start));
        fullNames();
        for (Group group : groups) {
            NameRuns.Run run = group.run();
            if (run != null && run.words(tokens, names).indexOf(' ') > 0) {
                resolve(run, group);
            }
        }
        for (int token = 0; token < tokens.size(); token++) {
            if (taken[token] || !tokens.isWord(token)) {
                continue;
            }
            boolean handle = token > 0 && tokens.isSign(token - 1, '@');
            boolean name =
                    tokens.isCapital(token) && text.actorAt(token) == null && !Grammar.NOT_NAME.at(tokens, token);
            if (!handle && (!name || lexicon.isCommonWord(tokens.hash(token)))) {
                continue;
            }
            String word = tokens.string(token);
            Person person = handle ? book.byHandle(word) : book.bySurname(word);
            person = person == null && !handle ? book.byFirstName(word) : person;
            if (person != null) {
                int start = handle ? token - 1 : token;
                take(new Group(
                        start,
                        token + 1,
                        null,
                        new NameRuns.Run(start, token + 1, null),
                        person.country(),
                        start,
                        start,
                        false));
            }
        }
    }

    private void actors() {
        for (ActorMention actor : text.actors()) {
            if (taken[actor.start()] || actor.form() == ActorForm.ADJECTIVE || actor.form() == ActorForm.PERSON) {
                continue;
            }
            int start = actor.start();
            if (start > 0 && Grammar.THE.at(tokens, start - 1)) {
                start--;
            }
            take(new Group(start, actor.end(), null, null, actor.code(), start, actor.end(), false));
        }
    }

    private void pronouns() {
        for (int token = 0; token < tokens.size(); token++) {
            boolean it = Grammar.IT.at(tokens, token) && Grammar.SPEAK.at(tokens, token + 1);
            boolean oblique = Grammar.OBLIQUE.at(tokens, token) && token > 1 && Grammar.ACCORDING.at(tokens, token - 2);
            if (!taken[token] && (it || oblique || Grammar.PERSONAL.at(tokens, token))) {
                take(new Group(token, token + 1, null, null, "", token, token, false));
            }
        }
    }

    private void take(Group group) {
        groups.add(group);
        for (int token = group.start(); token < group.end(); token++) {
            taken[token] = true;
        }
    }

    private void enterPersons(List<Group> all) {
        boolean[] named = new boolean[tokens.size()];
        for (Group group : all) {
            NameRuns.Run run = group.run();
            if (run != null) {
                java.util.Arrays.fill(named, run.start(), run.end(), true);
                Person person = resolve(run, group);
                person.mention(run.words(tokens, names), tokens.span(run.start(), run.end() - 1));
            }
        }
        for (ActorMention actor : text.actors()) {
            boolean called = actor.form() == ActorForm.BODY
                    && actor.kind().equals("government")
                    && actor.end() == actor.start() + 2
                    && tokens.isCapital(actor.start());
            if (called) {
                book.mentionHead(tokens.string(actor.start()), actor.code(), tokens.span(actor.start(), actor.start()));
            }
            if (actor.form() == ActorForm.PERSON && !named[actor.start()] && !isDesignation(actor)) {
                book.known(actor.name(), actor.kind(), actor.code())
                        .mention(
                                tokens.text().substring(tokens.start(actor.start()), tokens.end(actor.end() - 1)),
                                tokens.span(actor.start(), actor.end() - 1));
            }
        }
    }

    /** A bare surname means the person named in full in the report, not an office-holder who is not. */
    private @Nullable Person namesake(ActorMention actor, Group group) {
        boolean bare = actor.end() == actor.start() + 1 && group.title() == null;
        if (!bare || namedInFull.contains(actor.name())) {
            return null;
        }
        Person person = book.bySurname(tokens.string(actor.start()));
        return person != null && strangers.contains(person.id()) ? person : null;
    }

    /** Remembers which office-holders of the lexicon are named in full, and which other persons. */
    private void fullNames() {
        for (ActorMention actor : text.actors()) {
            if (actor.form() == ActorForm.PERSON && actor.end() > actor.start() + 1) {
                namedInFull.add(actor.name());
            }
        }
        for (Group group : groups) {
            NameRuns.Run run = group.run();
            if (run != null && run.actor() != null && group.title() != null) {
                namedInFull.add(run.actor().name());
            }
            if (run != null && run.actor() == null && run.words(tokens, names).indexOf(' ') > 0) {
                strangers.add(resolve(run, group).id());
            }
        }
    }

    /** "Igor Gritsak": the surname of an office-holder after the first name of somebody else. */
    private boolean isSurnameOfAnother(ActorMention actor) {
        int before = actor.start() - 1;
        return actor.end() == actor.start() + 1
                && GivenNames.tells(tokens, before)
                && tokens.isCapital(before)
                && text.actorAt(before) == null
                && !taken[before];
    }

    /** "Su-30" and "Kim-2" are not persons. */
    private boolean isDesignation(ActorMention actor) {
        int at = actor.end();
        return at + 1 < tokens.size()
                && tokens.isSign(at, '-')
                && tokens.kind(at + 1) == TokenKind.NUMBER
                && tokens.end(at) == tokens.start(at + 1);
    }

    private Person resolve(NameRuns.Run run, Group group) {
        ActorMention actor = run.actor();
        String words = run.words(tokens, names);
        Person person = actor == null ? null : namesake(actor, group);
        if (person != null) {
            return person;
        }
        if (actor != null) {
            person = book.known(actor.name(), actor.kind(), actor.code());
        } else {
            boolean handle = words.startsWith("@");
            Person shortly = handle ? book.byHandle(words) : words.indexOf(' ') < 0 ? book.bySurname(words) : null;
            boolean bare = shortly == null && words.indexOf(' ') < 0;
            shortly = bare && book.isShared(words) ? bySex(words, group) : shortly;
            shortly = bare && shortly == null ? book.byFirstName(words) : shortly;
            person = shortly == null ? book.unknown(written(words), group.country()) : shortly;
        }
        Title title = group.title();
        if (title != null && (title.kind() == TitleKind.OFFICE || title.kind() == TitleKind.PERSON)) {
            person.holds(office(group), title.key());
        }
        if (!group.country().isEmpty()) {
            person.belongsTo(group.country());
        }
        int titleLast = Math.max(0, group.titleEnd() - 1);
        if (Grammar.WOMAN.at(tokens, group.start()) || Grammar.WOMAN.at(tokens, titleLast)) {
            person.woman();
        } else if (Grammar.MAN.at(tokens, group.start()) || Grammar.MAN.at(tokens, titleLast)) {
            person.man();
        }
        return person;
    }

    /** "Ms Roe": of two people with the name, the woman. */
    private @Nullable Person bySex(String surname, Group group) {
        int title = Math.max(0, group.titleEnd() - 1);
        if (group.title() == null) {
            return null;
        }
        if (Grammar.WOMAN.at(tokens, title)) {
            return book.bySurname(surname, true);
        }
        return Grammar.MAN.at(tokens, title) ? book.bySurname(surname, false) : null;
    }

    /** Rewrites words in capitals with the capitalisation of names. */
    private static String written(String words) {
        StringBuilder name = new StringBuilder(words.length());
        for (String word : words.split(" ")) {
            boolean shout = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.startsWith("@");
            name.append(name.isEmpty() ? "" : " ")
                    .append(shout ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) : word);
        }
        return name.toString();
    }

    private String office(Group group) {
        if (group.titleEnd() <= group.titleStart()) {
            return "";
        }
        String office = words(group.titleStart(), group.titleEnd());
        WordTable.Hit<Title> title = titles.at(tokens, group.titleEnd() - 1);
        boolean plural = group.run() != null
                && title != null
                && title.value().kind() == TitleKind.PEOPLE
                && office.endsWith("s");
        return plural ? office.substring(0, office.length() - 1) : office;
    }

    private String words(int start, int end) {
        int from = start;
        while (from < end - 1 && Grammar.DETERMINER.at(tokens, from)) {
            from++;
        }
        return tokens.text().substring(tokens.start(from), tokens.end(end - 1));
    }

    private Party party(Group group) {
        NameRuns.Run run = group.run();
        Title title = group.title();
        if (run != null) {
            Person person = resolve(run, group);
            return person(group, person);
        }
        if (title != null) {
            return described(group, title);
        }
        ActorMention actor = text.actorAt(group.end() - 1);
        String whole = tokens.text().substring(tokens.start(group.start()), tokens.end(group.end() - 1));
        if (actor == null) {
            boolean plural = whole.equalsIgnoreCase("they") || whole.equalsIgnoreCase("them");
            return new Party(
                    group.start(),
                    group.end(),
                    PartyKind.PRONOUN,
                    null,
                    Optional.empty(),
                    whole,
                    "",
                    "",
                    false,
                    plural);
        }
        boolean state = actor.form() != ActorForm.BODY;
        return new Party(
                group.start(),
                group.end(),
                state ? PartyKind.STATE : PartyKind.BODY,
                null,
                Optional.of(words(actor.start(), actor.end())),
                actor.kind(),
                actor.kind(),
                actor.code(),
                false,
                actor.form() == ActorForm.DEMONYM);
    }

    private Party person(Group group, Person person) {
        return new Party(
                group.start(),
                group.end(),
                PartyKind.PERSON,
                person,
                Optional.of(person.name()),
                person.office(),
                person.key(),
                person.country(),
                false,
                false);
    }

    private Party described(Group group, Title title) {
        String description = words(group.start(), group.end());
        boolean definite = !Grammar.INDEFINITE.at(tokens, group.start());
        boolean person = title.kind() == TitleKind.OFFICE || title.kind() == TitleKind.COUNTERPART;
        if (person && definite && title.kind() == TitleKind.OFFICE) {
            Person holder = book.inOffice(title.key(), group.country());
            if (holder != null
                    && !title.key().equals("official")
                    && !title.key().equals("spokesperson")) {
                return person(group, holder);
            }
        }
        boolean plural = title.kind() == TitleKind.PEOPLE;
        PartyKind kind = switch (title.kind()) {
            case BODY -> PartyKind.BODY;
            case TEXT -> PartyKind.TEXT;
            case OFFICE, PERSON, PEOPLE, HONORIFIC, COUNTERPART -> PartyKind.ROLE;
        };
        boolean anonymous = title.kind() == TitleKind.PERSON
                || plural
                || title.key().equals("spokesperson")
                || title.kind() == TitleKind.OFFICE && !definite;
        Optional<String> name = kind == PartyKind.BODY ? Optional.of(description) : Optional.empty();
        return new Party(
                group.start(),
                group.end(),
                kind,
                null,
                name,
                description,
                title.key(),
                group.country(),
                anonymous,
                plural);
    }
}
