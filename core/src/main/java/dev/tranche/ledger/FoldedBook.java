package dev.tranche.ledger;

import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.ClaimGroup;
import dev.tranche.resolve.ClaimGroups;
import dev.tranche.review.Decision;
import dev.tranche.review.Decisions;
import dev.tranche.review.Withdrawals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A journal being folded into a ledger: takes entries one by one, keeps what the ledger needs of each but no text, and
 * folds what was added since the last time, at a cost roughly proportional to the neighbours of the new entries.
 *
 * <p>The ledger is independent of the order of the reports and of how often it was queried in between; decisions
 * take effect in the order in which they are added. Not safe for several threads; what it returns is immutable.
 */
public final class FoldedBook {

    private final TextShelf shelf = new TextShelf();
    private final Set<String> taken = new HashSet<>();
    private final Set<Decision> decided = new LinkedHashSet<>();

    private final ClaimGroups groups = new ClaimGroups();
    private final Map<ClaimGroup, Bundle> bundles = new HashMap<>();
    private final EntryOrder order = new EntryOrder();
    private final TreeSet<Claim> totals = new TreeSet<>(Claim.ORDER);
    private List<TotalClaim> running = List.of();
    private Set<BookText> ruled = Set.of();
    private Withdrawals withdrawals = Withdrawals.of(Set.of(), List.of());
    private Optional<Fold> fold = Optional.empty();
    private final Map<BookText, Report> shown = new HashMap<>();
    private final Set<BookText> noted = new LinkedHashSet<>();

    /** Builds a book without entries. */
    public FoldedBook() {}

    /** The result of a fold. */
    private record Fold(Ledger ledger, Decisions decisions, Regrouping regrouping, Map<Bundle, String> ids) {}

    /**
     * A report of the book.
     *
     * @param key its key
     * @param id its id, which another text may share
     * @param entry number of the entry of the journal that holds the reading that counts
     * @param first number of the entry that first added any version of it
     * @param reader the version that read it
     * @param withdrawn did its agency or a person withdraw it?
     * @param claims its claims that count
     * @param history its other versions, newest first
     * @param feeds the addresses, without their schemes, of the feeds and pages that brought it, in order
     */
    public record Report(
            String key,
            String id,
            long entry,
            long first,
            ExtractionVersion reader,
            boolean withdrawn,
            List<Claim> claims,
            List<Version> history,
            List<String> feeds) {

        /** Copies the lists. */
        public Report {
            claims = List.copyOf(claims);
            history = List.copyOf(history);
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * An earlier or shorter wording of a report, kept beside the one that counts.
     *
     * @param key its key
     * @param id its id
     * @param entry number of the entry of the journal that holds its reading
     */
    public record Version(String key, String id, long entry) {}

    /**
     * The changes among the reports since the last call: new ones, removed ones, and each changed one as it was and
     * as it is now.
     *
     * @param gone reports as they were
     * @param come reports as they are now
     */
    public record Change(List<Report> gone, List<Report> come) {

        /** Copies the lists. */
        public Change {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /** Adds an entry of an unnumbered journal. */
    public void add(JournalEntry entry) {
        add(0, entry);
    }

    /**
     * Adds an entry.
     *
     * @param number its number in the journal
     * @return the number of the reading that no longer counts, or never will: an earlier one of the same text, or this
     *     one
     */
    public OptionalLong add(long number, JournalEntry entry) {
        fold = Optional.empty();
        switch (entry) {
            case JournalEntry.Read read -> {
                return add(number, Gist.of(read.extraction()));
            }
            case JournalEntry.Recalled report -> shelf.recall(report.report(), report.origin());
            case JournalEntry.Withdrawn report -> taken.add(report.report());
            case JournalEntry.Decided made -> decided.add(made.decision());
        }
        return OptionalLong.empty();
    }

    /**
     * Adds a reading.
     *
     * @param number the number of its entry in the journal
     * @return the number of the reading that no longer counts, or never will: an earlier one of the same text, or this
     *     one
     */
    public OptionalLong add(long number, Gist reading) {
        fold = Optional.empty();
        return shelf.take(number, reading);
    }

    /** Returns the ledger of all entries added. */
    public Ledger ledger() {
        return folded().ledger();
    }

    /** Returns the decisions of people and their effects. */
    public DecisionBook decisions() {
        Fold now = folded();
        return new DecisionBook.Builder(now.decisions(), shelf, now.regrouping(), now.ids()).build(ruled);
    }

    /** Returns the reports by their keys, in order. */
    public List<Report> reports() {
        folded();
        List<Report> reports = new ArrayList<>();
        shelf.all().forEach(text -> reports.add(report(text)));
        reports.sort(Comparator.comparing(Report::key));
        return reports;
    }

    /** Returns the reports changed since the last call. */
    public Change takeChanges() {
        folded();
        List<Report> gone = new ArrayList<>();
        List<Report> come = new ArrayList<>();
        for (BookText text : noted) {
            Report before = shown.get(text);
            Optional<Report> now = text.isSuperseded() ? Optional.empty() : Optional.of(report(text));
            if (now.equals(Optional.ofNullable(before))) {
                continue;
            }
            if (before != null) {
                gone.add(before);
            }
            now.ifPresentOrElse(
                    report -> {
                        come.add(report);
                        shown.put(text, report);
                    },
                    () -> shown.remove(text));
        }
        noted.clear();
        return new Change(gone, come);
    }

    /** Returns the report with a key. */
    public Optional<Report> report(String key) {
        folded();
        return shelf.find(key).map(BookText::current).map(FoldedBook::report);
    }

    /** Returns the reports that a decision may refer to by a name: a key, or the id of one or more texts. */
    public List<Report> named(String name) {
        folded();
        return shelf.named(name).stream().map(FoldedBook::report).toList();
    }

    /** Returns the decisions that count, in order; one of several actions is replaced by one for each. */
    public List<Decision> active() {
        return folded().decisions().active();
    }

    private static Report report(BookText text) {
        List<Version> history = text.versions().stream()
                .filter(each -> each != text)
                .sorted(BookText.BY_VERSION.reversed())
                .map(each -> new Version(each.key(), each.id(), each.number()))
                .toList();
        long first = text.versions().stream().mapToLong(BookText::first).min().orElse(text.first());
        return new Report(
                text.key(),
                text.id(),
                text.number(),
                first,
                new ExtractionVersion(text.version()),
                text.isWithdrawn(),
                text.live(),
                history,
                text.feeds());
    }

    private Fold folded() {
        if (fold.isEmpty()) {
            Decisions decisions = Decisions.of(decided);
            takeClaims(decisions.active());
            Regrouping regrouping = new Regrouping(shelf);
            regrouping.apply(decisions.active());
            fold = Optional.of(entries(decisions, regrouping));
        }
        return fold.get();
    }

    /** Brings claims and their groups up to date with the readings and with the claims that people removed or added. */
    private void takeClaims(List<Decision> active) {
        Withdrawals now = Withdrawals.of(taken, active);
        Set<BookText> open = shelf.takeChanged();
        open.addAll(ruled);
        open.addAll(shelf.recalled());
        for (Withdrawals words : List.of(withdrawals, now)) {
            words.lastWords().keySet().forEach(name -> open.addAll(shelf.meant(name)));
        }
        withdrawals = now;
        for (BookText text : open) {
            text.release();
            // What a person said of a report is later than what its agency said.
            text.setWithdrawn(
                    (now.isEmpty() ? Optional.<Boolean>empty() : now.find(names(text))).orElse(text.isRecalled()));
        }
        Rulings rulings = new Rulings(shelf);
        rulings.apply(active);
        ruled = rulings.touched();
        open.addAll(ruled);
        List<Claim> out = new ArrayList<>();
        List<Claim> in = new ArrayList<>();
        open.forEach(text -> text.settle(out, in));
        note(open);
        takeTotals(out, in);
        group(out, in);
    }

    private void note(Set<BookText> changed) {
        for (BookText text : changed) {
            noted.add(text);
            noted.add(text.current());
        }
    }

    /** Returns the names by which a withdrawal may refer to any version of a report. */
    private static Set<String> names(BookText text) {
        Set<String> names = new HashSet<>();
        for (BookText version : text.versions()) {
            names.add(version.id());
            names.add(version.tag().key(version.id()));
        }
        return names;
    }

    /** Moves running totals out of both lists. */
    private void takeTotals(List<Claim> out, List<Claim> in) {
        boolean changed = out.removeIf(claim -> claim.fact() instanceof Fact.Total && totals.remove(claim));
        changed |= in.removeIf(claim -> claim.fact() instanceof Fact.Total && totals.add(claim));
        if (changed) {
            running = TotalClaims.of(new ArrayList<>(totals));
        }
    }

    private void group(List<Claim> out, List<Claim> in) {
        ClaimGroups.Change change = groups.update(out, in);
        Set<Bundle> gone = new HashSet<>();
        for (ClaimGroup group : change.gone()) {
            Optional.ofNullable(bundles.remove(group)).ifPresent(gone::add);
        }
        List<Bundle> come = new ArrayList<>();
        for (ClaimGroup group : change.come()) {
            Bundle bundle = new Bundle(group.claims());
            come.add(bundle);
            bundles.put(group, bundle);
            for (Claim claim : group.claims()) {
                shelf.find(claim.report()).ifPresent(text -> text.setOwner(claim, bundle));
            }
        }
        order.update(gone, come);
    }

    private Fold entries(Decisions decisions, Regrouping regrouping) {
        List<EntryOrder.Named> named = order.named(regrouping);
        Map<Bundle, String> ids = HashMap.newHashMap(named.size());
        List<Commitment> entries = new ArrayList<>(named.size());
        List<Contradiction> contradictions = new ArrayList<>();
        for (EntryOrder.Named one : named) {
            ids.put(one.bundle(), one.entry().id());
            entries.add(one.entry());
            contradictions.addAll(one.bundle().contradictions(one.entry()));
        }
        Map<String, Optional<String>> wholes = new HashMap<>();
        regrouping
                .wholes()
                .forEach((part, whole) ->
                        wholes.put(ids.getOrDefault(part, ""), whole.map(above -> ids.getOrDefault(above, ""))));
        List<Commitment> placed = PackageTree.place(entries, wholes, new Standing(regrouping, ids));
        contradictions.addAll(Contradictions.between(placed, running));
        contradictions.addAll(OfficeHolders.contradictions(shelf.tellingOfOffices()));
        Ledger ledger = new Ledger(placed, running, contradictions, Gaps.of(placed));
        return new Fold(ledger, decisions, regrouping, ids);
    }

    /** Locates claims for the tree of packages. */
    private final class Standing implements PackageTree.Neighbours {

        private final Regrouping regrouping;
        private final Map<Bundle, String> ids;

        private Standing(Regrouping regrouping, Map<Bundle, String> ids) {
            this.regrouping = regrouping;
            this.ids = ids;
        }

        @Override
        public Set<String> parts() {
            Set<String> parts = new HashSet<>();
            for (BookText text : shelf.parted()) {
                for (Claim claim : text.live()) {
                    if (claim.fact().partOf().isPresent()) {
                        regrouping.owner(text, claim).map(ids::get).ifPresent(parts::add);
                    }
                }
            }
            return parts;
        }

        @Override
        public Optional<String> entry(Claim claim, int index) {
            return shelf.find(claim.report())
                    .flatMap(text -> text.claim(index).flatMap(other -> regrouping.owner(text, other)))
                    .map(ids::get);
        }
    }
}
