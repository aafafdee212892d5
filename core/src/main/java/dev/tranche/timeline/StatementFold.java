package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.statement.ContentWords;
import dev.tranche.statement.Contest;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statements of a book as reports are added and removed; see {@link ClaimBook} for when two are the same. */
final class StatementFold extends Greedy<StatementFold.Told> {

    /** The most days between the reports of one statement. */
    private static final int DAYS_APART = 3;

    private static final int WIDEST_DAYS = 31;
    private static final int FEWEST = 4;

    /** The most earlier statements of a speaker that are compared, those of the latest reports first. */
    private static final int MOST_BACK = 400;

    private static final Comparator<Told> ORDER =
            Comparator.comparing((Told told) -> told.teller, Teller.ORDER).thenComparingInt(told -> told.index);

    private final Lanes<Told> speakers = new Lanes<>(ORDER, told -> told.speaker);
    private final OfReports<Told> ofReports = new OfReports<>();
    private final Denials denials = new Denials();
    private final Ranked<Told> founders = new Ranked<>(ORDER);

    StatementFold() {
        super(ORDER);
    }

    /** A statement of a report. */
    static final class Told extends Greedy.Member<Told> {

        private final Teller teller;
        private final int index;
        private final Statement statement;
        private final Set<String> states;
        private final ContentWords words;
        private final String speaker;
        private final boolean dated;
        private final boolean contests;
        private final long from;
        private final long to;
        private final List<Told> deniedBy = new ArrayList<>(0);

        /** The statement in its own report that it denies. */
        private @Nullable Told denied;

        private @Nullable Searched<Claim> claim;

        Told(Teller teller, int index) {
            this.teller = teller;
            this.index = index;
            this.statement = teller.statements().get(index).statement();
            this.states = teller.statements().get(index).states();
            this.speaker = teller.statements().get(index).speaker();
            this.words = teller.statements().get(index).words();
            Optional<LocalDate> first = teller.published().from();
            Optional<LocalDate> last = teller.published().to();
            this.from = first.map(LocalDate::toEpochDay).orElse(0L);
            this.to = last.map(LocalDate::toEpochDay).orElse(0L);
            this.contests = Contest.isOfClaim(statement);
            this.dated = first.isPresent() && last.isPresent() && to - from <= WIDEST_DAYS;
        }

        @Override
        @Nullable
        Bond bond() {
            return teller.decided().statements().get(index);
        }

        Statement statement() {
            return statement;
        }

        ContentWords words() {
            return words;
        }

        boolean isDated() {
            return dated;
        }

        long from() {
            return from;
        }

        long to() {
            return to;
        }

        DocumentId report() {
            return teller.id();
        }

        List<Told> deniedBy() {
            return deniedBy;
        }

        /** Does its own report say what it denies? */
        boolean isTied() {
            return denied != null;
        }

        /** Does it come before another one in the order of reports and words? */
        boolean isBefore(Told other) {
            return ORDER.compare(this, other) < 0;
        }

        boolean isDenial() {
            return statement.stance() == Stance.DENIES;
        }

        /** Does it say that a claim is untrue, rather than refuse something? */
        boolean contests() {
            return contests;
        }

        StatedDate published() {
            return teller.published();
        }

        /** Do its words name a speaker, or a state, body or person of a speaker's country? */
        boolean names(Speaker who) {
            if (who.country()
                    .filter(code -> states.contains(code) || words.namesState(code))
                    .isPresent()) {
                return true;
            }
            String name = who.name().orElse("");
            return ContentWords.of(name.substring(name.lastIndexOf(' ') + 1)).shared(words) > 0;
        }

        /** Do its words leave open whose claim they are about, or name the speaker of the claim? */
        boolean mayBeAbout(Speaker who) {
            Optional<String> own = statement.speaker().country();
            boolean open =
                    states.stream().allMatch(state -> own.filter(state::equals).isPresent());
            return open || names(who) || !Contest.namesClaim(statement);
        }

        private String searched() {
            Speaker who = statement.speaker();
            return Folding.fold(statement.evidence().quote() + "\n" + who.name().orElse("") + "\n" + who.description());
        }

        /** Is it the same as another statement, judging by words, days and speakers? */
        boolean isAs(Told other) {
            boolean both = dated && other.dated;
            if (both && (other.from - to > DAYS_APART || from - other.to > DAYS_APART)
                    || isDenial() != other.isDenial()
                    || !isSameSpeaker(other)
                    || words.differsInNumbers(other.words)) {
                return false;
            }
            int shared = words.shared(other.words);
            int less = Math.min(words.stems().size(), other.words.stems().size());
            int more = Math.max(words.stems().size(), other.words.stems().size());
            return shared >= FEWEST && (both ? 3 * shared >= 2 * less && 2 * shared >= more : 5 * shared >= 4 * more);
        }

        private boolean isSameSpeaker(Told other) {
            Speaker one = statement.speaker();
            Speaker two = other.statement.speaker();
            boolean named = one.name().isPresent() && two.name().isPresent();
            boolean apart = one.country().isPresent()
                    && two.country().isPresent()
                    && !one.country().equals(two.country());
            return named ? speaker.equals(other.speaker) && !apart : one.same(two);
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
            List<Told> own = told(teller);
            ofReports.put(teller, own);
            in.addAll(own);
        }
        if (out.isEmpty() && in.isEmpty()) {
            return false;
        }
        Set<Group<Told>> touched = update(out, in);
        founders.update(leaving, coming);
        Set<Told> changed = new LinkedHashSet<>();
        for (Group<Told> group : touched) {
            if (!group.isGone()) {
                changed.add(group.founder());
                group.members().forEach(member -> {
                    Told denied = member.denied;
                    if (denied != null) {
                        changed.add(denied.group().founder());
                    }
                });
            }
        }
        leaving.forEach(told -> told.claim = null);
        changed.addAll(denials.update(leaving, coming, changed));
        leaving.clear();
        coming.clear();
        changed.stream().filter(Told::isFounder).forEach(told -> told.claim = null);
        return true;
    }

    private final Set<Told> leaving = new LinkedHashSet<>();
    private final Set<Told> coming = new LinkedHashSet<>();

    private static List<Told> told(Teller teller) {
        List<Told> own = new ArrayList<>(teller.statements().size());
        for (int i = 0; i < teller.statements().size(); i++) {
            own.add(new Told(teller, i));
        }
        for (Told told : own) {
            if (told.statement.denies().isPresent()) {
                Told denied = own.get(told.statement.denies().getAsInt());
                told.denied = denied;
                denied.deniedBy.add(told);
            }
        }
        return own;
    }

    @Override
    void enter(Told told) {
        speakers.of(told).all().add(told);
    }

    @Override
    void forget(Told told) {
        speakers.of(told).all().remove(told);
    }

    @Override
    void founds(Told told, boolean isFounder) {
        speakers.of(told).founds(told, isFounder);
        Set<Told> other = isFounder ? leaving : coming;
        if (!other.remove(told)) {
            (isFounder ? coming : leaving).add(told);
        }
    }

    @Override
    @Nullable
    Group<Told> choose(Told told) {
        Ranked<Told> known = speakers.of(told).founders();
        int last = known.place(told) - 1;
        for (int i = last; i >= 0 && i > last - MOST_BACK; i--) {
            Told founder = known.list().get(i);
            if (founder.group().isOpen() && founder.isAs(told) && !tells(founder.group(), told)) {
                return founder.group();
            }
        }
        return null;
    }

    /** Does an earlier statement of the same report belong to the group? */
    private boolean tells(Group<Told> group, Told told) {
        for (Told member : group.members()) {
            if (member.report().equals(told.report()) && isBefore(member, told)) {
                return true;
            }
        }
        return false;
    }

    @Override
    void mark(Told told, List<Told> group, Set<Told> open) {
        Lanes.Lane<Told> lane = speakers.of(told);
        boolean crowded = lane.founders().list().size() >= MOST_BACK;
        List<Told> all = lane.all().list();
        for (int i = lane.all().place(told); i < all.size(); i++) {
            Told later = all.get(i);
            if (later != told && (crowded || later.report().equals(told.report()) || told.isAs(later))) {
                open.add(later);
            }
        }
    }

    /** The current statements. */
    record Shown(List<Searched<Claim>> claims, List<StatedDate> published) {}

    /** Returns the statements in the order of reports and words. */
    Shown shown() {
        List<Told> all = founders.list();
        Map<Told, Integer> places = denials.isEmpty() ? Map.of() : places(all);
        List<Searched<Claim>> claims = new ArrayList<>(all.size());
        List<StatedDate> published = new ArrayList<>(all.size());
        for (Told told : all) {
            claims.add(claim(told, places));
            published.add(told.published());
        }
        return new Shown(claims, published);
    }

    private static Map<Told, Integer> places(List<Told> all) {
        Map<Told, Integer> places = HashMap.newHashMap(all.size());
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i), i);
        }
        return places;
    }

    private Searched<Claim> claim(Told founder, Map<Told, Integer> places) {
        Set<Told> denying = denials.of(founder);
        Searched<Claim> known = founder.claim;
        if (known != null && denying.isEmpty() && known.told().denials().isEmpty()) {
            return known;
        }
        TreeSet<Integer> at = new TreeSet<>();
        denying.forEach(denial -> at.add(Objects.requireNonNull(places.get(denial))));
        if (known == null || !known.told().denials().equals(List.copyOf(at))) {
            known = new Searched<>(
                    new Claim(founder.statement, reports(founder.group()), List.copyOf(at)),
                    known == null ? founder.searched() : known.words());
            founder.claim = known;
        }
        return known;
    }

    private static List<DocumentId> reports(Group<Told> group) {
        return group.members().stream().map(Told::report).distinct().toList();
    }
}
