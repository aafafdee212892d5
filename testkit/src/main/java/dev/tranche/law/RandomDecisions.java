package dev.tranche.law;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.naming.Name;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.ClaimPattern;
import dev.tranche.review.Content;
import dev.tranche.review.ContentMark;
import dev.tranche.review.Decision;
import dev.tranche.review.NameMark;
import dev.tranche.review.StoryAction;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes decisions of every kind about a ledger, some of them senseless. */
public final class RandomDecisions {

    private final Random random;
    private final List<Decision> made = new ArrayList<>();
    private Instant now = Instant.parse("2024-05-06T07:00:00Z");

    /** Builds it over a source of randomness. */
    public RandomDecisions(Random random) {
        this.random = random;
    }

    /** Returns the decisions made so far, in order. */
    public List<Decision> made() {
        return made;
    }

    /** Returns a decision of any kind about the entries of a ledger or the reports behind it. */
    public JournalEntry next(Ledger ledger, List<Extraction> reports) {
        return decide(action(ledger, reports));
    }

    /** Returns a decision to take an action. */
    public JournalEntry decide(Action action) {
        // Now and then two people decide in one millisecond.
        now = now.plusMillis(random.nextInt(6) == 0 ? 0 : 1);
        String author = "p" + made.size() % 7;
        Decision decision = new Decision(now, author, "because", action);
        made.add(decision);
        return new JournalEntry.Decided(decision);
    }

    private Action action(Ledger ledger, List<Extraction> reports) {
        List<Commitment> entries = ledger.entries().stream()
                .filter(entry -> !entry.claims().isEmpty())
                .toList();
        if (entries.isEmpty()) {
            return new Action.Restore("r" + random.nextInt(9));
        }
        Commitment entry = pick(entries);
        List<ClaimMark> marks = ClaimMark.of(entry.claims());
        if (random.nextInt(4) == 0) {
            Optional<Action> story = story(reports);
            if (story.isPresent()) {
                return story.get();
            }
        }
        return switch (random.nextInt(15)) {
            case 14 -> rule(pick(entry.claims()));
            case 0 -> new Action.Accept(marks, entry.cells());
            case 1, 2 -> new Action.Correct(marks, List.of(change(entries)));
            case 3, 4 ->
                new Action.Merge(List.of(marks, ClaimMark.of(pick(entries).claims())));
            case 5, 6 -> split(entries);
            case 7 -> new Action.Reject(List.of(ClaimMark.of(pick(entry.claims()))));
            case 8 -> add(pick(reports).document());
            case 9 -> new Action.Withdraw(pick(entry.claims()).report());
            case 10 ->
                new Action.Restore(
                        withdrawn().orElse(pick(reports).document().id().value()));
            case 11, 12 -> together(entries);
            default ->
                made.isEmpty()
                        ? new Action.Reject(marks)
                        : new Action.Undo(pick(made).id());
        };
    }

    /** Claims like one, of its outlet, of its parties or with its first words. */
    private Action rule(Claim claim) {
        String quote = claim.fact().evidence().quote();
        Optional<String> words = quote.strip().length() > 9 ? Optional.of(quote.substring(0, 8)) : Optional.empty();
        boolean byOutlet = words.isEmpty() || random.nextBoolean();
        return new Action.Rule(new ClaimPattern(
                byOutlet ? Optional.of(claim.outlet()) : Optional.empty(),
                byOutlet && random.nextBoolean() ? Optional.empty() : words,
                random.nextBoolean() ? claim.fact().terms().donors() : List.of(),
                List.of()));
    }

    /** Decides about what two reports say besides sums, where they do. */
    private Optional<Action> story(List<Extraction> reports) {
        Extraction one = pick(reports);
        Extraction two = pick(reports);
        List<Content> content = contents(one);
        List<Name> names = new ArrayList<>(one.story().names());
        names.addAll(two.story().names());
        boolean named = random.nextInt(3) == 0;
        if (named ? names.isEmpty() : content.isEmpty()) {
            return Optional.empty();
        }
        if (named) {
            return Optional.of(ofNames(names, two));
        }
        Content seen = pick(content);
        String report = one.document().id().value();
        ContentMark mark = new ContentMark(report, seen);
        Content.Kind kind = seen.kind();
        List<ContentMark> both = contents(two).stream()
                .filter(other -> other.kind() == kind)
                .map(other -> new ContentMark(two.document().id().value(), other))
                .limit(1)
                .collect(Collectors.toCollection(ArrayList::new));
        both.add(mark);
        boolean merges = kind != Content.Kind.ITEM && new HashSet<>(both).size() > 1;
        return Optional.of(
                switch (random.nextInt(6)) {
                    case 0 -> new StoryAction.RejectContent(List.of(mark));
                    case 1 -> new StoryAction.SetContent(report, Optional.of(seen), seen);
                    case 2 -> new StoryAction.SetContent(report, Optional.empty(), pick(contents(one)));
                    case 3 ->
                        new StoryAction.SetContent(
                                report,
                                Optional.of(seen),
                                pick(content.stream()
                                        .filter(other -> other.kind() == kind)
                                        .toList()));
                    case 4 -> merges ? new StoryAction.MergeContent(both) : new StoryAction.RejectContent(both);
                    default ->
                        kind == Content.Kind.ITEM
                                ? new StoryAction.RejectContent(List.of(mark))
                                : new StoryAction.SplitContent(List.of(mark));
                });
    }

    private Action ofNames(List<Name> names, Extraction report) {
        NameMark one = mark(pick(names));
        List<NameMark> marks = new ArrayList<>(List.of(one));
        names.stream()
                .filter(name -> name.kind() == one.kind())
                .map(RandomDecisions::mark)
                .limit(1 + random.nextInt(3))
                .forEach(marks::add);
        boolean several = new HashSet<>(marks).size() > 1;
        return several && random.nextBoolean()
                ? new StoryAction.MergeNames(marks)
                : new StoryAction.SplitName(
                        List.of(one),
                        random.nextBoolean()
                                ? Set.of()
                                : Set.of(report.document().id().value()),
                        one.id() + (random.nextBoolean() ? "" : "-2"));
    }

    private static NameMark mark(Name name) {
        return new NameMark(name.kind(), name.id(), name.name(), name.country());
    }

    private static List<Content> contents(Extraction report) {
        List<Content> content = new ArrayList<>();
        report.story().encounters().forEach(each -> content.add(new Content.Met(each)));
        report.story().statements().forEach(each -> content.add(new Content.Said(each)));
        report.story().figures().forEach(each -> content.add(new Content.Counted(each)));
        report.story().items().forEach(each -> content.add(new Content.Supplied(each)));
        report.story().agreements().forEach(each -> content.add(new Content.Agreed(each)));
        return content;
    }

    private Action together(List<Commitment> entries) {
        List<ClaimMark> marks = ClaimMark.of(pick(entries).claims());
        List<Action> parts = new ArrayList<>();
        parts.add(new Action.Correct(marks, List.of(change(entries))));
        parts.add(new Action.Correct(ClaimMark.of(pick(entries).claims()), List.of(change(entries))));
        parts.add(new Action.Merge(List.of(marks, ClaimMark.of(pick(entries).claims()))));
        if (random.nextInt(4) == 0) {
            parts.add(new Action.Reject(marks));
        }
        return new Action.Together(parts);
    }

    private Optional<String> withdrawn() {
        List<String> reports = made.stream()
                .filter(decision -> decision.action() instanceof Action.Withdraw)
                .map(decision -> ((Action.Withdraw) decision.action()).report())
                .toList();
        return reports.isEmpty() ? Optional.empty() : Optional.of(pick(reports));
    }

    /** Splits an entry of several claims, if there is one. */
    private Action split(List<Commitment> entries) {
        List<Commitment> several =
                entries.stream().filter(entry -> entry.claims().size() > 1).toList();
        Commitment entry = pick(several.isEmpty() ? entries : several);
        List<Claim> go = new ArrayList<>();
        List<Claim> stay = new ArrayList<>();
        entry.claims().forEach(claim -> (random.nextBoolean() ? go : stay).add(claim));
        boolean parted = !go.isEmpty() && !stay.isEmpty();
        return parted
                ? new Action.Split(ClaimMark.of(go), ClaimMark.of(stay))
                : new Action.Accept(ClaimMark.of(entry.claims()), entry.cells().subList(0, 2));
    }

    private CellChange change(List<Commitment> entries) {
        LocalDate day = LocalDate.of(2022, 11, 1).plusDays(random.nextInt(60));
        List<ClaimMark> other = ClaimMark.of(pick(entries).claims());
        return new CellChange(
                "before",
                switch (random.nextInt(9)) {
                    case 0 -> new CellValue.Amount(amount());
                    case 1 -> new CellValue.Donors(random.nextBoolean() ? List.of() : List.of("NO", "DK"));
                    case 2 -> new CellValue.Recipients(List.of("UA"));
                    case 3 -> new CellValue.Kind(AidType.HUMANITARIAN);
                    case 4 -> new CellValue.Reached(Stage.BLOCKED);
                    case 5 -> new CellValue.Under(random.nextBoolean() ? Optional.of("PDA") : Optional.empty());
                    case 6 -> new CellValue.Days(StatedDate.on(day));
                    case 7 -> new CellValue.Place(OptionalInt.of(1 + random.nextInt(5)));
                    default ->
                        random.nextInt(4) == 0
                                ? new CellValue.PartOf(List.of(), "")
                                : new CellValue.PartOf(other, "whole");
                });
    }

    private StatedAmount amount() {
        return StatedAmount.of(BigDecimal.valueOf(1 + random.nextInt(900)).movePointRight(6), "USD", Bound.ABOUT);
    }

    private Action add(Document document) {
        int start = random.nextInt(document.text().length());
        int end = Math.min(document.text().length(), start + 1 + random.nextInt(30));
        ClaimMark mark = new ClaimMark(
                document.id().value(), new Span(start, end), document.text().substring(start, end));
        Terms terms =
                new Terms(amount(), List.of("US"), List.of("MD"), AidType.MILITARY, Stage.ANNOUNCED, Optional.empty());
        return new Action.Add(mark, terms, OptionalInt.empty(), StatedDate.UNKNOWN);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
