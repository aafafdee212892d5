package dev.tranche.ledger;

import dev.tranche.review.Action;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.review.StoryAction;
import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ties between entries of a journal that matter to the ledger.
 *
 * <p>The ledger of a journal depends only on part of it: the entries that it {@link #needs needs}, the entries that
 * share a tie with one of these, those that share a tie with one of those, and so on. All others are readings without
 * sums whose reports are not versions of a report with sums and to which no decision refers.
 */
public final class Ties {

    private Ties() {}

    /**
     * Does the ledger depend on a reading whatever else is in the journal? Entries other than readings always count.
     */
    public static boolean needs(Gist reading) {
        return !reading.facts().isEmpty()
                || !reading.offices().isEmpty()
                || reading.sketch().isPresent();
    }

    /**
     * Returns the ties of a reading, as hashes, in order, each once: the names that identify its report, those that it
     * shares with the same report from elsewhere, and its id.
     */
    public static List<Long> of(Gist reading) {
        Stream<Long> names = Stream.concat(reading.names().stream(), reading.wording().claimed().stream());
        return sorted(Stream.concat(names, Stream.of(id(reading.id().value()))));
    }

    /**
     * Returns the ties of an entry, as hashes, in order, each once: for a reading those of {@link #of(Gist)}, else the
     * ids of the reports it names.
     */
    public static List<Long> of(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Read read -> of(Gist.of(read.extraction()));
            case JournalEntry.Recalled recalled -> ofNames(List.of(recalled.report()));
            case JournalEntry.Withdrawn taken -> ofNames(List.of(taken.report()));
            case JournalEntry.Decided decided -> ofNames(named(decided.decision()));
        };
    }

    private static List<String> named(Decision decision) {
        List<String> names = new ArrayList<>();
        decision.action().allMarks().stream().map(ClaimMark::report).forEach(names::add);
        switch (decision.action()) {
            case Action.Withdraw withdraw -> names.add(withdraw.report());
            case Action.Restore restore -> names.add(restore.report());
            case Action.Correct correct -> names.addAll(wholes(correct));
            case Action.Together together ->
                together.parts().stream()
                        .filter(Action.Correct.class::isInstance)
                        .forEach(part -> names.addAll(wholes((Action.Correct) part)));
            case StoryAction story -> names.addAll(story.reports());
            case Action.Accept _,
                    Action.Merge _,
                    Action.Split _,
                    Action.Reject _,
                    Action.Add _,
                    Action.Note _,
                    Action.Rule _,
                    Action.Undo _ -> {}
        }
        return names;
    }

    /** A part names claims of its package. */
    private static List<String> wholes(Action.Correct correct) {
        return correct.changes().stream()
                .flatMap(change -> change.after() instanceof CellValue.PartOf part
                        ? part.marks().stream().map(ClaimMark::report)
                        : Stream.empty())
                .toList();
    }

    /**
     * A name is an id, or a key: the id and a part of the text's tag after a tilde. Which one cannot be known without
     * all reports.
     */
    private static List<Long> ofNames(List<String> names) {
        return sorted(names.stream()
                .flatMap(name -> Stream.of(name, name.substring(0, Math.max(0, name.lastIndexOf('~')))))
                .filter(name -> !name.isEmpty())
                .map(Ties::id));
    }

    private static long id(String id) {
        return Folding.hash("report " + id);
    }

    private static List<Long> sorted(Stream<Long> ties) {
        return ties.distinct().sorted().toList();
    }
}
