package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.statement.Stance;
import dev.tranche.timeline.TimelineEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Encounters, commitments and statements of a book along one axis of time.
 *
 * @param step the length of the steps of the counts
 * @param from the first day shown: the one requested, else that of the earliest items except the oldest hundredth
 * @param to the last day shown, likewise
 * @param encounters who met whom
 * @param commitments what was pledged or given
 * @param statements who said what
 */
public record Chronicle(
        Lane.Step step,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Lane<TimelineEvent> encounters,
        Lane<Commitment> commitments,
        Lane<StatementLine> statements) {

    /** Reports mention a few old events in retrospect; a whole book is shown without this share at either end. */
    private static final double SHARE_CUT = 0.02;

    /**
     * A query; empty parts are ignored.
     *
     * @param who words of a person's or body's name
     * @param countries codes of states and bodies, at least one of which takes part
     * @param kind a kind of encounter, assistance or statement, which leaves the other lanes empty
     * @param words words of the quotes
     * @param from first day
     * @param to last day
     * @param step the length of the steps; if left out, one that suits the window
     * @param most the most items in each lane
     */
    public record Question(
            String who,
            Set<String> countries,
            Optional<String> kind,
            String words,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Lane.Step> step,
            int most) {

        /** Copies the set. */
        public Question {
            countries = Set.copyOf(countries);
        }
    }

    /** Returns the words for all kinds that can be queried. */
    public static List<String> kinds() {
        return Stream.of(EncounterKind.values(), AidType.values(), Stance.values())
                .flatMap(Stream::of)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Answers a query over a book. */
    public static Chronicle of(BookView view, Question asked) {
        List<TimelineEvent> met = encounters(view, asked);
        List<Commitment> given = commitments(view, asked);
        List<StatementLine> said = statements(view, asked);
        List<LocalDate> days = new ArrayList<>();
        met.forEach(one -> day(one.encounter().date()).ifPresent(days::add));
        given.forEach(one -> day(one.date()).ifPresent(days::add));
        said.forEach(one -> day(one.published()).ifPresent(days::add));
        days.sort(Comparator.naturalOrder());
        Optional<LocalDate> from = asked.from().or(() -> at(days, SHARE_CUT));
        Optional<LocalDate> to = asked.to().or(() -> at(days, 1 - SHARE_CUT / 2));
        Lane.Step step = asked.step()
                .orElseGet(() ->
                        from.isPresent() && to.isPresent() ? Lane.Step.of(from.get(), to.get()) : Lane.Step.MONTH);
        return new Chronicle(
                step,
                from,
                to,
                Lane.of(
                        met,
                        one -> one.encounter().date(),
                        one -> one.reports().size(),
                        step,
                        asked.from(),
                        asked.to(),
                        asked.most()),
                Lane.of(
                        given,
                        Commitment::date,
                        one -> one.reports().size(),
                        step,
                        asked.from(),
                        asked.to(),
                        asked.most()),
                Lane.of(
                        said,
                        StatementLine::published,
                        one -> one.claim().reports().size()
                                + one.claim().denials().size(),
                        step,
                        asked.from(),
                        asked.to(),
                        asked.most()));
    }

    private static Optional<LocalDate> day(StatedDate date) {
        return date.from().or(date::to);
    }

    private static Optional<LocalDate> at(List<LocalDate> days, double share) {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get((int) ((days.size() - 1) * share)));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, Optional<String> word) {
        return Stream.of(constants)
                .filter(one ->
                        word.filter(one.name().toLowerCase(Locale.ROOT)::equals).isPresent())
                .findFirst();
    }

    private static List<TimelineEvent> encounters(BookView view, Question asked) {
        Optional<EncounterKind> kind = constant(EncounterKind.values(), asked.kind());
        if (kind.isEmpty() && asked.kind().isPresent()) {
            return List.of();
        }
        return view
                .timeline()
                .find(kind, asked.countries(), asked.from(), asked.to(), asked.who() + " " + asked.words())
                .stream()
                .filter(one -> day(one.encounter().date()).isPresent())
                .toList();
    }

    private static List<Commitment> commitments(BookView view, Question asked) {
        Optional<AidType> type = constant(AidType.values(), asked.kind());
        if (type.isEmpty() && asked.kind().isPresent()) {
            return List.of();
        }
        LedgerQuery query = type.map(one -> LedgerQuery.ALL.with(Facet.TYPE, one.slug()))
                .orElse(LedgerQuery.ALL)
                .between(asked.from(), asked.to())
                .withWords(asked.who() + " " + asked.words());
        Selection found = view.index().select(query);
        return view.index().page(found, LedgerSort.DATE, false, 0, found.total()).stream()
                .filter(one -> asked.countries().isEmpty()
                        || Stream.concat(one.donors().stream(), one.recipients().stream())
                                .anyMatch(asked.countries()::contains))
                .filter(one -> day(one.date()).isPresent())
                .toList();
    }

    private static List<StatementLine> statements(BookView view, Question asked) {
        Optional<Stance> stance = constant(Stance.values(), asked.kind());
        if (stance.isEmpty() && asked.kind().isPresent()) {
            return List.of();
        }
        return view
                .statements()
                .find(new StatementIndex.Question(
                        asked.who(),
                        asked.countries(),
                        stance,
                        Optional.empty(),
                        asked.words(),
                        asked.from(),
                        asked.to()))
                .stream()
                .filter(one -> day(one.published()).isPresent())
                .sorted(Comparator.comparing(one -> day(one.published()).orElseThrow()))
                .toList();
    }
}
