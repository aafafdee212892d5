package dev.tranche.cli;

import dev.tranche.encounter.EncounterKind;
import dev.tranche.export.About;
import dev.tranche.export.Selected;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.view.BookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose what of a book is exported besides entries. */
final class StoryParts {

    @Option(
            names = "--only",
            paramLabel = "PART",
            converter = WordConverter.OfPart.class,
            description = "Only one part: ledger (entries and what is about them) or story (encounters, statements,"
                    + " figures).")
    private About.@Nullable Part only;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = WordConverter.OfEncounter.class,
            description = "Only encounters of this kind: visit, meeting, call, conference.")
    private @Nullable EncounterKind kind;

    @Option(
            names = "--country",
            split = ",",
            paramLabel = "STATE",
            description = "Only encounters in which one of these states or bodies takes part: codes or names.")
    private List<String> countries = new ArrayList<>();

    /** Refuses filters of a part that is left out: the file would say nothing about them. */
    private void refuseIdle(EntryFilter filter) {
        if (only == About.Part.STORY && !filter.sentences().isEmpty()) {
            throw CommandException.usage(
                    "--only story leaves out the entries, which are all that these filters choose: "
                            + String.join("; ", filter.sentences()) + ".");
        }
        if (only == About.Part.LEDGER && (kind != null || !countries.isEmpty())) {
            throw CommandException.usage(
                    "--only ledger leaves out the encounters, which are all that --kind and --country choose.");
        }
    }

    /** Selects what is exported beside entries that were selected already. */
    Selected select(BookView view, Lexicon lexicon, EntryFilter filter, List<Commitment> entries) {
        refuseIdle(filter);
        Selected selected = Selected.NOTHING;
        if (only != About.Part.STORY) {
            boolean isAll = entries.size() == view.ledger().entries().size();
            selected = selected.withEntries(entries, isAll, filter.counted());
            for (String sentence : filter.sentences()) {
                selected = selected.withFilter(sentence);
            }
        }
        if (only != About.Part.LEDGER) {
            Set<String> codes = new PartyNames(lexicon).codes("--country", countries);
            selected = selected.withEncounters(
                            view.timeline().find(Optional.ofNullable(kind), codes, filter.first(), filter.last(), ""))
                    .withStatements(view, filter.first(), filter.last());
            selected = codes.isEmpty() ? selected : selected.withFilter("encounters with " + String.join(", ", codes));
            selected = kind == null ? selected : selected.withFilter("encounters of the kind " + kind.slug());
        }
        if (filter.first().isPresent()) {
            selected = selected.withFilter("from " + filter.first().get());
        }
        if (filter.last().isPresent()) {
            selected = selected.withFilter("to " + filter.last().get());
        }
        return selected;
    }
}
