package dev.tranche.assistance;

import dev.tranche.fact.Terms;
import dev.tranche.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sum accepted as a fact by a rule, before repeats in its report are merged.
 *
 * @param site where it occurs
 * @param kind aid or total, and the rule
 * @param terms what it is said to be
 * @param roles the donors and recipients, each with its words
 * @param stage the stage with its word
 * @param type the type with its words
 * @param authority words of the authority, where named
 * @param since base of a total
 * @param ordinal its number in a series
 * @param hedged whether a title attributes the claim to a source
 * @param quote the words that carry it
 * @param tellings every mention of it in the report, this one included
 */
record Candidate(
        Site site,
        FactKind kind,
        Terms terms,
        Roles roles,
        StageRules.Told stage,
        TypeRules.Told type,
        Optional<Span> authority,
        Optional<String> since,
        OptionalInt ordinal,
        boolean hedged,
        Span quote,
        List<Site> tellings) {

    Candidate {
        tellings = List.copyOf(tellings);
    }

    Candidate with(List<Site> all) {
        return new Candidate(site, kind, terms, roles, stage, type, authority, since, ordinal, hedged, quote, all);
    }

    /** Returns the mention nearest before a place, or the first one. */
    Site tellingBefore(int token) {
        Site best = site;
        for (Site telling : tellings) {
            boolean nearer = telling.sum().start() <= token
                    && telling.sum().start() > best.sum().start();
            best = nearer ? telling : best;
        }
        return best;
    }

    Candidate with(Terms other) {
        return new Candidate(site, kind, other, roles, stage, type, authority, since, ordinal, hedged, quote, tellings);
    }

    Candidate with(Terms other, Roles otherRoles) {
        return new Candidate(
                site, kind, other, otherRoles, stage, type, authority, since, ordinal, hedged, quote, tellings);
    }

    Candidate with(StageRules.Told other) {
        Terms t = new Terms(
                terms.amount(), terms.donors(), terms.recipients(), terms.type(), other.stage(), terms.authority());
        return new Candidate(site, kind, t, roles, other, type, authority, since, ordinal, hedged, quote, tellings);
    }

    Candidate with(TypeRules.Told other) {
        return new Candidate(
                site,
                kind,
                terms.with(other.type()),
                roles,
                stage,
                other,
                authority,
                since,
                ordinal,
                hedged,
                quote,
                tellings);
    }

    boolean total() {
        return kind.total();
    }

    /** Is its stage given by a verb or noun? */
    boolean saysStage() {
        return stage.token() >= 0;
    }

    List<String> donors() {
        return terms.donors();
    }

    List<String> recipients() {
        return terms.recipients();
    }
}
