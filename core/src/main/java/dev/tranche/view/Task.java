package dev.tranche.view;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that needs a person's decision.
 *
 * @param id unchanged as long as the matter is the same
 * @param kind the reason
 * @param worth priority: the dollars concerned, times the share of them that may be wrong
 * @param title a short title
 * @param why the reason, in a sentence
 * @param entries ids of the entries concerned
 * @param reports keys of the reports to look at
 * @param equation the equation that does not hold
 * @param contradiction the statements that cannot both be true
 * @param ruling the decision whose claims are no longer read
 */
public record Task(
        String id,
        TaskKind kind,
        BigDecimal worth,
        String title,
        String why,
        List<String> entries,
        List<String> reports,
        Optional<Equation> equation,
        Optional<Contradiction> contradiction,
        Optional<DecisionBook.Ruling> ruling) {

    /** Copies the lists. */
    public Task {
        entries = List.copyOf(entries);
        reports = List.copyOf(reports);
    }
}
