package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NameWords;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report is about: its donors and recipients, for sums whose own clause omits them.
 *
 * <p>Every mention of an actor votes, with more weight in the position of a donor or recipient and in the title.
 */
final class ReportContext {

    /** The number of sentences that set the subject of a report. */
    private static final int OPENING = 3;

    private static final int TITLE_VOTES = 2;
    private static final int ROLE_VOTES = 3;

    /** In a longer report the subject changes; then only neighbouring mentions count for a sum. */
    private static final int LONG_REPORT = 25;

    private static final int LONG_BEHIND = 3;
    private static final int BEHIND = 6;
    private static final int AHEAD = 2;
    private static final Words PLACE = Words.of("in at near outside visiting visited visits");
    private static final Words MEETING = Words.of("conference summit meeting talks visit trip");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final PartyReader parties;
    private final NameWords titles;
    private final Map<String, Integer> receiving = new LinkedHashMap<>();
    private final Map<String, Integer> giving = new LinkedHashMap<>();
    private final Map<String, ActorMention> first = new LinkedHashMap<>();
    private final Map<Integer, Integer> others = new LinkedHashMap<>();
    private final boolean globalFund;

    ReportContext(Lexicon lexicon, MarkedText text, PartyReader parties) {
        this.lexicon = lexicon;
        this.text = text;
        this.parties = parties;
        this.titles = NameWords.of(lexicon);
        this.globalFund = text.actors().stream().anyMatch(ReportContext::isGlobalFund);
        for (ActorMention actor : text.actors()) {
            vote(actor);
        }
        for (int token = 0; token < text.tokens().size(); token++) {
            if (isGroup(token)) {
                others.merge(text.sentenceIndex(token), 1, Integer::sum);
            }
        }
    }

    /** The Global Fund, the Green Climate Fund: an agency that many pay for and that helps many. */
    private static boolean isGlobalFund(ActorMention actor) {
        return actor.kind().equals("agency") && actor.code().equals(PartyReader.ALLIES);
    }

    /** Is a global fund named anywhere, so that "the fund" means it? */
    boolean namesGlobalFund() {
        return globalFund;
    }

    /** "developing countries", "Africa": a named group of recipients, not the allies who give. */
    private boolean isGroup(int token) {
        ActorMention fund = text.actorAt(token);
        if (fund != null && isGlobalFund(fund)) {
            return fund.start() == token;
        }
        return text.is(token, Cue.ALLIES)
                && !text.is(token, Cue.DONORS)
                && !text.is(token - 1, Cue.ALLIES)
                && text.actorAt(token) == null;
    }

    /** Returns the recipient with the most votes. */
    Optional<Party> recipient() {
        return best(receiving).map(this::party);
    }

    /** Returns the recipient with the most votes among those named in the title or near a sentence. */
    Optional<Party> recipientNear(int sentence) {
        int behind = text.sentences().size() > LONG_REPORT ? LONG_BEHIND : BEHIND;
        if (receiving.isEmpty()) {
            return visited(sentence).or(this::groupInTitle).or(() -> fundNear(sentence));
        }
        Optional<ActorMention> most = mostVotes(receiving, sentence, behind);
        int votes = most.map(actor -> receives(actor.code())).orElse(0);
        int total = others.values().stream().mapToInt(Integer::intValue).sum();
        return total > Math.max(2, votes) ? groupNear(sentence) : most.map(ReportContext::inContext);
    }

    /** Returns that recipient with those listed with it in the title: "Turkey, Syria quake relief". */
    List<Party> recipientsNear(int sentence) {
        Optional<Party> one = recipientNear(sentence);
        List<Party> all = new ArrayList<>(one.stream().toList());
        if (one.isEmpty() || one.get().code().equals(PartyReader.ALLIES)) {
            return all;
        }
        List<ActorMention> title = text.actorsFrom(0, titleEnd());
        for (int i = 0; i + 1 < title.size(); i++) {
            ActorMention left = title.get(i);
            ActorMention right = title.get(i + 1);
            boolean listed = isList(left.end(), right.start())
                    && receives(left.code()) > 0
                    && receives(right.code()) > 0
                    && !left.code().equals(right.code());
            if (listed
                    && (left.code().equals(one.get().code())
                            || right.code().equals(one.get().code()))) {
                ActorMention other = left.code().equals(one.get().code()) ? right : left;
                PartyReader.add(all, inContext(other));
            }
        }
        return all;
    }

    /** Is there nothing but "and" or a comma between two names? */
    private boolean isList(int from, int to) {
        for (int token = from; token < to; token++) {
            if (!English.AND.at(text.tokens(), token) && !text.tokens().isSign(token, ',')) {
                return false;
            }
        }
        return to > from;
    }

    /**
     * "Austin in Kyiv", "arrived in Kyiv. He announced": the place in the title, beside the sum or directly before it.
     */
    private Optional<Party> visited(int sentence) {
        List<ActorMention> near = new ArrayList<>(text.actorsFrom(0, titleEnd()));
        int first = text.sentences().get(Math.max(0, sentence - 1)).start();
        near.addAll(text.actorsFrom(first, text.sentences().get(sentence).end()));
        return near.stream()
                .filter(actor -> actor.form() == ActorForm.CAPITAL
                        && isPlace(actor)
                        && !lexicon.usuallyGives(actor.code())
                        && !lexicon.isEmbargoed(actor.code()))
                .findFirst()
                .map(ReportContext::inContext);
    }

    /** The actor with the most votes (the first if tied) among those named in the title or near a sentence. */
    private Optional<ActorMention> mostVotes(Map<String, Integer> votes, int sentence, int behind) {
        int start = text.sentences().get(Math.max(0, sentence - behind)).start();
        int end = text.sentences()
                .get(Math.min(text.sentences().size() - 1, sentence + AHEAD))
                .end();
        List<ActorMention> near = new ArrayList<>(text.actorsFrom(0, titleEnd()));
        near.addAll(text.actorsFrom(start, end));
        ActorMention best = null;
        int most = 0;
        for (ActorMention actor : near) {
            int given = votes.getOrDefault(actor.code(), 0);
            if (given > most) {
                most = given;
                best = actor;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Party inContext(ActorMention actor) {
        return new Party(actor.code(), actor.start(), actor.end(), Basis.CONTEXT);
    }

    /** "Loss and damage fund opens": a group of recipients named in the title. */
    private Optional<Party> groupInTitle() {
        for (int token = 0; token < titleEnd(); token++) {
            if (isGroup(token)) {
                return Optional.of(new Party(PartyReader.ALLIES, token, token + 1, Basis.CONTEXT));
            }
        }
        return Optional.empty();
    }

    /** In a report on a global fund, a gift without a recipient is for those whom the fund helps. */
    private Optional<Party> fundNear(int sentence) {
        return namesGlobalFund() ? groupNear(sentence) : Optional.empty();
    }

    /** The group of recipients named nearest to a sentence. */
    private Optional<Party> groupNear(int sentence) {
        int nearest = -1;
        for (int index : others.keySet()) {
            nearest = nearest < 0 || Math.abs(index - sentence) < Math.abs(nearest - sentence) ? index : nearest;
        }
        Sentence s = text.sentences().get(nearest);
        for (int token = s.start(); token < s.end(); token++) {
            if (isGroup(token)) {
                return Optional.of(new Party(PartyReader.ALLIES, token, token + 1, Basis.CONTEXT));
            }
        }
        return Optional.empty();
    }

    /** Returns the donor with the most votes. */
    Optional<Party> donor() {
        return best(giving).map(this::party);
    }

    /** Returns the usual donor with the most votes near a sentence, the title included. */
    Optional<Party> donorNear(int sentence) {
        if (text.sentences().size() <= LONG_REPORT) {
            return donor();
        }
        return mostVotes(giving, sentence, BEHIND).map(ReportContext::inContext);
    }

    /** Returns the speaker of a report in the first person: the official or office named in its title. */
    Optional<Party> speaker() {
        for (ActorMention actor : text.actorsFrom(0, titleEnd())) {
            if (actor.form() == ActorForm.PERSON && lexicon.usuallyGives(actor.code())) {
                return Optional.of(inContext(actor));
            }
        }
        for (int token = 0; token < titleEnd(); token++) {
            NameWords.TitleWord title = titles.titleFrom(text.tokens(), token);
            if (title != null && !title.country().isEmpty()) {
                int end = titles.titleEnd(text.tokens(), token);
                return Optional.of(new Party(title.country(), token, end, Basis.CONTEXT));
            }
        }
        return Optional.empty();
    }

    /** Returns how strongly the report suggests this recipient; 0 or less if it does not. */
    int receives(String code) {
        return receiving.getOrDefault(code, 0);
    }

    /** Returns how strongly the report suggests this donor. */
    int gives(String code) {
        return giving.getOrDefault(code, 0);
    }

    /** Is aid mentioned in the title, the opening or a sentence beside this one? */
    boolean isAidReport(int sentence) {
        boolean opening = false;
        for (int i = 0;
                i < text.sentences().size()
                        && (i < OPENING || text.sentences().get(i).title());
                i++) {
            opening |= speaksOfAid(i);
        }
        return opening || speaksOfAid(sentence - 1) || speaksOfAid(sentence) || speaksOfAid(sentence + 1);
    }

    private boolean speaksOfAid(int sentence) {
        if (sentence < 0 || sentence >= text.sentences().size()) {
            return false;
        }
        Sentence s = text.sentences().get(sentence);
        return text.actorsFrom(s.start(), s.end()).stream().anyMatch(actor -> lexicon.lends(actor.code()))
                || text.actorsFrom(s.start(), s.end()).stream().anyMatch(ReportContext::isGlobalFund)
                || Site.any(text, s.start(), s.end(), Cue.AID)
                || Site.any(text, s.start(), s.end(), Cue.APPEAL)
                || Site.any(text, s.start(), s.end(), Cue.MILITARY) && Site.any(text, s.start(), s.end(), Cue.PACKAGE)
                || Site.any(text, s.start(), s.end(), Cue.HUMANITARIAN)
                        && Site.any(text, s.start(), s.end(), Cue.PROMISE)
                || Site.any(text, s.start(), s.end(), Cue.WEAPON)
                || Site.any(text, s.start(), s.end(), Cue.LOAN)
                || s.title() && Site.any(text, s.start(), s.end(), Cue.LEND);
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

    private Party party(String code) {
        return inContext(Objects.requireNonNull(first.get(code), code));
    }

    private void vote(ActorMention actor) {
        if (actor.isPrivate() || actor.code().equals(PartyReader.ALLIES)) {
            return;
        }
        first.putIfAbsent(actor.code(), actor);
        boolean embargoed = lexicon.isEmbargoed(actor.code()) || lexicon.isUnarmed(actor.code()) && speaksOfArms();
        Tokens tokens = text.tokens();
        int weight = text.sentenceOf(actor.start()).title() ? TITLE_VOTES : 1;
        int before = actor.start() - 1;
        int after = actor.end();
        if (embargoed || parties.isHostile(actor)) {
            return;
        }
        if (actor.form() == ActorForm.CAPITAL && isPlace(actor)) {
            return;
        }
        boolean owed = text.is(before - 1, Cue.DEBT);
        boolean toward = (English.TOWARD.at(tokens, before) || text.is(before, Cue.TOWARD)) && !owed;
        boolean compound = (text.is(after, Cue.AID)
                        || text.is(after, Cue.MONEY)
                        || text.is(after, Cue.BILL)
                        || text.is(after, Cue.PACKAGE)
                        || text.is(after, Cue.LOAN)
                        || text.is(after, Cue.WEAPON)
                        || text.is(after, Cue.SALE))
                && actor.form() != ActorForm.PERSON;
        boolean acts = text.is(after, Cue.GIVE)
                || text.is(after, Cue.ANNOUNCE)
                || text.is(after, Cue.APPROVE)
                || text.is(after + 1, Cue.GIVE);
        if (lexicon.usuallyGives(actor.code())) {
            giving.merge(actor.code(), acts || compound ? weight * ROLE_VOTES : weight, Integer::sum);
            if (toward && text.is(before - 1, Cue.AID)) {
                receiving.merge(actor.code(), 1, Integer::sum);
            }
            return;
        }
        boolean gives = (text.is(after, Cue.GIVE) || text.is(after, Cue.PROMISE)) && !compound;
        if (weight == TITLE_VOTES
                && gives
                && after < text.sentenceOf(actor.start()).end()) {
            giving.merge(actor.code(), weight * ROLE_VOTES, Integer::sum);
            return;
        }
        boolean genitive = after < tokens.size() && tokens.kind(after) == TokenKind.GENITIVE;
        if (lexicon.sometimesGives(actor.code()) && !toward) {
            return;
        }
        int votes = toward || compound || genitive ? weight * ROLE_VOTES : weight;
        receiving.merge(actor.code(), votes, Integer::sum);
    }

    private boolean speaksOfArms() {
        return Site.any(text, 0, text.tokens().size(), Cue.SALE)
                || Site.any(text, 0, text.tokens().size(), Cue.WEAPON);
    }

    /** "in Paris", "the Paris conference": the town, not the government. */
    private boolean isPlace(ActorMention actor) {
        return PLACE.at(text.tokens(), actor.start() - 1)
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
