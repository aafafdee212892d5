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
 * <p>A bare surname counts when the full name is somewhere in the report, or when {@link SurnameContext} finds that
 * office, country and time fit and all matching holders speak for one state. The holder whose title precedes it
 * once is meant every time. "Jr." after a name belongs to it.
 */
public final class ActorRecogniser {

    private static final Set<String> TOP = Set.of("head_of_state", "head_of_government", "foreign", "defence");

    private final Optional<String> day;
    private final Set<String> named = new HashSet<>();
    private final List<Match> matches;
    private final SurnameContext context;
    private final StateNames states;
    private final LocalNames local;

    private ActorRecogniser(Lexicon lexicon, Tokens tokens, Optional<String> day) {
        this.day = day;
        this.matches = lexicon.findActors(tokens);
        this.context = new SurnameContext(lexicon, tokens, matches);
        this.states = new StateNames(lexicon, tokens, matches);
        this.local = new LocalNames(tokens, matches);
    }

    /**
     * Returns the actors of a text from left to right; none overlap.
     *
     * @param day ISO day on which the report was published, where known; it decides between holders of one surname
     */
    public static List<ActorMention> find(Lexicon lexicon, Tokens tokens, Optional<String> day) {
        return new ActorRecogniser(lexicon, tokens, day).run();
    }

    private List<ActorMention> run() {
        for (Match match : matches) {
            for (Entry entry : match.entries()) {
                if (entry instanceof Entry.Holder holder
                        && (!holder.surname() || context.bearsTitle(match, holder) && serves(holder))) {
                    named.add(holder.id());
                }
            }
        }
        List<ActorMention> actors = new ArrayList<>();
        for (Match match : matches) {
            ActorMention actor = resolve(match);
            ActorMention last = actors.isEmpty() ? null : actors.get(actors.size() - 1);
            if (actor != null && (last == null || last.end() <= actor.start())) {
                actors.add(actor);
            }
        }
        return List.copyOf(actors);
    }

    private @Nullable ActorMention resolve(Match match) {
        if (local.isGiven(match)) {
            Match name = local.fullName(match);
            ActorMention full = name == null ? null : known(name);
            ActorMention own = full == null ? known(match) : null;
            if (own != null) {
                return local.isSpelledLike(match, own.name()) ? own : null;
            }
            return full == null
                    ? null
                    : new ActorMention(match.start(), match.end(), full.code(), full.form(), full.kind(), full.name());
        }
        return known(match);
    }

    private @Nullable ActorMention known(Match match) {
        for (Entry entry : match.entries()) {
            if (entry instanceof Entry.Actor actor) {
                return states.isOther(match, actor)
                        ? null
                        : new ActorMention(
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
        if (bare ? context.isPartOfAnother(match, holders) : context.isInsideLonger(match)) {
            return null;
        }
        int start = match.start();
        List<Entry.Holder> full = bare
                ? holders.stream()
                        .filter(h -> context.fullStart(match, h) < match.start())
                        .toList()
                : List.of();
        if (!full.isEmpty()) {
            candidates = full;
            start = context.fullStart(match, full.get(0));
        } else if (bare) {
            candidates = ofSurname(match, holders);
            if (candidates.isEmpty()) {
                return null;
            }
        }
        List<Entry.Holder> serving = candidates.stream().filter(this::serves).toList();
        candidates = serving.isEmpty() ? candidates : serving;
        if (areOfSeveral(candidates)) {
            List<Entry.Holder> top =
                    candidates.stream().filter(h -> TOP.contains(h.kind())).toList();
            candidates = top.isEmpty() ? candidates : top;
        }
        if (bare && areOfSeveral(candidates)) {
            return null;
        }
        Entry.Holder chosen = candidates.get(candidates.size() - 1);
        return new ActorMention(
                start, context.nameEnd(match.end()), chosen.country(), ActorForm.PERSON, chosen.kind(), chosen.name());
    }

    /**
     * "Vice President Harris": the namesake whose title precedes the name; else the one named in full; else the one who
     * fits.
     */
    private List<Entry.Holder> ofSurname(Match match, List<Entry.Holder> holders) {
        List<Entry.Holder> titled =
                holders.stream().filter(h -> context.bearsTitle(match, h)).toList();
        if (!titled.isEmpty()) {
            return titled;
        }
        List<Entry.Holder> known =
                holders.stream().filter(h -> named.contains(h.id())).toList();
        return known.isEmpty()
                ? holders.stream()
                        .filter(h -> context.fits(match, h, serves(h)))
                        .toList()
                : known;
    }

    private static boolean areOfSeveral(List<Entry.Holder> holders) {
        return holders.stream().map(Entry.Holder::country).distinct().count() > 1;
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
