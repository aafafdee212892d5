package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds names of places: states, capitals, and capitalised words after "in", "at" or "to". */
final class Places {

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;

    Places(MarkedText text, Cast cast) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
    }

    /** A place and the index after its last token. */
    record Found(Place place, int end) {}

    /** Returns the place that starts at the token, articles and points of the compass passed over, or null. */
    @Nullable
    Found at(int from, int limit) {
        int at = from;
        while (at < limit
                && at - from < 4
                && tokens.isWord(at)
                && text.actorAt(at) == null
                && !tokens.isCapital(at)
                && isPassed(at)) {
            at++;
        }
        if (at >= limit || !tokens.isWord(at)) {
            return null;
        }
        ActorMention actor = text.actorAt(at);
        if (actor != null) {
            boolean place = actor.form() == ActorForm.NAME
                    || actor.form() == ActorForm.CAPITAL
                    || actor.form() == ActorForm.BODY && tokens.string(at).equals("Brussels");
            boolean adjective = actor.form() == ActorForm.ADJECTIVE || actor.form() == ActorForm.BODY && !place;
            if (adjective) {
                return capital(actor, limit);
            }
            return place ? new Found(new Place(words(actor.start(), actor.end()), code(actor)), actor.end()) : null;
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
                && end - at < 3
                && !dev.tranche.statement.TimeWords.at(tokens, end)) {
            end++;
        }
        return end > at ? new Found(new Place(words(at, end), countryAfter(end, limit)), end) : local(from, limit);
    }

    /** "The Ukrainian capital". */
    private @Nullable Found capital(ActorMention adjective, int limit) {
        int noun = adjective.end();
        boolean city = noun < limit
                && tokens.isWord(noun)
                && (tokens.string(noun).equals("capital") || tokens.string(noun).equals("city"));
        return city ? new Found(new Place(words(adjective.start(), noun + 1), code(adjective)), noun + 1) : null;
    }

    /** "A children's hospital", "the front line": a place without a name, after "visited". */
    private @Nullable Found local(int from, int limit) {
        if (!Grammar.DETERMINER.at(tokens, from)) {
            return null;
        }
        int end = Math.min(limit, from + 5);
        for (int at = from + 1; at < end; at++) {
            if (tokens.isWord(at) && LOCAL.at(tokens, at)) {
                return new Found(new Place(words(from, at + 1), Optional.empty()), at + 1);
            }
        }
        return null;
    }

    private static final dev.tranche.mention.Words LOCAL = dev.tranche.mention.Words.of(
            "hospital school base factory plant memorial cemetery monastery cathedral embassy site village town front"
                    + " frontline border university port airport shelter camp museum parliament headquarters region");

    private static boolean isPassedWord(String word) {
        return switch (word) {
            case "the",
                    "eastern",
                    "western",
                    "northern",
                    "southern",
                    "central",
                    "southeastern",
                    "northeastern",
                    "southwestern",
                    "northwestern",
                    "downtown",
                    "nearby",
                    "neighbouring",
                    "neighboring" -> true;
            default -> false;
        };
    }

    private boolean isPassed(int at) {
        return isPassedWord(tokens.string(at));
    }

    private Optional<String> countryAfter(int end, int limit) {
        ActorMention next = end + 1 < limit && tokens.isSign(end, ',') ? text.actorAt(end + 1) : null;
        return next != null && next.form() == ActorForm.NAME ? code(next) : Optional.empty();
    }

    /** "Brussels" stands for the Union, but lies in Belgium. */
    private static Optional<String> code(ActorMention actor) {
        if (actor.code().equals("EU")) {
            return Optional.of("BE");
        }
        return Optional.of(actor.code()).filter(code -> !code.isEmpty());
    }

    private String words(int start, int end) {
        return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }
}
