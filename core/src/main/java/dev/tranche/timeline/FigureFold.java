package dev.tranche.timeline;

import dev.tranche.figure.Figure;
import dev.tranche.timeline.FigureBook.Noted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of a book as reports are added and removed; see {@link FigureBook} for when two count one thing. */
final class FigureFold extends Greedy<FigureFold.Told> {

    /** The most characters between two figures of one report on the same thing. */
    private static final int BESIDE = 250;

    private static final BigDecimal TIMES = BigDecimal.valueOf(FigureBook.TIMES);

    private static final Comparator<Told> ORDER = Comparator.comparingLong((Told told) -> told.day)
            .thenComparing(told -> told.teller, Teller.ORDER)
            .thenComparingInt(told -> told.index);

    private final Lanes<Told> units = new Lanes<>(ORDER, told -> told.unit);
    private final OfReports<Told> ofReports = new OfReports<>();

    FigureFold() {
        super(ORDER);
    }

    /** A figure of a report. */
    static final class Told extends Greedy.Member<Told> {

        private final Teller teller;
        private final int index;
        private final Noted noted;
        private final String unit;
        private final long day;
        private FigureBook.@Nullable Counted counted;

        Told(Teller teller, int index) {
            this.teller = teller;
            this.index = index;
            this.noted = teller.figures().get(index);
            this.unit = figure().unit().toLowerCase(Locale.ROOT);
            this.day =
                    noted.telling().reported().from().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        }

        private Figure figure() {
            return noted.telling().figure();
        }

        @Override
        @Nullable
        Bond bond() {
            return teller.decided().figures().get(index);
        }

        private boolean isOfReport(Told other) {
            return teller.id().equals(other.teller.id());
        }

        private boolean isDated() {
            return day != Long.MAX_VALUE;
        }

        /** Is a group founded by this figure too old for another figure, or undated in another report? */
        private boolean isOver(Told next) {
            boolean sameDays = isDated() && next.isDated() && next.day <= day + FigureBook.DAYS;
            return !sameDays && !isOfReport(next);
        }
    }

    /**
     * Removes some reports and adds others.
     *
     * @return whether anything changed
     */
    boolean take(Collection<Teller> gone, Collection<Teller> come) {
        List<Told> out = ofReports.remove(gone);
        List<Told> in = new ArrayList<>();
        for (Teller teller : come) {
            List<Told> own = new ArrayList<>(teller.figures().size());
            for (int i = 0; i < teller.figures().size(); i++) {
                own.add(new Told(teller, i));
            }
            ofReports.put(teller, own);
            in.addAll(own);
        }
        if (out.isEmpty() && in.isEmpty()) {
            return false;
        }
        for (Group<Told> group : update(out, in)) {
            if (!group.isGone()) {
                group.founder().counted = null;
            }
        }
        return true;
    }

    @Override
    void enter(Told told) {
        units.of(told).all().add(told);
    }

    @Override
    void forget(Told told) {
        units.of(told).all().remove(told);
    }

    @Override
    void founds(Told told, boolean isFounder) {
        units.of(told).founds(told, isFounder);
    }

    @Override
    @Nullable
    Group<Told> choose(Told told) {
        Ranked<Told> founders = units.of(told).founders();
        int last = founders.place(told) - 1;
        int first = last + 1;
        while (first > 0 && !founders.list().get(first - 1).isOver(told)) {
            first--;
        }
        for (int i = first; i <= last; i++) {
            Group<Told> group = founders.list().get(i).group();
            if (group.isOpen() && holds(group, told)) {
                return group;
            }
        }
        return null;
    }

    private boolean holds(Group<Told> group, Told next) {
        Told first = group.founder();
        Told last = first;
        boolean corrected = false;
        for (Told member : group.members()) {
            if (!isBefore(member, next)) {
                break;
            }
            last = member;
            // A source that gives two figures in one report counts two things.
            corrected |= member.isOfReport(next)
                    && member.figure().source().equals(next.figure().source());
        }
        if (corrected || !isNear(last.figure().value(), next.figure().value())) {
            return false;
        }
        if (last.isOfReport(next)) {
            return next.figure().evidence().span().start()
                            - last.figure().evidence().span().end()
                    <= BESIDE;
        }
        return !next.noted.states().isEmpty()
                && first.noted.states().equals(next.noted.states())
                && first.noted.words().shared(next.noted.words()) >= FigureBook.WORDS;
    }

    private static boolean isNear(BigDecimal one, BigDecimal other) {
        return one.compareTo(other.multiply(TIMES)) <= 0 && other.compareTo(one.multiply(TIMES)) <= 0;
    }

    @Override
    void mark(Told told, List<Told> group, Set<Told> open) {
        Ranked<Told> ranked = units.of(told).all();
        List<Told> all = ranked.list();
        for (int i = ranked.place(told); i < all.size(); i++) {
            Told later = all.get(i);
            boolean near = told.isDated() ? later.day <= told.day + FigureBook.DAYS : told.isOfReport(later);
            if (!near) {
                break;
            }
            if (later != told) {
                open.add(later);
            }
        }
    }

    /** Returns the things by unit and day. */
    List<FigureBook.Counted> shown() {
        List<FigureBook.Counted> things = new ArrayList<>();
        for (Lanes.Lane<Told> unit : units.all()) {
            for (Told founder : unit.founders().list()) {
                FigureBook.Counted known = founder.counted;
                if (known == null) {
                    known = FigureBook.counted(founder.group().members().stream()
                            .map(each -> each.noted)
                            .toList());
                    founder.counted = known;
                }
                things.add(known);
            }
        }
        return things;
    }
}
