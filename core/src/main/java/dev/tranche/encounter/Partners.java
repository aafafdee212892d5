package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parties that follow a word: "the leaders of two states, their ministers and others". */
final class Partners {

    private static final int CHAIN = 24;
    private static final int MOST_MODIFIERS = 4;
    private static final int LONGEST_NAME = 4;
    private static final Words SIDE = Words.of("leadership side team negotiators authorities embassy delegation");
    private static final Words ABSORBED =
            Words.of("countries nations states members economies governments powers major other european");

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;

    Partners(MarkedText text, Cast cast) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
    }

    /** Returns the parties joined by commas, "and" and "including" from a token on. */
    List<Party> right(int from, int limit) {
        List<Party> list = new ArrayList<>();
        int at = from;
        int modifiers = 0;
        while (at < limit && list.size() < CHAIN) {
            Party party = cast.at(at);
            if (party != null && party.start() >= from && party.start() <= at) {
                boolean owner = party.end() < tokens.size() && tokens.kind(party.end()) == TokenKind.GENITIVE;
                if (party.kind() == PartyKind.PRONOUN || party.kind() == PartyKind.TEXT || owner && list.size() > 0) {
                    break;
                }
                if (owner) {
                    Party owned = cast.firstFrom(party.end(), Math.min(limit, party.end() + 4));
                    if (owned == null || owned.kind() == PartyKind.STATE) {
                        return list;
                    }
                    at = owned.start();
                    continue;
                }
                Party whole = whole(party, limit);
                Party last = list.isEmpty() ? null : list.get(list.size() - 1);
                boolean title = last != null
                        && last.kind() == PartyKind.ROLE
                        && whole.kind() == PartyKind.PERSON
                        && last.end() == whole.start();
                if (title) {
                    list.remove(list.size() - 1);
                }
                at = behind(whole);
                list.add(isCounterpart(whole) && whole.country().isEmpty() ? ofState(whole, at) : whole);
                continue;
            }
            Party side = list.isEmpty() ? side(at) : null;
            if (side != null) {
                list.add(side);
                at = side.end();
                continue;
            }
            boolean adjectives = list.isEmpty() && text.actorAt(at - 1) != null && at > from;
            boolean modifier = list.isEmpty()
                    && modifiers < MOST_MODIFIERS
                    && (Grammar.PARTNER_MODIFIER.at(tokens, at) || tokens.kind(at) == TokenKind.NUMBER);
            modifiers += modifier ? 1 : 0;
            boolean joint = tokens.isSign(at, ',') && (adjectives || !list.isEmpty() && goesOn(at, limit))
                    || Grammar.AND.at(tokens, at)
                    || Grammar.DETERMINER.at(tokens, at)
                    || modifier
                    || text.actorAt(at) != null && list.isEmpty();
            if (!joint) {
                break;
            }
            at++;
        }
        return list;
    }

    private static boolean isCounterpart(Party party) {
        return party.kind() == PartyKind.ROLE && party.description().contains("counterpart");
    }

    /** "His counterpart from Norway". */
    private Party ofState(Party party, int end) {
        ActorMention actor = end > party.end() ? text.actorAt(end - 1) : null;
        return actor == null ? party : party.in(actor.code());
    }

    /** Returns the token after a person's "of STATE" and "from STATE", or after the party itself. */
    int behind(Party party) {
        int of = party.end();
        boolean linked = (party.kind() == PartyKind.PERSON || isCounterpart(party))
                && tokens.isWord(of)
                && (tokens.string(of).equals("of") || tokens.string(of).equals("from"));
        if (!linked) {
            return of;
        }
        int at = Grammar.DETERMINER.at(tokens, of + 1) ? of + 2 : of + 1;
        ActorMention actor = text.actorAt(at);
        return actor != null && actor.start() == at && actor.form() != ActorForm.PERSON ? actor.end() : of;
    }

    /** "The Ukrainian leadership". */
    private @Nullable Party side(int at) {
        ActorMention actor = text.actorAt(at);
        if (actor == null || actor.form() != ActorForm.ADJECTIVE) {
            return null;
        }
        int end = actor.end();
        if (!SIDE.at(tokens, end)) {
            return stranger(actor);
        }
        return new Party(
                at,
                end + 1,
                PartyKind.BODY,
                null,
                Optional.of(words(at, end + 1)),
                words(at, end + 1),
                "body",
                actor.code(),
                false,
                true);
    }

    /** "Irish Tánaiste Micheál Martin": a capitalised person of a state, known neither to the lexicon nor by title. */
    private @Nullable Party stranger(ActorMention state) {
        int end = state.end();
        while (end < tokens.size()
                && end - state.end() < LONGEST_NAME
                && tokens.isWord(end)
                && tokens.isCapital(end)
                && !tokens.isUpper(end)
                && text.actorAt(end) == null
                && cast.at(end) == null) {
            end++;
        }
        if (end - state.end() < 2) {
            return null;
        }
        String name = words(state.end(), end);
        return new Party(
                state.end(), end, PartyKind.PERSON, null, Optional.of(name), "", "", state.code(), false, false);
    }

    /** "The leaders of Finland, Sweden and Norway" are one side; so are "the leaders of 44 countries". */
    Party whole(Party party, int limit) {
        boolean people = party.kind() == PartyKind.ROLE && party.plural();
        if (!people) {
            return party;
        }
        int end = party.end();
        boolean of = tokens.isWord(end) && tokens.string(end).equals("of");
        if (!of && party.description().indexOf(" of ") < 0) {
            return party;
        }
        int at = of ? end + 1 : end;
        int last = end;
        int states = 0;
        while (at < limit) {
            ActorMention actor = text.actorAt(at);
            boolean state = actor != null && actor.form() != ActorForm.PERSON && actor.start() == at;
            if (state && actor != null) {
                states++;
                at = actor.end();
                last = at;
                continue;
            }
            boolean passed = tokens.kind(at) == TokenKind.NUMBER || ABSORBED.at(tokens, at);
            if (passed) {
                last = at + 1;
            }
            boolean joint = (tokens.isSign(at, ',') || Grammar.AND.at(tokens, at)) && stateAt(at + 1);
            if (!passed && !joint && !(Grammar.DETERMINER.at(tokens, at) && states == 0)) {
                break;
            }
            at++;
        }
        return last > end
                ? party.at(party.start(), last)
                        .described(undetermined(party.start(), last))
                        .in(states == 1 || !party.country().isEmpty() && states == 0 ? countryOf(party, last) : "")
                : party;
    }

    private String countryOf(Party party, int last) {
        if (!party.country().isEmpty()) {
            return party.country();
        }
        for (int at = party.start(); at < last; at++) {
            ActorMention actor = text.actorAt(at);
            if (actor != null) {
                return actor.code();
            }
        }
        return "";
    }

    private boolean stateAt(int at) {
        int token = Grammar.AND.at(tokens, at) || Grammar.DETERMINER.at(tokens, at) ? at + 1 : at;
        ActorMention actor = text.actorAt(token);
        return actor != null
                && (actor.form() == ActorForm.NAME || actor.form() == ActorForm.BODY)
                && tokens.kind(Math.min(tokens.size() - 1, actor.end())) != TokenKind.GENITIVE;
    }

    /** A party after a comma belongs to the list if another comma or "and" follows or precedes it. */
    private boolean goesOn(int comma, int limit) {
        if (Grammar.AND.at(tokens, comma + 1)) {
            return true;
        }
        Party next = cast.firstFrom(comma + 1, Math.min(limit, comma + 4));
        int after = next == null ? limit : behind(next);
        return after < limit && (tokens.isSign(after, ',') || Grammar.AND.at(tokens, after));
    }

    private String undetermined(int start, int end) {
        return words(Grammar.DETERMINER.at(tokens, start) && start + 1 < end ? start + 1 : start, end);
    }

    private String words(int start, int end) {
        return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }
}
