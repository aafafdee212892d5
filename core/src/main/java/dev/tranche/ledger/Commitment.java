package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Stage;
import dev.tranche.mention.StatedAmount;
import dev.tranche.record.RecordRow;
import dev.tranche.resolve.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One entry of the ledger: a commitment, however many reports tell it.
 *
 * @param id name made of giver, receivers, sum and day, unique in a ledger
 * @param donors codes of who gives, sorted; empty when no report says
 * @param recipients codes of who receives, sorted; empty when no report says
 * @param amount the sum shown: the finest that is well told
 * @param type kind of assistance
 * @param authority code of the authority
 * @param stage how far it has come by all reports
 * @param date the days on which it was announced; of an entry without announcement those on which it was first told
 * @param parent id of the package that it is a part of
 * @param leaf does it count in sums? Packages with parts do not, their parts do
 * @param ordinal its place in a counted row
 * @param items equipment that reports name, each once
 * @param stages the stages told, in order of the ladder
 * @param flags what to know before trusting it
 * @param claims what reports tell of it, in order; empty for a computed entry and for one of the record alone
 * @param row the row of the official record that it is; empty where no record is loaded or none has it
 */
public record Commitment(
        String id,
        List<String> donors,
        List<String> recipients,
        StatedAmount amount,
        AidType type,
        Optional<String> authority,
        Stage stage,
        StatedDate date,
        Optional<String> parent,
        boolean leaf,
        OptionalInt ordinal,
        List<FactItem> items,
        List<StageStep> stages,
        Set<Flag> flags,
        List<Claim> claims,
        Optional<RecordRow> row) {

    /** Copies the lists. */
    public Commitment {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
        items = List.copyOf(items);
        stages = List.copyOf(stages);
        flags = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(flags));
        claims = List.copyOf(claims);
    }

    /** Returns the keys of the reports behind it, sorted. */
    public List<String> reports() {
        return claims.stream().map(Claim::report).distinct().sorted().toList();
    }

    /** Returns how many outlets tell it. */
    public int outlets() {
        return (int) claims.stream().map(Claim::outlet).distinct().count();
    }

    /** Returns how many different texts tell it: copies of one text count once. */
    public int origins() {
        return (int) claims.stream().mapToInt(Claim::origin).distinct().count();
    }

    /** Returns who tells it, in order: the record, reports, or neither, when it was computed. */
    public List<SourceClass> sources() {
        List<SourceClass> sources = new ArrayList<>();
        if (row.isPresent()) {
            sources.add(SourceClass.RECORD);
        }
        if (!claims.isEmpty()) {
            sources.add(SourceClass.REPORT);
        }
        return sources.isEmpty() ? List.of(SourceClass.COMPUTED) : List.copyOf(sources);
    }

    /** Copies this entry as the one that a row of the record is. */
    Commitment recorded(RecordRow as) {
        return new Commitment(
                id,
                donors,
                recipients,
                amount,
                type,
                Optional.of(as.authority()).filter(code -> !code.isEmpty()).or(() -> authority),
                stage,
                date,
                parent,
                leaf,
                ordinal.isPresent() ? ordinal : as.ordinal(),
                items,
                stages,
                flags,
                claims,
                Optional.of(as));
    }

    /** Copies this entry with another id. */
    Commitment renamed(String other) {
        return new Commitment(
                other,
                donors,
                recipients,
                amount,
                type,
                authority,
                stage,
                date,
                parent,
                leaf,
                ordinal,
                items,
                stages,
                flags,
                claims,
                row);
    }

    /** Copies this entry with its place in the tree of packages. */
    Commitment placed(Optional<String> under, boolean isLeaf, Set<Flag> allFlags) {
        return new Commitment(
                id,
                donors,
                recipients,
                amount,
                type,
                authority,
                stage,
                date,
                under,
                isLeaf,
                ordinal,
                items,
                stages,
                allFlags,
                claims,
                row);
    }
}
