package dev.tranche.view;

import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Review;
import dev.tranche.ledger.Standing;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.standing.RulePrecision;
import dev.tranche.text.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what needs a person's decision, in order of priority. */
final class Desk {

    /** Claims of rules that are right less often than this need review. */
    private static final BigDecimal LOW_PRECISION = new BigDecimal("0.75");

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final int MOST_REPORTS = 20;

    private final LedgerIndex index;
    private final Map<String, List<DecisionBook.Ruling>> notes;
    private final List<Task> tasks = new ArrayList<>();
    private final Set<String> split = new HashSet<>();

    /** What is doubted of single entries, by their ids. */
    private final Map<String, List<Task.Matter>> matters = new LinkedHashMap<>();

    private Desk(LedgerIndex index, DecisionBook decisions) {
        this.index = index;
        this.notes = TaskNotes.byTask(decisions);
    }

    static List<Task> of(
            LedgerIndex index,
            List<Contradiction> contradictions,
            List<Equation> equations,
            Doubles doubles,
            DecisionBook decisions) {
        Desk desk = new Desk(index, decisions);
        desk.noteSplits(decisions);
        equations.stream().filter(equation -> !equation.holds()).forEach(desk::residual);
        contradictions.forEach(desk::contradiction);
        doubles.all().forEach(pair -> desk.twice(pair.get(0), pair.get(1)));
        index.entries().forEach(desk::entry);
        desk.entryTasks();
        decisions.rulings().stream().filter(DecisionBook.Ruling::dangling).forEach(desk::dangling);
        desk.tasks.sort(Comparator.comparing(Task::worth)
                .reversed()
                .thenComparing(Task::kind)
                .thenComparing(Task::id));
        return distinct(desk.tasks);
    }

    private static List<Task> distinct(List<Task> tasks) {
        Set<String> seen = new LinkedHashSet<>();
        return tasks.stream().filter(task -> seen.add(task.id())).toList();
    }

    private static String id(TaskKind kind, String about) {
        return kind.slug() + "-" + hash(about);
    }

    private static String hash(String about) {
        return String.format(Locale.ROOT, "%016x", Folding.hash(about));
    }

    private void residual(Equation equation) {
        Set<String> entries = new LinkedHashSet<>();
        equation.explanations().stream().flatMap(one -> one.entry().stream()).forEach(entries::add);
        if (entries.isEmpty()) {
            entries.addAll(equation.entries());
        }
        BigDecimal missing = equation.residual().abs();
        if (equation.kind() == Equation.Kind.ORDINAL) {
            missing =
                    equation.explanations().stream().map(Explanation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        List<Commitment> known = known(entries);
        Optional<Commitment> whole = equation.subject().startsWith("package ")
                ? index.find(equation.subject().substring("package ".length()))
                : Optional.empty();
        BigDecimal worth = whole.isPresent() && missing.signum() > 0
                ? Worth.of(
                        StatedAmount.of(missing, whole.get().amount().currency(), Bound.ABOUT),
                        LedgerSort.day(whole.get()))
                : missing;
        String why = equation.explanations().isEmpty()
                ? "Nothing in the book explains the difference."
                : sentence(equation.explanations().getFirst().words());
        task(
                id(TaskKind.RESIDUAL, equation.kind().slug() + equation.subject() + equation.from() + equation.to()),
                List.of(new Task.Matter(TaskKind.RESIDUAL, worth, why, Optional.empty())),
                equation.subject(),
                known.stream().map(Commitment::id).toList(),
                reports(known),
                Optional.of(equation),
                Optional.empty());
    }

    private static String sentence(String words) {
        String start = words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }

    private void contradiction(Contradiction one) {
        Optional<Commitment> entry = index.find(one.about());
        if (entry.filter(Desk::isAccepted).isPresent()) {
            return;
        }
        Task.Matter matter = new Task.Matter(
                TaskKind.CONTRADICTION,
                entry.map(of -> Worth.of(of).multiply(share(one.kind()))).orElse(BigDecimal.ZERO),
                "Shown is " + one.one().value() + "; also reported is "
                        + one.two().value() + ": " + difference(one.kind()) + ".",
                Optional.of(one));
        if (entry.isPresent()) {
            doubt(entry.get(), matter);
            return;
        }
        Set<String> reports = new LinkedHashSet<>(one.one().reports());
        reports.addAll(one.two().reports());
        task(
                id(
                        TaskKind.CONTRADICTION,
                        one.kind() + one.about() + one.one().value() + one.two().value()),
                List.of(matter),
                one.about(),
                List.of(),
                reports.stream().limit(MOST_REPORTS).toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static String difference(Contradiction.Kind kind) {
        return switch (kind) {
            case ROUNDING -> "one is the other, rounded";
            case BASE_DRIFT -> "they count from different days";
            case SCOPE -> "they count different donors or recipients";
            case AUTHORITY -> "they name different authorities";
            case STAGE -> "one says that it was given or announced, the other that it was stopped";
            case CURRENCY -> "the currencies differ";
            case TIME_ZONE -> "the days are one apart, as between time zones";
            case ORDINAL -> "the numbers in the series differ";
            case REVISION -> "the later report takes the earlier one back";
            case OFFICE_HOLDER -> "somebody else held the office then";
            case PLAIN_ERROR -> "one of the two is wrong";
        };
    }

    private void doubt(Commitment entry, Task.Matter matter) {
        matters.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(matter);
    }

    private void doubt(Commitment entry, TaskKind kind, BigDecimal worth, String why) {
        doubt(entry, new Task.Matter(kind, worth, why, Optional.empty()));
    }

    /** All that is doubted of an entry is one task: whoever has it open settles it at once. */
    private void entryTasks() {
        matters.forEach((id, doubted) -> {
            List<Commitment> entry = known(Set.of(id));
            task("entry-" + hash(id), doubted, id, List.of(id), reports(entry), Optional.empty(), Optional.empty());
        });
    }

    private void task(
            String id,
            List<Task.Matter> doubted,
            String title,
            List<String> entries,
            List<String> reports,
            Optional<Equation> equation,
            Optional<DecisionBook.Ruling> ruling) {
        List<Task.Matter> sorted = doubted.stream()
                .distinct()
                .sorted(Comparator.comparing(Task.Matter::worth)
                        .reversed()
                        .thenComparing(Task.Matter::kind)
                        .thenComparing(Task.Matter::why))
                .toList();
        String state = hash(sorted.stream().map(Desk::state).sorted().collect(Collectors.joining("\n")));
        tasks.add(new Task(
                id,
                state,
                sorted.getFirst().worth(),
                title,
                sorted,
                entries,
                reports,
                equation,
                ruling,
                TaskNotes.of(notes.getOrDefault(id, List.of()), state)));
    }

    /** What a rule was measured to be worth may change between versions; that is no new matter. */
    private static String state(Task.Matter matter) {
        return matter.kind().slug()
                + matter.contradiction()
                        .map(one -> " " + one.one().value() + " " + one.two().value())
                        .orElse("");
    }

    /** Rounding and midnight account for little; in other differences either side may be wrong. */
    private static BigDecimal share(Contradiction.Kind kind) {
        return switch (kind) {
            case ROUNDING, TIME_ZONE -> HUNDREDTH;
            case OFFICE_HOLDER, ORDINAL -> TENTH;
            case BASE_DRIFT, SCOPE, AUTHORITY, STAGE, CURRENCY, REVISION, PLAIN_ERROR -> HALF;
        };
    }

    private void twice(String one, String two) {
        List<Commitment> both = known(Set.of(one, two));
        if (split.contains(pair(one, two)) || both.stream().allMatch(Desk::isAccepted)) {
            return;
        }
        BigDecimal worth =
                both.stream().map(Worth::of).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        String title = one + " / " + two;
        task(
                id(TaskKind.DOUBLE, title),
                List.of(new Task.Matter(
                        TaskKind.DOUBLE,
                        worth.multiply(HALF),
                        "The sums agree, the parties do not contradict and the days are near: it may be one"
                                + " commitment.",
                        Optional.empty())),
                title,
                both.stream().map(Commitment::id).toList(),
                reports(both),
                Optional.empty(),
                Optional.empty());
    }

    /** Entries split by a person would otherwise be proposed for merging again. */
    private void noteSplits(DecisionBook decisions) {
        for (DecisionBook.Ruling ruling : decisions.rulings()) {
            if (ruling.isActive() && ruling.decision().action() instanceof Action.Split) {
                for (String one : ruling.entries()) {
                    ruling.entries().forEach(two -> split.add(pair(one, two)));
                }
            }
        }
    }

    private static String pair(String one, String two) {
        return one.compareTo(two) < 0 ? one + "\n" + two : two + "\n" + one;
    }

    private static boolean isAccepted(Commitment entry) {
        return entry.reviewed().equals(Optional.of(Review.State.ACCEPTED));
    }

    private void dangling(DecisionBook.Ruling ruling) {
        task(
                TaskKind.DECISION.slug() + "-" + ruling.decision().id(),
                List.of(new Task.Matter(
                        TaskKind.DECISION,
                        BigDecimal.ZERO,
                        "Nothing that this decision refers to is read now: "
                                + ruling.decision().summary(),
                        Optional.empty())),
                ruling.decision().id(),
                ruling.entries(),
                ruling.reports(),
                Optional.empty(),
                Optional.of(ruling));
    }

    /** What a person added is assumed to be right. */
    private static BigDecimal precision(Claim claim) {
        return claim.isAdded()
                ? BigDecimal.ONE
                : RulePrecision.shipped().of(claim.fact().rule()).expected();
    }

    private void entry(Commitment entry) {
        if (entry.claims().isEmpty() || isAccepted(entry)) {
            return;
        }
        BigDecimal worth = Worth.of(entry);
        BigDecimal best = entry.claims().stream()
                .map(Desk::precision)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        if (best.compareTo(LOW_PRECISION) < 0 && entry.reviewed().isEmpty()) {
            doubt(entry, TaskKind.RULE, worth.multiply(BigDecimal.ONE.subtract(best)), rules(entry));
        }
        if (entry.flags().contains(Flag.NO_DATE)) {
            doubt(entry, TaskKind.UNDATED, worth.multiply(TENTH), "No report gives a day for it.");
        }
        boolean noDonor = entry.flags().contains(Flag.NO_DONOR);
        boolean noRecipient = entry.flags().contains(Flag.NO_RECIPIENT);
        if (noDonor || noRecipient) {
            String who = noDonor && noRecipient
                    ? "No report names the donor or the recipient."
                    : noDonor ? "No report names the donor." : "No report names the recipient.";
            doubt(entry, TaskKind.PARTY, worth.multiply(HALF), who);
        }
        if (entry.flags().contains(Flag.DOUBTFUL_STOP)) {
            doubt(
                    entry,
                    TaskKind.STOP,
                    worth,
                    "A report mentions a stop or cut that may be a mistranslated drawdown; it was not booked.");
        }
        if (entry.standing() == Standing.DOUBTFUL) {
            doubt(
                    entry,
                    TaskKind.DOUBTFUL,
                    worth.multiply(HALF),
                    entry.judgement().doubts().stream()
                            .findFirst()
                            .map(Doubt::message)
                            .orElse("It is doubtful, so no sum counts it."));
        }
    }

    private static String rules(Commitment entry) {
        String rules = String.join(
                ", ",
                entry.claims().stream()
                        .map(claim -> claim.fact().rule().value())
                        .distinct()
                        .sorted()
                        .limit(3)
                        .toList());
        RulePrecision.Measured measured =
                RulePrecision.shipped().of(entry.claims().getFirst().fact().rule());
        return measured.read() == 0
                ? "It was read in one way only, which the annotated reports do not measure (" + rules + ")."
                : "It was read in one way only, which was right in " + measured.right() + " of " + measured.read()
                        + " annotated sums (" + rules + ").";
    }

    private List<Commitment> known(Set<String> ids) {
        return ids.stream()
                .sorted()
                .flatMap(id -> index.find(id).stream())
                .distinct()
                .limit(MOST_REPORTS)
                .toList();
    }

    private static List<String> reports(List<Commitment> entries) {
        return entries.stream()
                .flatMap(entry -> entry.claims().stream())
                .map(Claim::report)
                .distinct()
                .sorted()
                .limit(MOST_REPORTS)
                .toList();
    }
}
