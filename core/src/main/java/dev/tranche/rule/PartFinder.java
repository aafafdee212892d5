package dev.tranche.rule;

import dev.tranche.clause.Anaphora;
import dev.tranche.clause.Grammar;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StatedAmount;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Ties parts to their wholes and lets a part take over what its own clause leaves out.
 *
 * <p>A package is part of the total that it brings about ("bringing the total to"). A sum is part of an earlier one
 * by "of which" and by "includes".
 */
final class PartFinder {

    private static final int LEAST_LIST = 2;
    private static final Words OF = Words.of("of");
    private static final Words MEANT = Words.of("for meant earmarked reserved set");
    private static final Words PIECE =
            Words.of("part tranche instalment installment portion share half third slice payment");
    private static final Words REST = Words.of("rest remainder remaining other");
    private static final Words SHARED = Words.of("divided shared split distributed go among between");

    private final MarkedText text;
    private final Tokens tokens;

    PartFinder(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    List<Fact> tie(List<Candidate> joined) {
        List<Candidate> candidates = new ArrayList<>(joined);
        int[] parents = new int[candidates.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parent(candidates, parents, i);
            if (parents[i] < 0 && i > 0 && parents[i - 1] >= 0 && isNextInRow(candidates, i, parents[i - 1])) {
                parents[i] = parents[i - 1];
            }
            if (parents[i] >= 0) {
                inherit(candidates, i, parents[i]);
            }
        }
        typeWholes(candidates, parents);
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] >= 0) {
                shareRest(candidates, parents[i], candidates.get(i));
            }
            typeTotal(candidates, i);
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            Fact fact = fact(candidates.get(i));
            facts.add(parents[i] < 0 ? fact : fact.partOf(parents[i]));
        }
        return facts;
    }

    private Fact fact(Candidate c) {
        var evidence = text.document().evidence(c.quote());
        if (c.total()) {
            return new Fact.Total(
                    c.terms(),
                    OptionalInt.empty(),
                    c.since(),
                    evidence,
                    c.kind().rule());
        }
        return new Fact.Aid(
                c.terms(),
                OptionalInt.empty(),
                c.ordinal(),
                Optional.empty(),
                c.items(),
                evidence,
                c.kind().rule());
    }

    private int parent(List<Candidate> candidates, int[] parents, int index) {
        Candidate part = candidates.get(index);
        for (int i = 0; i < candidates.size() && !part.total(); i++) {
            if (candidates.get(i).total() && isBroughtBy(part, candidates.get(i))) {
                return i;
            }
        }
        for (int i = index + 1; i < Math.min(index + 3, candidates.size()); i++) {
            if (isPartOfLater(part, candidates.get(i))) {
                return i;
            }
        }
        for (int i = index - 1; i >= 0; i--) {
            Candidate whole = candidates.get(i);
            if (!whole.total() && !part.total() && isSmaller(part, whole) && isTied(part, whole)) {
                return topOf(candidates, parents, part, i);
            }
        }
        return -1;
    }

    /** "$14 billion of that goes to …, and $8 billion is a loan": a part in a row with the one before it. */
    private boolean isNextInRow(List<Candidate> candidates, int index, int parent) {
        Candidate part = candidates.get(index);
        Candidate last = candidates.get(index - 1);
        Candidate whole = candidates.get(parent);
        if (part.total() || whole.total() || sentence(part) != sentence(last) || !isSmaller(part, whole)) {
            return false;
        }
        int before = part.phrase().sum().outerStart() - 1;
        return Grammar.CONJUNCTION.at(tokens, before) || tokens.isSign(before, ',');
    }

    /** "$1.1 billion, part of a $15.6 billion programme", "the first tranche of an €18 billion package". */
    private boolean isPartOfLater(Candidate part, Candidate whole) {
        int distance = sentence(whole) - sentence(part);
        if (part.total() || whole.total() || distance < 0 || distance > 1 || !isSmaller(part, whole)) {
            return false;
        }
        for (int token = whole.phrase().sum().outerStart() - 1;
                token
                        > Math.max(
                                part.phrase().sum().end() - 1,
                                whole.phrase().sum().outerStart() - 6);
                token--) {
            if (OF.at(tokens, token) && PIECE.at(tokens, token - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Parts told in a row are parts of the same whole: "of this, 33 billion are loans, 17 billion are grants". */
    private int topOf(List<Candidate> candidates, int[] parents, Candidate part, int whole) {
        int above = parents[whole];
        boolean row = sentence(part) == sentence(candidates.get(whole)) || Anaphora.isRest(text, part.phrase());
        boolean sibling = above >= 0 && row && !isOfWhich(part) && isSmaller(part, candidates.get(above));
        return sibling && !candidates.get(above).total() ? above : whole;
    }

    private boolean isBroughtBy(Candidate part, Candidate total) {
        boolean bringing = total.kind().rule().value().equals("total.bringing");
        int distance = sentence(total) - sentence(part);
        return bringing && distance >= 0 && distance <= 2 && isSmaller(part, total);
    }

    private boolean isTied(Candidate part, Candidate whole) {
        int distance = sentence(part) - sentence(whole);
        if (distance < 0 || distance > 2) {
            return false;
        }
        return isOfWhich(part)
                || Anaphora.isPart(text, part.phrase())
                || isIncluded(part, whole, distance)
                || distance == 1 && isShare(part, whole);
    }

    /** "… gives 95 billion to A, B and C. Roughly 61 billion is for A": nobody gives it anew to one of several. */
    private boolean isShare(Candidate part, Candidate whole) {
        List<String> all = whole.terms().recipients();
        List<String> own = part.terms().recipients();
        boolean oneOfSeveral = part.roles().explicitRecipient() && own.size() < all.size() && all.containsAll(own);
        int after = part.phrase().sum().end();
        return oneOfSeveral
                && !part.roles().explicitDonor()
                && Grammar.BE.at(tokens, after)
                && MEANT.at(tokens, after + 1);
    }

    private boolean isOfWhich(Candidate part) {
        int after = part.phrase().sum().end();
        int before = part.phrase().sum().outerStart() - 1;
        return Grammar.INSIDE.at(tokens, after) && Grammar.RELATIVE.at(tokens, after + 1)
                || Grammar.RELATIVE.at(tokens, before) && OF.at(tokens, before - 1);
    }

    private boolean isIncluded(Candidate part, Candidate whole, int distance) {
        if (distance > 1) {
            return false;
        }
        int from = distance == 0
                ? whole.phrase().sum().end()
                : part.phrase().sentence().start();
        for (int token = from; token < part.phrase().sum().start(); token++) {
            if (Grammar.INCLUDING.at(tokens, token) || distance == 0 && tokens.isSign(token, ':')) {
                return true;
            }
        }
        return false;
    }

    /** A part without a verb of its own is as far as its whole; one without a receiver goes to the same ones. */
    private void inherit(List<Candidate> candidates, int index, int parent) {
        Candidate part = candidates.get(index);
        Candidate whole = candidates.get(parent);
        if (whole.total()) {
            return;
        }
        Terms own = part.terms();
        Terms all = whole.terms();
        boolean ownVerb = part.chain().has(text, Cue.GIVE)
                || part.chain().has(text, Cue.ANNOUNCE)
                || part.chain().has(text, Cue.APPROVE);
        List<String> receivers = part.roles().explicitRecipient() ? own.recipients() : all.recipients();
        List<String> givers = part.roles().explicitDonor() ? own.donors() : all.donors();
        givers = givers.stream().filter(code -> !receivers.contains(code)).toList();
        boolean otherGiver = part.roles().explicitDonor() && !own.donors().equals(all.donors());
        boolean keepsStage = ownVerb || otherGiver;
        boolean ofWhich = isOfWhich(part);
        candidates.set(
                index,
                part.with(new Terms(
                        own.amount(),
                        givers,
                        receivers,
                        own.type() == AidType.UNKNOWN ? all.type() : own.type(),
                        keepsStage && !ofWhich ? own.stage() : all.stage(),
                        ofWhich ? own.authority().or(all::authority) : own.authority())));
    }

    /** "The rest would be divided among Albania, Bulgaria …": the whole goes to the listed states too. */
    private void shareRest(List<Candidate> candidates, int whole, Candidate part) {
        for (int i = sentence(part);
                i <= Math.min(sentence(part) + 1, text.sentences().size() - 1);
                i++) {
            Sentence sentence = text.sentences().get(i);
            boolean rest = any(sentence, REST) && any(sentence, SHARED);
            Set<String> listed = rest ? codes(sentence) : Set.of();
            if (listed.size() >= LEAST_LIST) {
                Terms terms = candidates.get(whole).terms();
                Set<String> all = new LinkedHashSet<>(terms.recipients());
                listed.stream().filter(code -> !terms.donors().contains(code)).forEach(all::add);
                candidates.set(
                        whole,
                        candidates
                                .get(whole)
                                .with(new Terms(
                                        terms.amount(),
                                        terms.donors(),
                                        List.copyOf(all),
                                        terms.type(),
                                        terms.stage(),
                                        terms.authority())));
                return;
            }
        }
    }

    private boolean any(Sentence sentence, Words words) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> codes(Sentence sentence) {
        Set<String> codes = new LinkedHashSet<>();
        for (ActorMention actor : text.actorsFrom(sentence.start(), sentence.end())) {
            if (actor.start() >= sentence.start() && actor.end() <= sentence.end() && !actor.isPrivate()) {
                codes.add(actor.code());
            }
        }
        return codes;
    }

    /** A total whose kind is not said sums the kind of the packages told beside it, when they agree. */
    private void typeTotal(List<Candidate> candidates, int index) {
        Candidate total = candidates.get(index);
        if (!total.total() || total.terms().type() != AidType.UNKNOWN) {
            return;
        }
        Set<AidType> types = new LinkedHashSet<>();
        for (Candidate other : candidates) {
            boolean beside = other.total()
                    && sentence(other) == sentence(total)
                    && other.terms().type() != AidType.UNKNOWN;
            boolean alike = (beside || !other.total())
                    && other.terms().recipients().equals(total.terms().recipients())
                    && Math.abs(sentence(other) - sentence(total)) <= 2;
            if (alike) {
                types.add(other.terms().type());
            }
        }
        if (types.size() == 1) {
            candidates.set(index, total.with(total.terms().with(types.iterator().next())));
        }
    }

    /** A whole whose kind is not said is mixed when its parts are of several kinds, else of their kind. */
    private static void typeWholes(List<Candidate> candidates, int[] parents) {
        for (int whole = 0; whole < parents.length; whole++) {
            Candidate candidate = candidates.get(whole);
            Set<AidType> types = new LinkedHashSet<>();
            for (int i = 0; i < parents.length; i++) {
                if (parents[i] == whole) {
                    types.add(candidates.get(i).terms().type());
                }
            }
            boolean open = candidate.terms().type() == AidType.UNKNOWN && !candidate.total();
            if (open && types.size() > 1) {
                candidates.set(whole, candidate.with(candidate.terms().with(AidType.MIXED)));
            }
        }
    }

    private int sentence(Candidate candidate) {
        return text.sentenceIndex(candidate.phrase().sum().start());
    }

    private static boolean isSmaller(Candidate part, Candidate whole) {
        StatedAmount a = part.terms().amount();
        StatedAmount b = whole.terms().amount();
        return !a.currency().equals(b.currency()) || a.value().compareTo(b.value()) < 0;
    }
}
