package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Participant;
import dev.tranche.text.DocumentId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Encounters of many reports as reports are added and removed, grouped by event; indexed by kind and days. See
 * {@link Timeline} for when two are the same.
 */
final class EncounterFold extends Greedy<EncounterFold.Told> {

    /** The widest date, in days, by which encounters of two reports are joined. */
    static final int WIDEST = 10;

    /** Days from the known end of an open date within which it may have taken place. */
    static final int NEAR = 7;

    /** The most days by which the known ends of two open dates may differ for one encounter; for one call. */
    private static final int BESIDE = 2;

    private static final int BESIDE_CALL = 1;

    private static final int BUCKET_DAYS = 10;

    /** Narrow dates first: open dates join known ones. */
    static final Comparator<Told> ORDER = Comparator.comparing((Told told) -> !told.narrow)
            .thenComparing(Told::encounter, Timeline.ORDER)
            .thenComparing(told -> told.teller, Teller.ORDER)
            .thenComparingInt(told -> told.index);

    private final Map<EncounterKind, TreeMap<Long, List<Told>>> byDays = new EnumMap<>(EncounterKind.class);
    private final Map<DocumentId, Document> documents = new HashMap<>();

    EncounterFold() {
        super(ORDER);
        for (EncounterKind kind : EncounterKind.values()) {
            byDays.put(kind, new TreeMap<>());
        }
    }

    /** The reports with one id, and their encounters, each once. */
    private static final class Document {
        private final Ranked<Teller> tellers = new Ranked<>(Teller.ORDER);
        private List<Told> told = List.of();
    }

    /** An encounter of a report. */
    static final class Told extends Greedy.Member<Told> {

        private final Teller teller;
        private final int index;
        private final Encounter encounter;

        /** The same with normalised names of states and bodies. */
        private final Encounter alike;

        private final boolean narrow;

        /** The days on which it may have been, as used for comparison. */
        private final Optional<StatedDate> days;

        private final long from;
        private final long to;

        Told(Teller teller, int index, Encounter encounter) {
            this.teller = teller;
            this.index = index;
            this.encounter = encounter;
            this.alike = Alike.of(encounter, teller.decided().others());
            this.narrow = narrow(encounter.date());
            this.days = narrow ? Optional.of(encounter.date()) : window(encounter.date());
            this.from =
                    days.flatMap(StatedDate::from).map(LocalDate::toEpochDay).orElse(1L);
            this.to = days.flatMap(StatedDate::to).map(LocalDate::toEpochDay).orElse(0L);
        }

        Encounter encounter() {
            return encounter;
        }

        Encounter alike() {
            return alike;
        }

        @Override
        @Nullable
        Bond bond() {
            return teller.decided().encounters().get(index);
        }

        private boolean hasDays() {
            return from <= to;
        }

        private boolean meets(long first, long last) {
            return from <= last && first <= to;
        }
    }

    /**
     * Removes some reports and adds others.
     *
     * @return the groups that changed
     */
    Set<Group<Told>> take(Collection<Teller> gone, Collection<Teller> come) {
        Map<DocumentId, Document> open = new LinkedHashMap<>();
        for (Teller teller : gone) {
            Document document = teller.encounters().isEmpty() ? null : documents.get(teller.id());
            if (document != null) {
                document.tellers.remove(teller);
                open.put(teller.id(), document);
            }
        }
        for (Teller teller : come) {
            if (!teller.encounters().isEmpty()) {
                Document document = documents.computeIfAbsent(teller.id(), id -> new Document());
                document.tellers.add(teller);
                open.put(teller.id(), document);
            }
        }
        List<Told> out = new ArrayList<>();
        List<Told> in = new ArrayList<>();
        open.forEach((id, document) -> {
            out.addAll(document.told);
            document.told = once(document.tellers.list());
            in.addAll(document.told);
            if (document.tellers.list().isEmpty()) {
                documents.remove(id);
            }
        });
        return out.isEmpty() && in.isEmpty() ? Set.of() : update(out, in);
    }

    private static List<Told> once(List<Teller> tellers) {
        List<Told> told = new ArrayList<>();
        Set<Encounter> known = new HashSet<>();
        for (Teller teller : tellers) {
            for (int i = 0; i < teller.encounters().size(); i++) {
                Encounter each = teller.encounters().get(i);
                boolean shown = teller.decided().stated().contains(each) || !each.isPressBriefing() && isOfStates(each);
                if (shown && known.add(each)) {
                    told.add(new Told(teller, i, each));
                }
            }
        }
        return told;
    }

    /** A participant represents a state or body, and the other side is not a company, player or artist. */
    private static boolean isOfStates(Encounter encounter) {
        List<Participant> all = encounter.participants();
        boolean two = encounter.kind() == EncounterKind.MEETING || encounter.kind() == EncounterKind.CALL;
        long others = all.stream()
                .filter(one -> one.name().isPresent() && one.country().isEmpty())
                .count();
        boolean apart = two && all.size() > 1 && all.size() - others < 2;
        return !apart && all.stream().anyMatch(one -> one.country().isPresent());
    }

    @Override
    void enter(Told told) {
        NavigableMap<Long, List<Told>> days = days(told);
        for (long at = bucket(told.from); at <= bucket(told.to) && told.hasDays(); at++) {
            days.computeIfAbsent(at, absent -> new ArrayList<>(1)).add(told);
        }
    }

    @Override
    void forget(Told told) {
        NavigableMap<Long, List<Told>> days = days(told);
        for (long at = bucket(told.from); at <= bucket(told.to) && told.hasDays(); at++) {
            List<Told> all = days.getOrDefault(at, List.of());
            all.remove(told);
            if (all.isEmpty()) {
                days.remove(at);
            }
        }
    }

    private NavigableMap<Long, List<Told>> days(Told told) {
        return byDays.getOrDefault(told.encounter.kind(), new TreeMap<>());
    }

    private static long bucket(long day) {
        return Math.floorDiv(day, BUCKET_DAYS);
    }

    @Override
    @Nullable
    Group<Told> choose(Told told) {
        if (!told.hasDays()) {
            return null;
        }
        Set<Group<Told>> near = new HashSet<>();
        for (List<Told> each : days(told)
                .subMap(bucket(told.from), true, bucket(told.to), true)
                .values()) {
            for (Told other : each) {
                if (other.meets(told.from, told.to) && isBefore(other, told)) {
                    near.add(other.group());
                }
            }
        }
        List<Group<Told>> fitting = near.stream()
                .filter(Group::isOpen)
                .filter(group -> told.narrow ? isSame(told, group) : mayMean(told, group))
                .toList();
        if (told.narrow) {
            return fitting.stream()
                    .min(Comparator.comparing(Group::founder, ORDER))
                    .orElse(null);
        }
        // An open date joins the only group it can mean: the one near its known end that agrees in all that counts.
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /** Those that people put into a group need not agree with the others. */
    private boolean isSame(Told told, Group<Told> group) {
        boolean agrees = false;
        for (Told other : group.members()) {
            if (!isBefore(other, told)) {
                break;
            }
            boolean same = close(told.encounter.date(), other.encounter.date()) && agree(told.alike, other.alike);
            if (!same && other.bond() == null) {
                return false;
            }
            agrees |= same;
        }
        return agrees;
    }

    private boolean mayMean(Told open, Group<Told> group) {
        // Narrow dates come first, so the founder shows whether there is one.
        boolean closed = group.founder().narrow;
        for (Told other : group.members()) {
            if (!isBefore(other, open)) {
                return true;
            }
            boolean near = other.narrow
                    ? open.meets(other.from, other.to)
                    : closed || mayMeet(open.encounter, other.encounter);
            if (!near || !isSure(open.alike, other.alike)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void mark(Told told, List<Told> group, Set<Told> open) {
        long first = told.hasDays() ? told.from : Long.MAX_VALUE;
        long last = told.hasDays() ? told.to : Long.MIN_VALUE;
        for (Told member : group) {
            if (member.hasDays()) {
                first = Math.min(first, member.from);
                last = Math.max(last, member.to);
            }
        }
        if (first > last) {
            return;
        }
        for (List<Told> each :
                days(told).subMap(bucket(first), true, bucket(last), true).values()) {
            for (Told later : each) {
                if (later != told && later.meets(first, last) && isBefore(told, later)) {
                    open.add(later);
                }
            }
        }
    }

    /** "By the 21st" and "from the 20th on" mean the week next to the known end. */
    static Optional<StatedDate> window(StatedDate date) {
        if (date.from().isPresent() == date.to().isPresent()) {
            return Optional.empty();
        }
        LocalDate end = date.to().or(date::from).orElseThrow();
        return Optional.of(
                date.to().isPresent()
                        ? StatedDate.between(end.minusDays(NEAR), end)
                        : StatedDate.between(end, end.plusDays(NEAR)));
    }

    /** "By the 21st" and "from the 20th on" may be one day; so may two with close ends. */
    private static boolean mayMeet(Encounter mine, Encounter theirs) {
        StatedDate one = mine.date();
        StatedDate other = theirs.date();
        Optional<LocalDate> from = one.from().or(other::from);
        Optional<LocalDate> to = one.to().or(other::to);
        if (from.isPresent() && to.isPresent()) {
            long days = ChronoUnit.DAYS.between(from.get(), to.get());
            return days >= 0 && days <= NEAR;
        }
        LocalDate end = one.to().or(one::from).orElseThrow();
        LocalDate otherEnd = other.to().or(other::from).orElseThrow();
        int most = mine.kind() == EncounterKind.CALL ? BESIDE_CALL : BESIDE;
        return Math.abs(ChronoUnit.DAYS.between(end, otherEnd)) <= most;
    }

    /** Do two encounters of different reports name the same main parties or, for a visit, the same guest and place? */
    private static boolean isSure(Encounter one, Encounter other) {
        boolean cancelled = (one.stage() == EncounterStage.CANCELLED) != (other.stage() == EncounterStage.CANCELLED);
        boolean reported = one.evidence().document().equals(other.evidence().document());
        if (reported || cancelled || !agree(one, other)) {
            return false;
        }
        long named = one.participants().stream()
                .filter(each -> each.name().isPresent()
                        && other.participants().stream()
                                .anyMatch(theirs -> theirs.name().equals(each.name())))
                .count();
        return switch (one.kind()) {
            case VISIT -> named > 0 && one.place().isPresent() && other.place().isPresent();
            case CONFERENCE -> named > 0;
            case MEETING, CALL ->
                named > 1
                        || named == 1 && states(one).size() == 2 && states(one).equals(states(other));
        };
    }

    private static Set<String> states(Encounter encounter) {
        Set<String> states = new HashSet<>();
        encounter.participants().forEach(each -> each.country().ifPresent(states::add));
        return states;
    }

    private static boolean agree(Encounter one, Encounter other) {
        boolean led = one.kind() == EncounterKind.VISIT
                || one.participants().size() < 2
                || other.participants().size() < 2;
        boolean parties = led
                ? one.participants().getFirst().mayBe(other.participants().getFirst())
                : shared(one.participants(), other.participants()) > 1;
        if (!parties) {
            return false;
        }
        boolean counted = one.ordinal().isPresent()
                && other.ordinal().isPresent()
                && one.ordinal().get().since().equals(other.ordinal().get().since())
                && one.ordinal().get().n() != other.ordinal().get().n();
        return !counted
                && (one.place().isEmpty()
                        || other.place().isEmpty()
                        || one.place().get().mayBe(other.place().get()));
    }

    private static long shared(List<Participant> ones, List<Participant> others) {
        return ones.stream()
                .filter(each -> others.stream().anyMatch(each::mayBe))
                .count();
    }

    private static boolean close(StatedDate one, StatedDate other) {
        return narrow(one)
                && narrow(other)
                && !one.from().orElseThrow().isAfter(other.to().orElseThrow())
                && !other.from().orElseThrow().isAfter(one.to().orElseThrow());
    }

    /** Is a date closed and at most {@value #WIDEST} days wide? */
    static boolean narrow(StatedDate date) {
        return date.from().isPresent()
                && date.to().isPresent()
                && ChronoUnit.DAYS.between(date.from().get(), date.to().get()) <= WIDEST;
    }
}
