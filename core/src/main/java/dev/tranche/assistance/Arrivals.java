package dev.tranche.assistance;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.text.Tokens;
import java.util.Set;

/** Recognises that money or goods have arrived by verbs that say so of their subject, or together with a place. */
final class Arrivals {

    private static final Set<String> ARRIVE = Set.of("arrive", "land", "reach", "hit", "come", "go", "flow");
    private static final Set<String> TOWARD = Set.of("come", "go");
    private static final Set<String> PUT =
            Set.of("put", "pour", "pump", "plough", "plow", "channel", "funnel", "inject");
    private static final Set<String> MAKE = Set.of("make", "complete", "take", "effect");
    private static final Words INTO = Words.of("into");
    private static final Words ACCOUNT = Words.of("account accounts bank treasury coffers");
    private static final Words PAYMENT = Words.of("payment payments transfer transfers disbursement delivery");

    private final Tokens tokens;

    Arrivals(MarkedText text) {
        this.tokens = text.tokens();
    }

    /** Does the predicate say that the sum has arrived? */
    boolean isThere(Site site, Predicate p) {
        Clause clause = p.clause();
        if (clause == null || !p.isReal() || clause.negative()) {
            return false;
        }
        return isDone(clause) && (hasArrived(p, clause) || isPutInto(p, clause) || isPayment(site, p, clause))
                || isInAccount(site, clause);
    }

    private static boolean isDone(Clause clause) {
        return switch (clause.tense()) {
            case PAST, PERFECT, PLUPERFECT -> true;
            case PRESENT, INFINITIVE, PARTICIPLE -> false;
        };
    }

    /** "5 million landed in the account", "came to Togo"; not "came from Norway", where it may still be on its way. */
    private boolean hasArrived(Predicate p, Clause clause) {
        boolean toward = clause.obliques().stream().anyMatch(oblique -> English.TO.at(tokens, oblique.preposition()));
        return ARRIVE.contains(clause.lemma()) && !p.object() && (toward || !TOWARD.contains(clause.lemma()));
    }

    /** "Has put 5 million into schools". */
    private boolean isPutInto(Predicate p, Clause clause) {
        return PUT.contains(clause.lemma())
                && p.object()
                && clause.obliques().stream().anyMatch(oblique -> INTO.at(tokens, oblique.preposition()));
    }

    /** "Made a payment of 5 million", "took delivery of arms worth 5 million", "payments of 5 million were made". */
    private boolean isPayment(Site site, Predicate p, Clause clause) {
        if (!MAKE.contains(clause.lemma())) {
            return false;
        }
        return clause.passive()
                ? site.heads().stream().anyMatch(head -> PAYMENT.at(tokens, head))
                : p.object()
                        && clause.objects().stream()
                                .map(site.clauses().groups()::get)
                                .anyMatch(group -> PAYMENT.at(tokens, group.head()));
    }

    /** "The grant is in the bank". */
    private boolean isInAccount(Site site, Clause clause) {
        return clause.lemma().equals("be")
                && clause.obliques().stream()
                        .filter(oblique -> English.IN.at(tokens, oblique.preposition()))
                        .map(oblique -> site.clauses().groups().get(oblique.group()))
                        .anyMatch(group -> ACCOUNT.at(tokens, group.head()));
    }
}
