package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.resolve.Claim;
import dev.tranche.timeline.Ranked;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The reports of a book, newest first; the same as long as no report is added, removed or changed. Immutable. */
final class ReportShelf {

    private static final Comparator<Shelved> NEWEST = Comparator.comparing(
                    (Shelved one) -> day(one.line().published()).isEmpty())
            .thenComparing(one -> day(one.line().published()).orElse(LocalDate.EPOCH), Comparator.reverseOrder())
            .thenComparing(one -> one.line().key());

    private static final Comparator<Shelved> BY_KEY =
            Comparator.comparing(one -> one.line().key());

    /** The separator between an id and a part of the tag in the key of one of several texts with that id. */
    private static final char TAGGED = '~';

    private final List<Shelved> newest;
    private final List<Shelved> byKey;
    private final Later<SortedMap<String, Integer>> outlets = Later.by(this::counted);

    private ReportShelf(List<Shelved> newest, List<Shelved> byKey) {
        this.newest = List.copyOf(newest);
        this.byKey = List.copyOf(byKey);
    }

    /**
     * A report.
     *
     * @param line its displayed line
     * @param claims its claims that count
     */
    record Shelved(ReportLine line, List<Claim> claims) {

        /** Copies the list. */
        Shelved {
            claims = List.copyOf(claims);
        }
    }

    /** A shelf to which reports are added and from which they are removed. */
    static final class Filling {

        private final Ranked<Shelved> newest = new Ranked<>(NEWEST);
        private final Ranked<Shelved> byKey = new Ranked<>(BY_KEY);

        /** Removes some reports and adds others. */
        void take(Collection<Shelved> gone, Collection<Shelved> come) {
            newest.update(gone, come);
            byKey.update(gone, come);
        }

        /** Returns the current shelf. */
        ReportShelf shelf() {
            return new ReportShelf(newest.list(), byKey.list());
        }
    }

    private static Optional<LocalDate> day(Publication published) {
        return published.date().to().or(published.date()::from);
    }

    /** Returns the reports, newest first. */
    List<ReportLine> lines() {
        return Lists.mapped(newest, Shelved::line);
    }

    /** Returns the outlets, each with its number of reports. */
    SortedMap<String, Integer> outlets() {
        return outlets.get();
    }

    private SortedMap<String, Integer> counted() {
        return Lists.counted(newest.stream().flatMap(one -> one.line().outlet().stream()));
    }

    /** Returns the report with a key. */
    Optional<ReportLine> at(String key) {
        int place = place(key);
        return isAt(place, key) ? Optional.of(byKey.get(place).line()) : Optional.empty();
    }

    /** Returns the report with a key, or the newest with an id. */
    Optional<ReportLine> find(String name) {
        Optional<ReportLine> exact = at(name);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Shelved> found = Optional.empty();
        for (int i = place(name + TAGGED); i < byKey.size() && isOf(byKey.get(i), name); i++) {
            Shelved one = byKey.get(i);
            if (one.line().id().equals(name)
                    && found.filter(other -> NEWEST.compare(other, one) < 0).isEmpty()) {
                found = Optional.of(one);
            }
        }
        return found.map(Shelved::line);
    }

    private static boolean isOf(Shelved one, String id) {
        return one.line().key().startsWith(id + TAGGED);
    }

    private boolean isAt(int place, String key) {
        return place < byKey.size() && byKey.get(place).line().key().equals(key);
    }

    /** Returns the first index whose key does not sort before a key. */
    private int place(String key) {
        int low = 0;
        int high = byKey.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byKey.get(middle).line().key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the title of the report with a key, possibly empty. */
    String title(String key) {
        return find(key).map(ReportLine::title).orElse("");
    }

    /** Returns the number of the entry that first added the report with a key; 0 if unknown. */
    long first(String key) {
        return find(key).map(ReportLine::first).orElse(0L);
    }

    /** Returns the counting claims of the report with a key. */
    List<Claim> claims(String key) {
        int place = place(key);
        return isAt(place, key) ? byKey.get(place).claims() : List.of();
    }
}
