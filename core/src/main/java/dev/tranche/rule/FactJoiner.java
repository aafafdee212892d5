package dev.tranche.rule;

import dev.tranche.fact.AidType;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Joins what a report tells twice into one candidate. */
final class FactJoiner {

    /** Two tellings of one sum may be rounded apart by this share of the larger. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    private FactJoiner() {}

    static List<Candidate> join(List<Candidate> candidates) {
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

    private static int indexOfSame(List<Candidate> joined, Candidate candidate) {
        for (int i = 0; i < joined.size(); i++) {
            Candidate other = joined.get(i);
            if (other.total() == candidate.total()
                    && sameAmount(other.terms().amount(), candidate.terms().amount())
                    && compatible(other.terms().recipients(), candidate.terms().recipients(), other, candidate)
                    && compatible(other.terms().donors(), candidate.terms().donors(), other, candidate)
                    && other.terms()
                            .authority()
                            .or(() -> candidate.terms().authority())
                            .equals(candidate
                                    .terms()
                                    .authority()
                                    .or(() -> other.terms().authority()))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameAmount(StatedAmount one, StatedAmount two) {
        if (!one.currency().equals(two.currency())) {
            return false;
        }
        BigDecimal larger = one.value().max(two.value());
        return one.value().subtract(two.value()).abs().compareTo(larger.multiply(ROUNDING)) <= 0;
    }

    private static boolean compatible(List<String> one, List<String> two, Candidate a, Candidate b) {
        return one.isEmpty()
                || two.isEmpty()
                || one.stream().anyMatch(two::contains)
                || !a.roles().explicitDonor()
                || !b.roles().explicitDonor();
    }

    /** The telling with more explicit roles gives them; the more definite stage, type and bound win. */
    private static Candidate merge(Candidate first, Candidate second) {
        Terms a = first.terms();
        Terms b = second.terms();
        Candidate base = first;
        AidType type = a.type() == AidType.UNKNOWN ? b.type() : a.type();
        Set<String> receivers = new LinkedHashSet<>();
        boolean firstNames =
                first.roles().explicitRecipient() || !second.roles().explicitRecipient();
        receivers.addAll(firstNames ? a.recipients() : b.recipients());
        if (first.roles().explicitRecipient() && second.roles().explicitRecipient()) {
            receivers.addAll(b.recipients());
        }
        boolean firstGives = first.roles().explicitDonor() || !second.roles().explicitDonor();
        List<String> givers = firstGives ? a.donors() : b.donors();
        givers = givers.isEmpty() ? b.donors() : givers;
        List<String> donors =
                givers.stream().filter(code -> !receivers.contains(code)).toList();
        StatedAmount amount =
                a.amount().bound() == Bound.EXACTLY ? a.amount().with(b.amount().bound()) : a.amount();
        Terms terms = new Terms(
                amount,
                donors,
                List.copyOf(receivers),
                type,
                stage(first, second),
                a.authority().or(b::authority));
        OptionalInt ordinal = first.ordinal().isPresent() ? first.ordinal() : second.ordinal();
        List<FactItem> items = first.items().isEmpty() ? second.items() : first.items();
        return new Candidate(
                base.phrase(),
                base.chain(),
                base.kind(),
                terms,
                base.roles(),
                first.since().or(second::since),
                ordinal,
                items,
                first.hedged() || second.hedged(),
                base.quote());
    }

    private static Stage stage(Candidate first, Candidate second) {
        Stage a = first.terms().stage();
        Stage b = second.terms().stage();
        if (a == Stage.BLOCKED || b == Stage.BLOCKED) {
            return Stage.BLOCKED;
        }
        if (first.hedged() || second.hedged()) {
            return first.hedged() ? a : b;
        }
        boolean firstSays = !first.chain().isEmpty();
        boolean secondSays = !second.chain().isEmpty();
        if (firstSays != secondSays) {
            return firstSays ? a : b;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }
}
