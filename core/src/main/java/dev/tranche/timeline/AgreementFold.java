package dev.tranche.timeline;

import dev.tranche.agreement.Agreement;
import dev.tranche.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The agreements of a book as reports are added and removed; see {@link AgreementBook} for when two are one. */
final class AgreementFold extends Greedy<AgreementFold.Told> {

    private static final Comparator<Told> ORDER = Comparator.comparingLong((Told told) -> told.day)
            .thenComparing(told -> told.teller, Teller.ORDER)
            .thenComparingInt(told -> told.index);

    private final Lanes<Told> lanes = new Lanes<>(ORDER, told -> told.lane);
    private final OfReports<Told> ofReports = new OfReports<>();

    AgreementFold() {
        super(ORDER);
    }

    /** An agreement of a report. */
    static final class Told extends Greedy.Member<Told> {

        private final Teller teller;
        private final int index;
        private final String lane;
        private final long day;

        Told(Teller teller, int index) {
            this.teller = teller;
            this.index = index;
            this.lane = String.join("+", new TreeSet<>(agreement().parties())) + " "
                    + Folding.fold(agreement().name());
            this.day = teller.published().from().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        }

        private Agreement agreement() {
            return teller.agreements().get(index);
        }

        @Override
        @Nullable
        Bond bond() {
            return teller.decided().agreements().get(index);
        }

        /** May a later one be about the same, as far as days go? Without a day only one of the same report. */
        private boolean reaches(Told later) {
            return day == Long.MAX_VALUE
                    ? teller.id().equals(later.teller.id())
                    : later.day <= day + AgreementBook.DAYS;
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
            List<Told> own = new ArrayList<>(teller.agreements().size());
            for (int i = 0; i < teller.agreements().size(); i++) {
                own.add(new Told(teller, i));
            }
            ofReports.put(teller, own);
            in.addAll(own);
        }
        return !(out.isEmpty() && in.isEmpty()) && !update(out, in).isEmpty();
    }

    @Override
    void enter(Told told) {
        lanes.of(told).all().add(told);
    }

    @Override
    void forget(Told told) {
        lanes.of(told).all().remove(told);
    }

    @Override
    void founds(Told told, boolean isFounder) {
        lanes.of(told).founds(told, isFounder);
    }

    /** The first that reaches it: the days count from the first report. */
    @Override
    @Nullable
    Group<Told> choose(Told told) {
        Ranked<Told> founders = lanes.of(told).founders();
        int end = founders.place(told);
        int first = end;
        while (first > 0 && founders.list().get(first - 1).reaches(told)) {
            first--;
        }
        for (int i = first; i < end; i++) {
            Group<Told> group = founders.list().get(i).group();
            if (group.isOpen()) {
                return group;
            }
        }
        return null;
    }

    @Override
    void mark(Told told, List<Told> group, Set<Told> open) {
        Ranked<Told> ranked = lanes.of(told).all();
        List<Told> all = ranked.list();
        for (int i = ranked.place(told); i < all.size() && told.reaches(all.get(i)); i++) {
            if (all.get(i) != told) {
                open.add(all.get(i));
            }
        }
    }

    /** Returns the agreements by parties, name and day. */
    AgreementBook shown() {
        List<AgreementBook.Mentioned> agreements = new ArrayList<>();
        for (Lanes.Lane<Told> lane : lanes.all()) {
            for (Told founder : lane.founders().list()) {
                agreements.add(new AgreementBook.Mentioned(founder.group().members().stream()
                        .map(each -> new AgreementBook.Telling(each.agreement(), each.teller.published()))
                        .toList()));
            }
        }
        return new AgreementBook(agreements);
    }
}
