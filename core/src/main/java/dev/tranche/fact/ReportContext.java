package dev.tranche.fact;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report is about: who usually gives and who receives in it, for sums whose own clause leaves that out.
 *
 * <p>Every mention of an actor votes, more when it stands where a giver or receiver stands.
 */
final class ReportContext {

    private static final int TITLE_VOTES = 2;
    private static final int ROLE_VOTES = 3;
    private static final Words AGAINST = Words.of("against with by from fight fighting versus v vs countering counter");
    private static final Words HOSTILE = Words.of("invasion war aggression attack attacks forces troops missiles missile"
            + " invaded strikes assault army offensive bombardment shelling occupation annexation rockets"
            + " prisoners sanctions oil gas threat drones");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Map<String, Integer> receiving = new LinkedHashMap<>();
    private final Map<String, Integer> giving = new LinkedHashMap<>();

    ReportContext(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        for (ActorMention actor : text.actors()) {
            vote(actor);
        }
    }

    /** Returns the code that most mentions make the receiver. */
    Optional<String> recipient() {
        return best(receiving);
    }

    /** Returns the code that most mentions make the giver. */
    Optional<String> donor() {
        return best(giving);
    }

    /** Returns how strongly the report speaks of this receiver; 0 or less when it does not. */
    int votesToReceive(String code) {
        return receiving.getOrDefault(code, 0);
    }

    private void vote(ActorMention actor) {
        if (actor.isPrivate()) {
            return;
        }
        Tokens tokens = text.tokens();
        boolean title = text.sentenceOf(actor.start()).title();
        int weight = title ? TITLE_VOTES : 1;
        int before = actor.start() - 1;
        int after = actor.end();
        boolean toward = text.is(before, Cue.TOWARD) || Grammar.TOWARD.at(tokens, before);
        boolean compound = text.is(after, Cue.AID) && actor.form() != ActorForm.PERSON;
        if (lexicon.usuallyGives(actor.code())) {
            boolean acts = text.is(after, Cue.GIVE) || text.is(after, Cue.ANNOUNCE) || text.is(after, Cue.APPROVE)
                    || text.is(after, Cue.REQUEST) || text.is(after + 1, Cue.GIVE) || compound;
            giving.merge(actor.code(), acts ? weight * ROLE_VOTES : weight, Integer::sum);
            if (toward && text.is(before, Cue.AID)) {
                receiving.merge(actor.code(), 1, Integer::sum);
            }
            return;
        }
        boolean hostile = AGAINST.at(tokens, before)
                || HOSTILE.at(tokens, after)
                || HOSTILE.at(tokens, after + 1) && !text.is(after, Cue.AID);
        int votes = hostile ? -weight : toward || compound ? weight * ROLE_VOTES : weight;
        receiving.merge(actor.code(), votes, Integer::sum);
    }

    private static Optional<String> best(Map<String, Integer> votes) {
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> entry : votes.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return most > 0 ? Optional.of(best) : Optional.empty();
    }

    /** Returns all receivers of the report with at least one vote, most votes first. */
    List<String> recipients() {
        return receiving.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
