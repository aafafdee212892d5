package dev.tranche.mention;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises states, bodies and office-holders, and decides what an ambiguous name stands for.
 *
 * <p>A bare surname counts when the full name stands somewhere in the report, when a title stands before it, or when
 * it is no everyday word and all its holders in office at the time speak for one state.
 */
public final class ActorRecogniser {

    private static final Words TITLES = Words.of(
            "mr mrs ms president minister secretary chancellor premier pm sen senator rep gen general ambassador"
                    + " spokesman spokeswoman spokesperson commissioner chief speaker leader king sir dr official"
                    + " lady vice pentagon state defense defence foreign chair chairman majority minority");

    private static final Set<String> TOP = Set.of("head_of_state", "head_of_government", "foreign", "defence");

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Optional<String> day;
    private final Set<String> named = new HashSet<>();

    private ActorRecogniser(Lexicon lexicon, Tokens tokens, Optional<String> day) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.day = day;
    }

    /**
     * Returns the actors of a text from left to right; none overlap.
     *
     * @param day ISO day on which the report was published, where known; it picks among holders of one surname
     */
    public static List<ActorMention> find(Lexicon lexicon, Tokens tokens, Optional<String> day) {
        return new ActorRecogniser(lexicon, tokens, day).run();
    }

    private List<ActorMention> run() {
        List<Match> matches = lexicon.findActors(tokens);
        for (Match match : matches) {
            for (Entry entry : match.entries()) {
                if (entry instanceof Entry.Holder holder && !holder.surname()) {
                    named.add(holder.id());
                }
            }
        }
        List<ActorMention> actors = new ArrayList<>();
        for (Match match : matches) {
            ActorMention actor = resolve(match);
            if (actor != null) {
                actors.add(actor);
            }
        }
        return List.copyOf(actors);
    }

    private @Nullable ActorMention resolve(Match match) {
        for (Entry entry : match.entries()) {
            if (entry instanceof Entry.Actor actor) {
                return new ActorMention(
                        match.start(), match.end(), actor.code(), actor.form(), actor.kind(), actor.name());
            }
        }
        List<Entry.Holder> holders = new ArrayList<>();
        for (Entry entry : match.entries()) {
            if (entry instanceof Entry.Holder holder) {
                holders.add(holder);
            }
        }
        return holders.isEmpty() ? null : person(match, holders);
    }

    private @Nullable ActorMention person(Match match, List<Entry.Holder> holders) {
        boolean bare = holders.stream().allMatch(Entry.Holder::surname);
        List<Entry.Holder> candidates = holders;
        if (bare) {
            List<Entry.Holder> known =
                    holders.stream().filter(h -> named.contains(h.id())).toList();
            if (!known.isEmpty()) {
                candidates = known;
            } else if (!mayStandAlone(match)) {
                return null;
            }
        }
        List<Entry.Holder> serving = candidates.stream().filter(this::serves).toList();
        candidates = serving.isEmpty() ? candidates : serving;
        if (candidates.stream().map(Entry.Holder::country).distinct().count() > 1) {
            List<Entry.Holder> top =
                    candidates.stream().filter(h -> TOP.contains(h.kind())).toList();
            candidates = top.isEmpty() ? candidates : top;
        }
        if (bare && candidates.stream().map(Entry.Holder::country).distinct().count() > 1) {
            return null;
        }
        Entry.Holder chosen = candidates.get(candidates.size() - 1);
        return new ActorMention(
                match.start(), match.end(), chosen.country(), ActorForm.PERSON, chosen.kind(), chosen.name());
    }

    private boolean mayStandAlone(Match match) {
        if (TITLES.at(tokens, match.start() - 1)
                || tokens.isSign(Math.max(0, match.start() - 1), '.') && TITLES.at(tokens, match.start() - 2)) {
            return true;
        }
        return !isPartOfName(match.start()) && !lexicon.isCommonWord(tokens.hash(match.start()));
    }

    /** Does a first name that is not the holder's stand before the surname: "Rep. Dan Bishop", "by Peter Biden"? */
    private boolean isPartOfName(int surname) {
        int before = surname - 1;
        if (before < 0 || !tokens.isWord(before) || !tokens.isCapital(before) || tokens.isUpper(before)) {
            return false;
        }
        boolean titled = before > 1 && tokens.isSign(before - 1, '.') && TITLES.at(tokens, before - 2);
        boolean inSentence = before > 0 && tokens.isWord(before - 1) && !tokens.isCapital(before - 1);
        return titled || inSentence;
    }

    private boolean serves(Entry.Holder holder) {
        if (day.isEmpty()) {
            return true;
        }
        String on = day.get();
        boolean begun = holder.from().isEmpty() || holder.from().compareTo(on) <= 0;
        boolean ended = holder.to().isPresent() && holder.to().get().concat("~").compareTo(on) < 0;
        return begun && !ended;
    }
}
