package dev.tranche.naming;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Gazetteer;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds noun groups around a title.
 *
 * <pre>
 * titled   = [ det ] { modifier | state | body | genitive } title { title } [ "of" tail ] [ [ "," ] name ]
 * </pre>
 */
final class TitledGroups {

    private static final int MOST_MODIFIERS = 6;

    private final MarkedText text;
    private final Tokens tokens;
    private final WordTable<Title> titles;
    private final NameRuns runs;
    private final boolean[] taken;

    TitledGroups(MarkedText text, WordTable<Title> titles, NameRuns runs, boolean[] taken) {
        this.text = text;
        this.tokens = text.tokens();
        this.titles = titles;
        this.runs = runs;
        this.taken = taken;
    }

    /** Returns the group whose first title starts at the token, or null. */
    @Nullable
    Group at(int token) {
        WordTable.Hit<Title> hit = titles.at(tokens, token);
        return hit == null || isInsideActor(token, hit.end()) ? null : around(token, hit);
    }

    private boolean isInsideActor(int start, int end) {
        ActorMention first = text.actorAt(start);
        ActorMention last = text.actorAt(end - 1);
        return first != null || last != null;
    }

    private @Nullable Group around(int token, WordTable.Hit<Title> first) {
        WordTable.Hit<Title> hit = first;
        int end = hit.end();
        WordTable.Hit<Title> next = titles.at(tokens, end);
        while (next != null && next.value().kind() != TitleKind.HONORIFIC && !isInsideActor(end, next.end())) {
            hit = next;
            end = next.end();
            next = titles.at(tokens, end);
        }
        Title title = hit.value();
        if (title.kind() == TitleKind.HONORIFIC) {
            int nameStart = tokens.size() > end && tokens.isSign(end, '.') ? end + 1 : end;
            NameRuns.Run run = runs.at(nameStart, true);
            run = run == null && tokens.isUpper(token) ? runs.label(nameStart) : run;
            return run == null ? null : new Group(token, run.end(), title, run, "", token, end, false);
        }
        Left left = left(token);
        int tail = tail(end, title);
        NameRuns.Run run = named(tail, title);
        int nameEnd = run == null ? tail : run.end();
        String country = left.country.isEmpty() ? countryIn(end, tail) : left.country;
        country = country.isEmpty() && tail == end ? countryOfSeat(title, end) : country;
        country = country.isEmpty() ? title.country() : country;
        country = country.isEmpty() && run != null ? countryBehind(nameEnd) : country;
        Title meant = meaning(title, end, tail);
        if (run == null && left.start == token && !mayStandBare(token, end, meant)) {
            return null;
        }
        return new Group(left.start, nameEnd, meant, run, country, left.start, tail, left.genitive);
    }

    /** A title without an article, country or name is often a verb or part of another word: "head", "chair", "post". */
    private boolean mayStandBare(int start, int end, Title title) {
        boolean lower = !tokens.isCapital(start);
        return switch (title.kind()) {
            case PEOPLE -> true;
            case OFFICE, PERSON -> !lower && tokens.isCapital(end - 1) && start > 0 && tokens.isWord(start - 1);
            case BODY, COUNTERPART, HONORIFIC, TEXT -> false;
        };
    }

    /** "The head of American diplomacy" holds the office of the foreign minister. */
    private Title meaning(Title title, int from, int to) {
        for (int token = from; token < to; token++) {
            if (Grammar.DIPLOMACY.at(tokens, token)) {
                return new Title("foreign", TitleKind.OFFICE, title.country());
            }
        }
        return title;
    }

    private Left left(int token) {
        int at = token - 1;
        int start = token;
        String country = "";
        boolean genitive = false;
        int steps = 0;
        int opens = text.sentenceOf(token).start();
        while (at >= opens && steps++ < MOST_MODIFIERS && !taken[at]) {
            ActorMention actor = text.actorAt(at);
            if (actor != null && actor.end() == at + 1) {
                country = country.isEmpty() ? actor.code() : country;
                start = actor.start();
                at = actor.start() - 1;
                continue;
            }
            if (tokens.isSign(at, '-') && at > 0 && tokens.end(at - 1) == tokens.start(at)) {
                at--;
                if (text.actorAt(at) == null) {
                    start = at;
                    at--;
                }
                continue;
            }
            if (tokens.isSign(at, ')') && at - 3 >= opens && tokens.isSign(at - 2, '(') && tokens.isUpper(at - 1)) {
                // "Republic of Norway (RON) President": the bracket holds the abbreviation of what precedes it.
                at -= 3;
                continue;
            }
            if (isGenitive(at)) {
                genitive = true;
                at--;
                continue;
            }
            if (Grammar.DETERMINER.at(tokens, at)) {
                return new Left(at, country, genitive);
            }
            if (isJoined(at)) {
                ActorMention joined = text.actorAt(at - 2);
                country = country.isEmpty() && joined != null ? joined.code() : country;
                start = joined == null ? at - 2 : joined.start();
                at = start - 1;
                continue;
            }
            boolean modifier = Grammar.MODIFIER.at(tokens, at) && !isAnd(at, start, country)
                    || tokens.isWord(at) && titles.at(tokens, at) != null && steps == 1
                    || steps == 1 && (isTown(at, opens) || isNoun(at, opens));
            if (!modifier) {
                break;
            }
            start = at;
            at--;
        }
        return new Left(start, country, genitive);
    }

    /** "The Irkutsk governor": a capitalised word between an article and the title. */
    private boolean isTown(int at, int opens) {
        return at > opens
                && tokens.isWord(at)
                && tokens.isCapital(at)
                && Grammar.DETERMINER.at(tokens, at - 1)
                && !Grammar.DAY_OR_MONTH.at(tokens, at);
    }

    /** "The Ukrainian railway chief": a lower-case word between an article or a state and the title. */
    private boolean isNoun(int at, int opens) {
        return at > opens
                && tokens.isWord(at)
                && !tokens.isCapital(at)
                && !tokens.isCapital(at + 1)
                && tokens.end(at) - tokens.start(at) > 3
                && !Grammar.STOP.at(tokens, at)
                && !isSpeech(at)
                && (Grammar.DETERMINER.at(tokens, at - 1) || text.actorAt(at - 1) != null);
    }

    /** "Moscow-installed", "Russian-backed". */
    private boolean isJoined(int at) {
        return at > 2
                && tokens.isWord(at)
                && !tokens.isCapital(at)
                && tokens.isSign(at - 1, '-')
                && tokens.isWord(at - 2)
                && tokens.end(at - 2) == tokens.start(at - 1)
                && tokens.end(at - 1) == tokens.start(at)
                && !taken[at - 2];
    }

    /** "US and European officials" is one group; "Poland and officials" is two. */
    private boolean isAnd(int at, int start, String country) {
        if (!Grammar.STOP.at(tokens, at)) {
            return false;
        }
        ActorMention after = text.actorAt(start);
        ActorMention before = text.actorAt(at - 1);
        boolean adjectives =
                before != null && after != null && before.form() == ActorForm.ADJECTIVE && !country.isEmpty();
        return !adjectives;
    }

    private boolean isGenitive(int at) {
        return tokens.kind(at) == TokenKind.GENITIVE && at > 0 && text.actorAt(at - 1) != null;
    }

    /** The words after "of" that belong to the title: "of the local military administration". */
    private int tail(int end, Title title) {
        boolean may = title.kind() == TitleKind.OFFICE
                || title.kind() == TitleKind.PEOPLE
                || title.kind() == TitleKind.PERSON
                || title.kind() == TitleKind.BODY;
        boolean speaks = title.key().equals("spokesperson");
        if (!may
                || !Grammar.OF.at(tokens, end)
                || !speaks && !tokens.string(end).equalsIgnoreCase("of")) {
            return end;
        }
        int at = end + 1;
        int limit = Math.min(tokens.size(), end + 8);
        while (at < limit) {
            ActorMention actor = text.actorAt(at);
            if (actor != null && actor.form() != ActorForm.PERSON) {
                at = actor.end();
                if (speaks && at < limit && tokens.kind(at) == TokenKind.GENITIVE) {
                    at++;
                    continue;
                }
                boolean ends = actor.form() != ActorForm.ADJECTIVE && titles.at(tokens, at) == null;
                if (ends) {
                    return at;
                }
                continue;
            }
            boolean plain = tokens.isWord(at) && actor == null && !Grammar.STOP.at(tokens, at) && !isSpeech(at);
            if (!plain || tokens.isCapital(at) && runs.at(at, true) != null && at > end + 1) {
                break;
            }
            WordTable.Hit<Title> body = titles.at(tokens, at);
            at = body == null ? at + 1 : body.end();
            if (body != null && !Grammar.OF.at(tokens, at)) {
                break;
            }
            if (tokens.isWord(at - 1) && Grammar.DIPLOMACY.at(tokens, at - 1)) {
                break;
            }
        }
        return at > end + 1 ? at : end;
    }

    private boolean isSpeech(int at) {
        return Grammar.SPEAK.at(tokens, at) || Grammar.TELLS.at(tokens, at);
    }

    /** "Officials in Moscow", "the finance ministry in Kyiv": the state they belong to. */
    private String countryOfSeat(Title title, int end) {
        boolean seated = title.key().equals("official_person") && title.kind() == TitleKind.PEOPLE
                || title.key().equals("ministry")
                || title.key().equals("government")
                || title.key().equals("parliament");
        if (!seated || !Grammar.IN.at(tokens, end)) {
            return "";
        }
        ActorMention seat = text.actorAt(end + 1);
        WordTable.Hit<Gazetteer.Town> town = seat == null ? Gazetteer.standard().townAt(tokens, end + 1) : null;
        if (town != null) {
            return town.value().country();
        }
        boolean place =
                seat != null && (seat.form() == ActorForm.CAPITAL || seat.kind().equals("state"));
        return seat != null && place && seat.form() != ActorForm.ADJECTIVE ? seat.code() : "";
    }

    /** "Colonel Kask of Estonia". */
    private String countryBehind(int end) {
        int at = Grammar.DETERMINER.at(tokens, end + 1) ? end + 2 : end + 1;
        ActorMention actor = Grammar.OF.at(tokens, end) ? text.actorAt(at) : null;
        return actor != null && actor.start() == at && actor.kind().equals("state") ? actor.code() : "";
    }

    private String countryIn(int from, int to) {
        for (int token = from; token < to; token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && !actor.isPrivate()) {
                return actor.code();
            }
        }
        return "";
    }

    private NameRuns.@Nullable Run named(int at, Title title) {
        boolean may = title.kind() == TitleKind.OFFICE
                || title.kind() == TitleKind.PERSON
                || title.kind() == TitleKind.COUNTERPART;
        if (!may || at >= tokens.size()) {
            return null;
        }
        boolean stop = tokens.isSign(at, '.') && at > 0 && Grammar.ABBREVIATED.at(tokens, at - 1);
        NameRuns.Run run = runs.at(stop ? at + 1 : at, true);
        if (run != null) {
            return run;
        }
        if (tokens.isSign(at, ',')) {
            NameRuns.Run apposed = runs.at(at + 1, false);
            boolean closed = apposed != null
                    && (apposed.end() == tokens.size()
                            || tokens.isSign(apposed.end(), ',')
                            || tokens.isSign(apposed.end(), '.')
                            || Grammar.SPEAK.at(tokens, apposed.end()));
            return closed ? apposed : null;
        }
        return null;
    }

    private record Left(int start, String country, boolean genitive) {}
}
