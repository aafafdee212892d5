package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StatedAmount;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ties parts to their wholes and completes a part with what its own clause omits.
 *
 * <p>A package is part of the total it leads to ("bringing the total to"). A sum is part of an earlier one
 * by "of which" and by "includes".
 */
final class PartFinder {

    private static final int LEAST_LIST = 2;
    private static final int NEAR = 2;
    /** The most sentences after which "another package" still refers to the last one. */
    private static final int FURTHER = 4;

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

    /**
     * Candidates and their wholes.
     *
     * @param candidates the candidates, completed from their wholes
     * @param parents index of the whole of each, or -1
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Tree(List<Candidate> candidates, int[] parents) {}

    Tree tie(List<Candidate> joined) {
        List<Candidate> candidates = new ArrayList<>(joined);
        int[] parents = new int[candidates.size()];
        Arrays.fill(parents, -1);
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parent(candidates, parents, i);
            if (parents[i] < 0 && i > 0 && parents[i - 1] >= 0 && isNextInRow(candidates, i, parents[i - 1])) {
                parents[i] = parents[i - 1];
            }
            if (parents[i] >= 0) {
                inherit(candidates, i, parents[i]);
            }
        }
        for (int i = 1; i < parents.length; i++) {
            if (parents[i] < 0) {
                continueStage(candidates, i);
            }
        }
        for (int i = 1; i < parents.length; i++) {
            typeIncluded(candidates, i);
        }
        for (int i = 0; i < parents.length; i++) {
            typeByReport(candidates, parents, i);
        }
        typeWholes(candidates, parents);
        for (int i = 0; i < parents.length; i++) {
            joinReceivers(candidates, parents, i);
        }
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] >= 0) {
                shareRest(candidates, parents[i], candidates.get(i));
            }
            typeTotal(candidates, i);
        }
        return new Tree(candidates, parents);
    }

    /** A sum whose words give no stage takes that of the preceding sum between the same parties. */
    private void continueStage(List<Candidate> candidates, int index) {
        Candidate candidate = candidates.get(index);
        Candidate last = candidates.get(index - 1);
        boolean open = candidate.stage().token() < 0 && !candidate.total() && !last.total();
        boolean near = sentence(candidate) - sentence(last) <= NEAR;
        boolean same = candidate.donors().equals(last.donors());
        // What one sentence says was stopped says nothing about another sum in the next.
        boolean carries = last.stage().stage() != Stage.BLOCKED || sentence(candidate) == sentence(last);
        if (open && near && same && carries && last.stage().token() >= 0) {
            candidates.set(index, candidate.with(last.stage()));
        }
        continueType(candidates, index, near);
    }

    /** "Sweden gives another 275 million": a bare sum takes the type of the preceding one. */
    private void continueType(List<Candidate> candidates, int index, boolean near) {
        Candidate candidate = candidates.get(index);
        Candidate last = candidates.get(index - 1);
        boolean further = isFurther(candidate.site());
        boolean bare =
                candidate.type().start() < 0 && (candidate.site().heads().isEmpty() || further) && !candidate.total();
        boolean same = candidate.recipients().equals(last.recipients()) && !last.total();
        boolean known = last.type().start() >= 0 && last.terms().type() != AidType.MIXED;
        boolean within = near || further && sentence(candidate) - sentence(last) <= FURTHER;
        if (bare && within && same && known) {
            candidates.set(index, candidate.with(last.type()));
        }
    }

    /** "Another package", "a first instalment": one more of what was mentioned before. */
    private boolean isFurther(Site site) {
        return !site.heads().isEmpty()
                && site.heads().stream()
                        .allMatch(head -> PIECE.at(tokens, head)
                                || text.is(head, Cue.PACKAGE) && text.is(site.start() + 1, Cue.FRESH)
                                || text.is(head, Cue.PACKAGE) && text.is(site.start(), Cue.FRESH));
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

    /** "$14 billion of that goes to …, and $8 billion is a loan": a part in a series with the preceding one. */
    private boolean isNextInRow(List<Candidate> candidates, int index, int parent) {
        Candidate part = candidates.get(index);
        Candidate last = candidates.get(index - 1);
        Candidate whole = candidates.get(parent);
        if (part.total() || whole.total() || sentence(part) != sentence(last) || !isSmaller(part, whole)) {
            return false;
        }
        int before = part.site().sum().outerStart() - 1;
        return English.AND.at(tokens, before) || before >= 0 && tokens.isSign(before, ',');
    }

    /** "$1.1 billion, part of a $15.6 billion programme", "the first tranche of an €18 billion package". */
    private boolean isPartOfLater(Candidate part, Candidate whole) {
        int distance = sentence(whole) - sentence(part);
        if (part.total() || whole.total() || distance < 0 || distance > 1 || !isSmaller(part, whole)) {
            return false;
        }
        int first = whole.site().sum().outerStart();
        int limit = Math.max(part.site().sum().end() - 1, first - 6);
        for (int token = first - 1; token > limit; token--) {
            if (OF.at(tokens, token) && PIECE.at(tokens, token - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Parts in a series belong to the same whole: "of this, 33 billion are loans, 17 billion are grants". */
    private int topOf(List<Candidate> candidates, int[] parents, Candidate part, int whole) {
        int above = parents[whole];
        boolean row = sentence(part) == sentence(candidates.get(whole)) || Anaphora.isRest(text, part.site());
        boolean sibling = above >= 0 && row && !isOfWhich(part) && isSmaller(part, candidates.get(above));
        return sibling && !candidates.get(above).total() ? above : whole;
    }

    private boolean isBroughtBy(Candidate part, Candidate total) {
        int distance = sentence(total) - sentence(part);
        return total.kind().isBringing() && distance >= 0 && distance <= NEAR && isSmaller(part, total);
    }

    private boolean isTied(Candidate part, Candidate whole) {
        int distance =
                sentence(part) - whole.tellingBefore(part.site().sum().start()).index();
        if (distance < 0 || distance > NEAR) {
            return false;
        }
        return isOfWhich(part)
                || Anaphora.isPart(text, part.site())
                || isIncluded(part, whole, distance)
                || distance == 1 && isShare(part, whole);
    }

    /**
     * "… gives 95 billion to A, B and C. Roughly 61 billion is for A": a sum for one of several recipients is a share,
     * not a second sum.
     */
    private boolean isShare(Candidate part, Candidate whole) {
        List<String> all = whole.recipients();
        List<String> own = part.recipients();
        boolean opens = part.site().sum().outerStart() == part.site().sentence().start();
        boolean oneOfSeveral = all.containsAll(own)
                && (opens && !part.roles().namesRecipient()
                        || part.roles().namesRecipient() && own.size() < all.size());
        int after = part.site().sum().end();
        return oneOfSeveral
                && !part.roles().namesDonor()
                && English.BE.at(tokens, after)
                && MEANT.at(tokens, after + 1);
    }

    private boolean isOfWhich(Candidate part) {
        int after = part.site().sum().end();
        int before = part.site().sum().outerStart() - 1;
        return OF.at(tokens, after) && English.IT.at(tokens, after + 1)
                || English.DEMONSTRATIVE.at(tokens, before) && OF.at(tokens, before - 1);
    }

    private boolean isIncluded(Candidate part, Candidate whole, int distance) {
        if (distance > 1) {
            return false;
        }
        int from = distance == 0
                ? whole.tellingBefore(part.site().sum().start()).sum().end()
                : part.site().sentence().start();
        if (distance == 0 && English.WITH.at(tokens, part.site().sum().outerStart() - 1) && isBundle(whole.site())) {
            return true;
        }
        for (int token = from; token < part.site().sum().start(); token++) {
            if (text.is(token, Cue.INCLUDE) || distance == 0 && tokens.isSign(token, ':')) {
                return true;
            }
        }
        return false;
    }

    private boolean isBundle(Site site) {
        return site.tells(text, Cue.PACKAGE) || site.tells(text, Cue.BILL) || site.headIs(text, Cue.WISH);
    }

    /** "A package with $61bn for Ukraine and $26bn for Israel" is for both, and not of a single type. */
    private void joinReceivers(List<Candidate> candidates, int[] parents, int whole) {
        Candidate candidate = candidates.get(whole);
        List<Party> all = new ArrayList<>(candidate.roles().recipients());
        for (int i = 0; i < parents.length; i++) {
            Candidate part = candidates.get(i);
            boolean beside =
                    sentence(part) == sentence(candidate) || !candidate.roles().namesRecipient();
            if (parents[i] == whole && beside && part.roles().namesRecipient()) {
                part.roles().recipients().stream()
                        .filter(p -> !candidate.donors().contains(p.code()))
                        .forEach(p -> PartyReader.add(all, p.inContext()));
            }
        }
        if (candidate.total()
                || !isBundle(candidate.site()) && candidate.roles().namesRecipient()
                || all.size() == candidate.roles().recipients().size()) {
            return;
        }
        Roles roles = candidate.roles().withRecipients(all);
        Terms t = candidate.terms();
        boolean own = candidate.type().start() >= candidate.site().start()
                && candidate.type().start() < candidate.site().end();
        TypeRules.Told type = own
                ? candidate.type()
                : new TypeRules.Told(
                        AidType.MIXED,
                        candidate.site().start(),
                        candidate.site().end());
        Terms terms = new Terms(t.amount(), t.donors(), roles.recipientCodes(), type.type(), t.stage(), t.authority());
        candidates.set(whole, candidate.with(type).with(terms, roles));
    }

    /** A part without its own verb has the stage of its whole; one without a recipient has the same recipients. */
    private void inherit(List<Candidate> candidates, int index, int parent) {
        Candidate part = candidates.get(index);
        Candidate whole = candidates.get(parent);
        if (whole.total()) {
            return;
        }
        Terms own = part.terms();
        Terms all = whole.terms();
        boolean ownVerb = part.site().predicates().stream()
                .anyMatch(p -> !p.isNoun()
                        && (p.token() > whole.site().sum().start() || comesFirst(part, whole))
                        && (p.is(text, Cue.GIVE)
                                || p.is(text, Cue.ANNOUNCE)
                                || p.is(text, Cue.APPROVE)
                                || p.is(text, Cue.RECEIVE)
                                || p.is(text, Cue.REQUEST)));
        List<Party> receivers = part.roles().namesRecipient()
                ? part.roles().recipients()
                : context(whole.roles().recipients());
        boolean keepsGiver = part.roles().namesDonor() || whole.donors().isEmpty();
        List<Party> givers =
                keepsGiver ? part.roles().donors() : context(whole.roles().donors());
        givers = givers.stream()
                .filter(g -> receivers.stream().noneMatch(r -> r.code().equals(g.code())))
                .toList();
        boolean otherGiver = part.roles().namesDonor() && !own.donors().equals(all.donors());
        boolean ofWhich = isOfWhich(part);
        // "Of which 60 million has been paid" is more specific than the verb that announced the whole.
        boolean paid = part.saysStage() && own.stage() == Stage.DELIVERED;
        boolean keepsStage = (ownVerb || otherGiver) && !ofWhich || paid;
        boolean told = own.type() != AidType.UNKNOWN || all.type() == AidType.MIXED;
        TypeRules.Told type = told ? part.type() : whole.type();
        StageRules.Told stage = keepsStage ? part.stage() : whole.stage();
        Roles roles = new Roles(givers, receivers, false, part.roles().asked());
        Terms terms = new Terms(
                own.amount(),
                roles.donorCodes(),
                roles.recipientCodes(),
                type.type(),
                stage.stage(),
                ofWhich ? own.authority().or(all::authority) : own.authority());
        candidates.set(index, part.with(type).with(stage).with(terms, roles));
    }

    private static boolean comesFirst(Candidate part, Candidate whole) {
        return part.site().sum().start() < whole.site().sum().start();
    }

    private static List<Party> context(List<Party> parties) {
        return parties.stream().map(Party::inContext).toList();
    }

    /** "The remainder is shared by Georgia, Moldova …": the whole goes to the listed states as well. */
    private void shareRest(List<Candidate> candidates, int whole, Candidate part) {
        int last = Math.min(sentence(part) + 1, text.sentences().size() - 1);
        for (int i = sentence(part); i <= last; i++) {
            Sentence sentence = text.sentences().get(i);
            boolean rest = any(sentence, REST) && any(sentence, SHARED);
            List<Party> listed = rest ? parties(sentence) : List.of();
            if (listed.size() >= LEAST_LIST) {
                Candidate old = candidates.get(whole);
                List<Party> all = new ArrayList<>(old.roles().recipients());
                listed.stream().filter(p -> !old.donors().contains(p.code())).forEach(p -> PartyReader.add(all, p));
                Roles roles = old.roles().withRecipients(all);
                Terms t = old.terms();
                Terms terms =
                        new Terms(t.amount(), t.donors(), roles.recipientCodes(), t.type(), t.stage(), t.authority());
                candidates.set(whole, old.with(terms, roles));
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

    private List<Party> parties(Sentence sentence) {
        List<Party> found = new ArrayList<>();
        for (ActorMention actor : text.actorsFrom(sentence.start(), sentence.end())) {
            if (!actor.isPrivate()) {
                PartyReader.add(
                        found, new Party(actor.code(), actor.start(), actor.end(), dev.tranche.fact.Basis.CONTEXT));
            }
        }
        return found;
    }

    /** "More than 8 billion in security assistance, including the 550 million of Monday": the same type for both. */
    private void typeIncluded(List<Candidate> candidates, int index) {
        Candidate part = candidates.get(index);
        Candidate total = candidates.get(index - 1);
        boolean open = part.terms().type() == AidType.UNKNOWN && total.terms().type() != AidType.MIXED;
        boolean beside = total.total() && !part.total() && sentence(part) == sentence(total) && isSmaller(part, total);
        if (open && beside && isIncluded(part, total, 0)) {
            candidates.set(index, part.with(total.type()));
        }
    }

    /** A total without a stated type has that of the packages mentioned beside it, if they agree. */
    private void typeTotal(List<Candidate> candidates, int index) {
        Candidate total = candidates.get(index);
        boolean known = total.terms().type() != AidType.UNKNOWN || total.type().start() >= 0;
        if (!total.total() || known) {
            return;
        }
        Set<AidType> types = new LinkedHashSet<>();
        TypeRules.Told told = null;
        for (Candidate other : candidates) {
            boolean rebased = total.kind().equals(FactKind.FIGURE) && sentence(other) <= sentence(total);
            boolean beside = other.total()
                    && (sentence(other) == sentence(total) || rebased)
                    && other.terms().type() != AidType.UNKNOWN;
            boolean share = beside && isSmaller(other, total) && Anaphora.isPart(text, other.site());
            if (share) {
                candidates.set(
                        index,
                        total.with(new TypeRules.Told(
                                AidType.MIXED,
                                total.site().start(),
                                total.site().end())));
                return;
            }
            boolean alike = (beside || !other.total())
                    && other.recipients().equals(total.recipients())
                    && Math.abs(sentence(other) - sentence(total)) <= NEAR;
            if (alike) {
                types.add(other.terms().type());
                told = other.type();
            }
        }
        if (types.size() == 1 && told != null) {
            candidates.set(index, total.with(told));
        }
    }

    /** "Norway 1.6 billion crowns": a bare sum has the one type shared by all other gifts of the report, its own parts aside. */
    private static void typeByReport(List<Candidate> candidates, int[] parents, int index) {
        Candidate candidate = candidates.get(index);
        boolean bare = candidate.type().start() < 0 && candidate.site().heads().isEmpty() && isGift(candidate);
        TypeRules.Told told = null;
        for (int i = 0; i < parents.length; i++) {
            Candidate other = candidates.get(i);
            AidType type = other.terms().type();
            boolean known =
                    other.type().start() >= 0 && !other.total() && type != AidType.UNKNOWN && parents[i] != index;
            if (known && told != null && told.type() != type || known && type == AidType.MIXED) {
                return;
            }
            told = known ? other.type() : told;
        }
        if (bare && told != null) {
            candidates.set(index, candidate.with(told));
        }
    }

    /** Is it a gift, rather than before a legislature? */
    private static boolean isGift(Candidate candidate) {
        Stage stage = candidate.terms().stage();
        return !candidate.total() && stage != Stage.REQUESTED && stage != Stage.APPROPRIATED;
    }

    /** A whole without a stated type is mixed if its parts are of several types. */
    private static void typeWholes(List<Candidate> candidates, int[] parents) {
        for (int whole = 0; whole < parents.length; whole++) {
            Candidate candidate = candidates.get(whole);
            Set<AidType> types = new LinkedHashSet<>();
            for (int i = 0; i < parents.length; i++) {
                if (parents[i] == whole) {
                    types.add(candidates.get(i).terms().type());
                }
            }
            boolean elsewhere = candidate.type().start()
                            >= candidate.site().sentence().end()
                    || candidate.type().start() < candidate.site().sentence().start();
            types.remove(AidType.UNKNOWN);
            boolean open = (candidate.terms().type() == AidType.UNKNOWN || elsewhere) && !candidate.total();
            if (open && types.size() > 1) {
                candidates.set(
                        whole,
                        candidate.with(new TypeRules.Told(
                                AidType.MIXED,
                                candidate.site().start(),
                                candidate.site().end())));
            }
        }
    }

    private int sentence(Candidate candidate) {
        return candidate.site().index();
    }

    private static boolean isSmaller(Candidate part, Candidate whole) {
        StatedAmount a = part.terms().amount();
        StatedAmount b = whole.terms().amount();
        return !a.currency().equals(b.currency()) || a.value().compareTo(b.value()) < 0;
    }
}
