package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Gazetteer;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.statement.TimeWords;
import dev.tranche.text.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds names of places: states, towns of the gazetteer, and capitalised words after "in", "at" or "to". */
final class Places {

    private static final Words LOCAL = Words.of(
            "hospital school base factory plant memorial cemetery monastery cathedral embassy site village town front"
                    + " frontline border university port airport shelter camp museum parliament headquarters region"
                    + " station palace city capital province shipyard barracks");
    private static final Words PASSED = Words.of("the eastern western northern southern central southeastern"
            + " northeastern southwestern northwestern downtown nearby neighbouring neighboring occupied liberated"
            + " war-torn besieged recaptured");
    private static final Words ADDED =
            Words.of("the a an key damaged children's new large largest military naval air" + " s");
    private static final Words WITHIN = Words.of("at in near of outside");
    private static final int MOST_PASSED = 4;
    private static final int LONGEST = 3;
    private static final int LOCAL_REACH = 6;

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Gazetteer gazetteer = Gazetteer.standard();

    Places(MarkedText text, Cast cast) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
    }

    /**
     * A place and the index after its last token.
     *
     * @param isKnown is it in the lexicon?
     */
    record Found(Place place, int end, boolean isKnown) {}

    /** Returns the place that starts at the token, skipping articles and points of the compass, or null. */
    @Nullable
    Found at(int from, int limit) {
        int at = from;
        while (at < limit && at - from < MOST_PASSED && PASSED.at(tokens, at) && text.actorAt(at) == null) {
            at++;
        }
        if (at >= limit || !tokens.isWord(at)) {
            return null;
        }
        Found known = known(at, limit);
        if (known != null) {
            return known;
        }
        ActorMention actor = text.actorAt(at);
        if (actor != null) {
            boolean adjective = actor.form() == ActorForm.ADJECTIVE || actor.form() == ActorForm.BODY;
            return adjective ? capital(actor, limit) : null;
        }
        Party party = cast.at(at);
        if (party != null && party.kind() == PartyKind.PERSON) {
            return null;
        }
        int end = at;
        while (end < limit
                && tokens.isWord(end)
                && tokens.isCapital(end)
                && text.actorAt(end) == null
                && end - at < LONGEST
                && !TimeWords.at(tokens, end)) {
            end++;
        }
        return end > at
                ? new Found(new Place(words(at, end), countryAfter(end, limit)), end, false)
                : local(from, limit);
    }

    private @Nullable Found known(int at, int limit) {
        ActorMention actor = text.actorAt(at);
        if (actor != null && actor.form() == ActorForm.PERSON) {
            return null;
        }
        WordTable.Hit<Gazetteer.Town> town = gazetteer.townAt(tokens, at);
        boolean longer = actor != null && town != null && actor.end() > town.end();
        if (town != null && town.end() <= limit && !longer) {
            Place place =
                    new Place(words(at, town.end()), Optional.of(town.value().country()));
            return isFollowedByName(town.end()) ? null : new Found(place, afterCountry(town.end(), limit), true);
        }
        boolean place = actor != null && (actor.form() == ActorForm.NAME || actor.form() == ActorForm.CAPITAL);
        return place && actor != null && !actor.code().isEmpty()
                ? new Found(new Place(words(actor.start(), actor.end()), Optional.of(actor.code())), actor.end(), true)
                : null;
    }

    /** "Washington Post": the town begins a longer name. */
    private boolean isFollowedByName(int end) {
        return tokens.isWord(end)
                && end < tokens.size()
                && tokens.isCapital(end)
                && text.actorAt(end) == null
                && cast.at(end) == null
                && !TimeWords.at(tokens, end)
                && !LOCAL.at(tokens, end);
    }

    /** "Tapa, Estonia" is one place. */
    private int afterCountry(int end, int limit) {
        ActorMention next = end + 1 < limit && tokens.isSign(end, ',') ? text.actorAt(end + 1) : null;
        return next != null && next.form() == ActorForm.NAME && closes(next.end(), limit) ? next.end() : end;
    }

    private boolean closes(int end, int limit) {
        return end >= limit || !tokens.isWord(end) || !Grammar.AND.at(tokens, end);
    }

    /** "The Ukrainian capital". */
    private @Nullable Found capital(ActorMention adjective, int limit) {
        int noun = adjective.end();
        boolean city = noun < limit
                && tokens.isWord(noun)
                && (tokens.string(noun).equals("capital") || tokens.string(noun).equals("city"));
        Optional<String> code = Optional.of(adjective.code()).filter(each -> !each.isEmpty());
        return city ? new Found(new Place(words(adjective.start(), noun + 1), code), noun + 1, true) : null;
    }

    /** "A children's hospital", "the base at Tapa": a place without a name of its own. */
    private @Nullable Found local(int from, int limit) {
        if (!Grammar.DETERMINER.at(tokens, from)) {
            return null;
        }
        int end = Math.min(limit, from + LOCAL_REACH);
        for (int at = from + 1; at < end; at++) {
            if (tokens.isWord(at) && LOCAL.at(tokens, at)) {
                Found within = WITHIN.at(tokens, at + 1) ? known(at + 2, limit) : null;
                int last = within == null ? at + 1 : within.end();
                Optional<String> country =
                        within == null ? Optional.empty() : within.place().country();
                return new Found(new Place(words(from, last), country), last, false);
            }
            if (!tokens.isWord(at) && !ADDED.at(tokens, at) && tokens.kind(at) != dev.tranche.text.TokenKind.GENITIVE) {
                return null;
            }
        }
        return null;
    }

    private Optional<String> countryAfter(int end, int limit) {
        ActorMention next = end + 1 < limit && tokens.isSign(end, ',') ? text.actorAt(end + 1) : null;
        return next != null && next.form() == ActorForm.NAME
                ? Optional.of(next.code()).filter(code -> !code.isEmpty())
                : Optional.empty();
    }

    private String words(int start, int end) {
        return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }
}
