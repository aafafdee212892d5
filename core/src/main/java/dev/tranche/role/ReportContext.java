package dev.tranche.role;

import dev.tranche.clause.Grammar;
import dev.tranche.clause.Hostility;
import dev.tranche.clause.SumPhrase;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report is about: who usually gives and who receives in it, for sums whose own clause leaves that out.
 *
 * <p>Every mention of an actor votes, more when it stands where a giver or receiver stands.
 */
public final class ReportContext {

    private static final int OPENING = 3;
    private static final Words HELP = Words.of("help helping support");
    private static final int TITLE_VOTES = 2;
    private static final int ROLE_VOTES = 3;
    private static final int LONG_REPORT = 25;
    private static final int LONG_BEHIND = 3;
    private static final int BEHIND = 6;
    private static final int AHEAD = 2;
    private static final Words PLACE_BEFORE = Words.of("in at near outside visiting visited visits");
    private static final Words MEETING = Words.of("conference summit meeting talks visit trip");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Map<String, Integer> receiving = new LinkedHashMap<>();
    private final Map<String, Integer> giving = new LinkedHashMap<>();

    /** Lets every actor of a marked text vote. */
    public ReportContext(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        for (ActorMention actor : text.actors()) {
            vote(actor);
        }
    }

    /** Returns the code that most mentions make the receiver. */
    public Optional<String> recipient() {
        return best(receiving);
    }

    /** Returns the receiver with most votes among those named in the title or near a sentence. */
    public Optional<String> recipientNear(int sentence) {
        boolean longer = text.sentences().size() > LONG_REPORT;
        int behind = longer ? LONG_BEHIND : BEHIND;
        String best = "";
        int most = 0;
        int first = text.sentences().get(Math.max(0, sentence - behind)).start();
        int last = text.sentences()
                .get(Math.min(text.sentences().size() - 1, sentence + AHEAD))
                .end();
        List<ActorMention> near = new ArrayList<>(text.actorsFrom(0, titleEnd()));
        near.addAll(text.actorsFrom(first, last));
        for (ActorMention actor : near) {
            int votes = votesToReceive(actor.code());
            if (votes > most) {
                most = votes;
                best = actor.code();
            }
        }
        return most > 0 ? Optional.of(best) : Optional.empty();
    }

    /** Returns the code that most mentions make the giver. */
    public Optional<String> donor() {
        return best(giving);
    }

    /** Returns how strongly the report speaks of this receiver; 0 or less when it does not. */
    public int votesToReceive(String code) {
        return receiving.getOrDefault(code, 0);
    }

    /** Does the sum's own sentence name aid, weapons or the receiver? */
    public boolean namesAid(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.sentence().end(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean receiver = actor != null && votesToReceive(actor.code()) > 0;
            if (receiver || text.is(token, Cue.WEAPON) || text.is(token, Cue.AID) && !HELP.at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    /** Does the title, the opening or a sentence beside the sum speak of aid? */
    public boolean isAidReport(SumPhrase phrase) {
        int here = text.sentenceIndex(phrase.start());
        boolean opening = false;
        for (int i = 0;
                i < text.sentences().size()
                        && (i < OPENING || text.sentences().get(i).title());
                i++) {
            opening |= speaksOfAid(i);
        }
        return opening || speaksOfAid(here - 1) || speaksOfAid(here) || speaksOfAid(here + 1);
    }

    private boolean speaksOfAid(int sentence) {
        if (sentence < 0 || sentence >= text.sentences().size()) {
            return false;
        }
        Sentence s = text.sentences().get(sentence);
        return SumPhrase.any(text, s.start(), s.end(), Cue.AID) || SumPhrase.any(text, s.start(), s.end(), Cue.WEAPON);
    }

    private int titleEnd() {
        int end = 0;
        for (Sentence sentence : text.sentences()) {
            if (!sentence.title()) {
                break;
            }
            end = sentence.end();
        }
        return end;
    }

    private void vote(ActorMention actor) {
        if (actor.isPrivate() || lexicon.isEmbargoed(actor.code())) {
            return;
        }
        Tokens tokens = text.tokens();
        boolean title = text.sentenceOf(actor.start()).title();
        int weight = title ? TITLE_VOTES : 1;
        int before = actor.start() - 1;
        int after = actor.end();
        if (actor.form() == ActorForm.CAPITAL && isPlace(actor)) {
            return;
        }
        boolean toward = text.is(before, Cue.TOWARD) || Grammar.TOWARD.at(tokens, before);
        boolean compound = (text.is(after, Cue.AID) || text.is(after, Cue.MONEY) || text.is(after, Cue.BILL))
                && actor.form() != ActorForm.PERSON;
        if (lexicon.usuallyGives(actor.code())) {
            boolean acts = text.is(after, Cue.GIVE)
                    || text.is(after, Cue.ANNOUNCE)
                    || text.is(after, Cue.APPROVE)
                    || text.is(after, Cue.REQUEST)
                    || text.is(after + 1, Cue.GIVE)
                    || compound;
            giving.merge(actor.code(), acts ? weight * ROLE_VOTES : weight, Integer::sum);
            if (toward && text.is(before, Cue.AID)) {
                receiving.merge(actor.code(), 1, Integer::sum);
            }
            return;
        }
        int votes = Hostility.of(text, actor) ? -weight : toward || compound ? weight * ROLE_VOTES : weight;
        receiving.merge(actor.code(), votes, Integer::sum);
    }

    /** "in Paris", "the Paris conference": the town, not the government. */
    private boolean isPlace(ActorMention actor) {
        return PLACE_BEFORE.at(text.tokens(), actor.start() - 1)
                || MEETING.at(text.tokens(), actor.end())
                || MEETING.at(text.tokens(), actor.end() + 1);
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
}
