package dev.tranche.cli;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Standing;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.view.LedgerQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose entries of the ledger. */
final class EntryFilter {

    @Option(
            names = "--donor",
            split = ",",
            paramLabel = "WHO",
            description = "Only entries of these donors: codes or names, such as US or Germany,France.")
    private List<String> donors = new ArrayList<>();

    @Option(
            names = "--recipient",
            split = ",",
            paramLabel = "WHO",
            description = "Only entries for these recipients: codes or names, such as UA or Moldova.")
    private List<String> recipients = new ArrayList<>();

    @Option(
            names = "--stage",
            split = ",",
            paramLabel = "STAGE",
            converter = WordConverter.OfStage.class,
            description =
                    "Only entries at this stage: requested, planned, announced, appropriated, delivered," + " blocked.")
    private List<Stage> stages = new ArrayList<>();

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            converter = WordConverter.OfAidType.class,
            description = "Only entries of this type: military, financial, humanitarian, mixed, unknown.")
    private List<AidType> types = new ArrayList<>();

    @Option(
            names = "--standing",
            split = ",",
            paramLabel = "STANDING",
            converter = WordConverter.OfStanding.class,
            description = "Only entries that are booked, doubtful or refused.")
    private List<Standing> standings = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DaySpan.Converter.class,
            description = "Only entries from this day, month or year on.")
    private @Nullable DaySpan from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = DaySpan.Converter.class,
            description = "Only entries up to and including this day, month or year.")
    private @Nullable DaySpan to;

    /** Returns the first day asked for. */
    Optional<LocalDate> first() {
        return Optional.ofNullable(from).map(DaySpan::first);
    }

    /** Returns the last day asked for. */
    Optional<LocalDate> last() {
        return Optional.ofNullable(to).map(DaySpan::last);
    }

    /** Returns which entries that match count in sums: of stages that are named, those that add to them. */
    Predicate<Commitment> counted() {
        return stages.isEmpty() ? Commitment::counted : Commitment::adds;
    }

    /** Returns what is asked for, one sentence each; days are left out. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentence(sentences, "donor", donors);
        sentence(sentences, "recipient", recipients);
        sentence(sentences, "stage", stages.stream().map(Stage::slug).toList());
        sentence(sentences, "type", types.stream().map(AidType::slug).toList());
        sentence(sentences, "standing", standings.stream().map(Standing::slug).toList());
        return sentences;
    }

    private static void sentence(List<String> sentences, String name, List<String> values) {
        if (!values.isEmpty()) {
            sentences.add(name + ": " + String.join(", ", values));
        }
    }

    /** Returns the entries that match; refuses unknown names and spans that end before they begin. */
    Predicate<Commitment> predicate(Lexicon lexicon) {
        PartyNames names = new PartyNames(lexicon);
        Set<String> donorCodes = names.codes("--donor", donors);
        Set<String> recipientCodes = names.codes("--recipient", recipients);
        if (from != null && to != null && to.last().isBefore(from.first())) {
            throw CommandException.usage("--to: " + to.last() + " is before --from " + from.first() + ".");
        }
        LedgerQuery days = LedgerQuery.ALL.between(
                Optional.ofNullable(from).map(DaySpan::first),
                Optional.ofNullable(to).map(DaySpan::last));
        return entry -> days.matches(entry)
                && (donorCodes.isEmpty() || entry.donors().stream().anyMatch(donorCodes::contains))
                && (recipientCodes.isEmpty() || entry.recipients().stream().anyMatch(recipientCodes::contains))
                && (stages.isEmpty() || EnumSet.copyOf(stages).contains(entry.stage()))
                && (types.isEmpty() || EnumSet.copyOf(types).contains(entry.type()))
                && (standings.isEmpty() || EnumSet.copyOf(standings).contains(entry.standing()));
    }
}
