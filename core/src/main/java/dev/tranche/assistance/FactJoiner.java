package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StatedAmount;
import dev.tranche.mention.SumMention;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Merges repeated mentions in a report into one candidate. */
final class FactJoiner {

    /** Two mentions of one sum may differ by this share of the larger through rounding, as in scoring. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    /** A sum and its conversion agree within this share; rates on one day differ by less. */
    private static final BigDecimal CONVERSION = new BigDecimal("0.03");

    /** A headline rounds a conversion to its first digit. */
    private static final BigDecimal HEADLINE = new BigDecimal("0.08");

    private final MarkedText text;

    FactJoiner(MarkedText text) {
        this.text = text;
    }

    List<Candidate> join(List<Candidate> candidates) {
        List<Candidate> joined = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int same = indexOfSame(joined, candidate);
            if (same < 0) {
                joined.add(candidate);
            } else {
                joined.set(same, merge(joined.get(same), candidate));
            }
        }
        return joined;
    }

    private int indexOfSame(List<Candidate> joined, Candidate candidate) {
        for (int i = 0; i < joined.size(); i++) {
            if (isSame(joined.get(i), candidate)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSame(Candidate one, Candidate two) {
        boolean kinds = one.total() == two.total() || isRetold(one, two);
        boolean distributed = one.site().sum().start() == two.site().sum().start();
        if (!kinds
                || distributed
                || isBeside(one.site(), two.site())
                || !isRounded(one, two)
                        && !sameSum(
                                one.site().sum(),
                                two.site().sum(),
                                one.site().sentence().title() ? HEADLINE : CONVERSION)) {
            return false;
        }
        Optional<String> a = one.terms().authority();
        Optional<String> b = two.terms().authority();
        if (a.isPresent() && b.isPresent() && !a.equals(b)) {
            return false;
        }
        boolean headline =
                one.site().sentence().title() && two.site().index() - one.site().index() <= 2;
        if (headline
                && one.recipients().equals(two.recipients())
                && !one.recipients().isEmpty()) {
            return true;
        }
        if (!agree(
                        one.recipients(),
                        two.recipients(),
                        one.roles().namesRecipient(),
                        two.roles().namesRecipient())
                || !agree(
                        one.donors(),
                        two.donors(),
                        one.roles().namesDonor(),
                        two.roles().namesDonor())) {
            return false;
        }
        return !isAnother(one, two);
    }

    /** "Parliament passes $7bn" in a title, "$7.2 billion" in the text: a title rounds. */
    private static boolean isRounded(Candidate title, Candidate text) {
        StatedAmount one = title.terms().amount();
        StatedAmount two = text.terms().amount();
        boolean near =
                title.site().sentence().title() && !text.site().sentence().title() && sameAmount(one, two, HEADLINE);
        return near
                && two.value()
                                .setScale(one.value().stripTrailingZeros().scale(), RoundingMode.HALF_UP)
                                .compareTo(one.value())
                        == 0;
    }

    /**
     * A title's sum that the text reports as done: "EU gives Chad 4 million", then "the EU has given Chad 4 million", or
     * "has given 4 million since 2020", a total.
     */
    private static boolean isRetold(Candidate one, Candidate two) {
        return one.site().sentence().title()
                && (two.kind().isSince()
                        || two.kind().isPerfect()
                                && one.terms().amount().bound()
                                        == two.terms().amount().bound());
    }

    /** "$50 million in food and $50 million in shelters": two parts of a series, however equal. */
    private boolean isBeside(Site one, Site two) {
        boolean row = one.index() == two.index()
                && one.clauses() == two.clauses()
                && two.group() != null
                && (one.chain().contains(two.group().coordinated())
                        || English.AND.at(text.tokens(), two.sum().outerStart() - 1))
                && !one.heads().isEmpty()
                && !two.heads().isEmpty();
        return row && !one.heads().equals(two.heads());
    }

    /** Two sets of parties that are both named must overlap; parties known only from context yield. */
    private static boolean agree(List<String> one, List<String> two, boolean oneNames, boolean twoNames) {
        return one.isEmpty()
                || two.isEmpty()
                || !oneNames
                || !twoNames
                || one.stream().anyMatch(two::contains);
    }

    /** "A second package of $400 million": equal, but said to be in addition to one already mentioned. */
    private boolean isAnother(Candidate one, Candidate two) {
        boolean further = text.is(two.site().sum().outerStart() - 1, Cue.FRESH) || hasFresh(two.site());
        boolean title = one.site().sentence().title();
        boolean fresh = text.is(one.site().sum().outerStart() - 1, Cue.FRESH) || hasFresh(one.site());
        return further
                && !fresh
                && !title
                && two.site().index() - one.site().index() <= 2
                && two.site().sum().start() > one.site().sum().start();
    }

    private boolean hasFresh(Site site) {
        return Site.any(text, site.start(), site.sum().outerStart(), Cue.FRESH);
    }

    private static boolean sameSum(SumMention one, SumMention two, BigDecimal share) {
        return sameAmount(one.amount(), two.amount(), ROUNDING)
                || one.converted()
                        .filter(c -> sameAmount(c, two.amount(), share))
                        .isPresent()
                || two.converted()
                        .filter(c -> sameAmount(c, one.amount(), share))
                        .isPresent();
    }

    private static boolean sameAmount(StatedAmount one, StatedAmount two, BigDecimal share) {
        if (!one.currency().equals(two.currency())) {
            return false;
        }
        BigDecimal larger = one.value().max(two.value());
        return one.value().subtract(two.value()).abs().compareTo(larger.multiply(share)) <= 0;
    }

    /** The mention with more explicit roles supplies them; the more definite stage, type and bound win. */
    private Candidate merge(Candidate first, Candidate second) {
        Terms a = first.terms();
        Terms b = second.terms();
        Roles roles = roles(first.roles(), second.roles());
        StageRules.Told stage = stage(first, second);
        TypeRules.Told type = type(first.type(), second.type());
        boolean original = !a.amount().currency().equals(b.amount().currency())
                && second.site().sum().converted().isPresent();
        StatedAmount amount = original || isRounded(first, second)
                ? b.amount()
                : a.amount().currency().equals(b.amount().currency())
                                && a.amount().bound() == Bound.EXACTLY
                        ? a.amount().with(b.amount().bound())
                        : a.amount();
        Terms terms = new Terms(
                amount,
                roles.donorCodes(),
                roles.recipientCodes(),
                type.type(),
                stage.stage(),
                a.authority().or(b::authority));
        OptionalInt ordinal = first.ordinal().isPresent() ? first.ordinal() : second.ordinal();
        return new Candidate(
                first.site(),
                second.kind().isSince() ? second.kind() : first.kind(),
                terms,
                roles,
                stage,
                type,
                first.authority().or(second::authority),
                first.since().or(second::since),
                ordinal,
                first.hedged() || second.hedged(),
                first.quote(),
                Stream.concat(first.tellings().stream(), second.tellings().stream())
                        .toList());
    }

    private static Roles roles(Roles one, Roles two) {
        List<Party> donors = one.namesDonor() || !two.namesDonor() ? one.donors() : two.donors();
        donors = donors.isEmpty() ? two.donors() : donors;
        List<Party> receivers =
                new ArrayList<>(one.namesRecipient() || !two.namesRecipient() ? one.recipients() : two.recipients());
        if (one.namesRecipient() && two.namesRecipient()) {
            two.recipients().forEach(p -> PartyReader.add(receivers, p));
        }
        List<Party> givers = donors.stream()
                .filter(d -> receivers.stream().noneMatch(r -> r.code().equals(d.code()))
                        || d.code().equals(PartyReader.ALLIES))
                .toList();
        return new Roles(givers, receivers, false, one.asked() || two.asked());
    }

    private static TypeRules.Told type(TypeRules.Told one, TypeRules.Told two) {
        if (one.far() != two.far()) {
            return one.far() ? two : one;
        }
        return one.start() < 0 ? two : one;
    }

    private static StageRules.Told stage(Candidate first, Candidate second) {
        Stage a = first.terms().stage();
        Stage b = second.terms().stage();
        if (a == Stage.BLOCKED || b == Stage.BLOCKED) {
            return a == Stage.BLOCKED ? first.stage() : second.stage();
        }
        if (first.hedged() || second.hedged()) {
            return first.hedged() ? first.stage() : second.stage();
        }
        if (first.saysStage() != second.saysStage()) {
            return first.saysStage() ? first.stage() : second.stage();
        }
        return a.compareTo(b) >= 0 ? first.stage() : second.stage();
    }
}
