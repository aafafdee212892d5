package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.TextTag;
import dev.tranche.text.Delivery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One text of a book: the reading of it that counts, and what people decided about its claims. The text itself is not
 * kept.
 */
final class BookText {

    /** The text has no sums so far. */
    static final int NO_PLACE = -1;

    private static final Bundle[] NO_OWNERS = {};

    private final String id;
    private final TextTag tag;
    private final Delivery delivery;
    private final Optional<String> outlet;
    private final int headline;
    private final int length;

    private boolean held;
    private long number;
    private long first;
    private String version = "";
    private StatedDate published = StatedDate.UNKNOWN;
    private List<Fact> facts = List.of();
    private List<Gist.Office> findings = List.of();
    private boolean recordDated;
    private int place = NO_PLACE;

    private String key;
    private long origin;
    private List<Claim> read = List.of();

    private final String stamp;
    private final long words;
    private final List<Long> claimed;
    private Optional<BookText> twin = Optional.empty();
    private Set<BookText> followers = Set.of();
    private Optional<BookText> above = Optional.empty();
    private List<BookText> versions = List.of(this);
    private boolean superseded;
    private boolean recalled;

    private boolean withdrawn;
    private List<Claim> added = List.of();
    private Map<Integer, String> ruledOut = Map.of();
    private Map<Integer, String> ruledIn = Map.of();
    private List<Claim> live = List.of();
    private Bundle[] owners = NO_OWNERS;

    BookText(Gist first) {
        this.id = first.id().value();
        this.tag = first.tag();
        this.delivery = first.delivery();
        this.outlet = first.outlet();
        this.headline = first.headline();
        this.length = first.length();
        this.stamp = first.stamp();
        this.words = first.wording().words();
        this.claimed = first.wording().claimed();
        this.key = id;
        this.origin = tag.number();
    }

    /**
     * Takes a reading of this text if it takes precedence over the one held: its version sorts later, or, of two
     * readings by one version, its words do.
     *
     * @return was it accepted?
     */
    boolean take(long entry, Gist reading, Shared shared) {
        int order = held ? reading.version().compareTo(new ExtractionVersion(version)) : 1;
        if (order == 0) {
            order = words(reading.published(), reading.facts()).compareTo(words(published, facts));
        }
        if (held && order <= 0) {
            return false;
        }
        first = held ? first : entry;
        held = true;
        number = entry;
        version = shared.of(reading.version().value());
        published = shared.of(reading.published());
        facts = reading.facts().stream().map(shared::of).toList();
        recordDated = reading.recordDated();
        findings = reading.offices();
        build();
        return true;
    }

    /** Does it hold a reading? */
    boolean isHeld() {
        return held;
    }

    static String words(StatedDate published, List<Fact> facts) {
        return published + "|" + facts;
    }

    private void build() {
        Claim.Source source = source();
        List<Claim> claims = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            claims.add(Claim.of(source, i, facts.get(i)));
        }
        read = List.copyOf(claims);
    }

    private Claim.Source source() {
        return new Claim.Source(key, outlet, origin, published, headline, recordDated);
    }

    Optional<String> outlet() {
        return outlet;
    }

    /** Sets the key; it changes when a second text with the same id is added. */
    boolean setKey(String other) {
        if (key.equals(other)) {
            return false;
        }
        key = other;
        build();
        return true;
    }

    /** Sets the number of the text's origin. */
    boolean setOrigin(long other) {
        if (origin == other) {
            return false;
        }
        origin = other;
        build();
        return true;
    }

    /** Clears what people decided. */
    void release() {
        added = List.of();
        ruledOut = Map.of();
        ruledIn = Map.of();
    }

    /** Leaves a claim out. */
    void ruleOut(Claim claim, String decision) {
        if (ruledOut.isEmpty()) {
            ruledOut = new HashMap<>();
        }
        ruledOut.putIfAbsent(claim.index(), decision);
    }

    /** Adds a fact that a person found, at an index not used by any other claim. */
    Claim ruleIn(Fact fact, String decision) {
        if (added.isEmpty()) {
            added = new ArrayList<>();
            ruledIn = new HashMap<>();
        }
        Claim claim = Claim.of(source(), Claim.FIRST_ADDED + 2 * added.size(), fact);
        added.add(claim);
        ruledIn.put(claim.index(), decision);
        return claim;
    }

    boolean counts(Claim claim) {
        return !ruledOut.containsKey(claim.index());
    }

    void setWithdrawn(boolean taken) {
        withdrawn = taken;
    }

    /**
     * Brings {@link #live()} up to date.
     *
     * @param out receives the claims that no longer count
     * @param in receives those that count from now on
     */
    void settle(List<Claim> out, List<Claim> in) {
        List<Claim> now =
                withdrawn || superseded ? List.of() : all().filter(this::counts).toList();
        if (now.equals(live)) {
            return;
        }
        Bundle[] bundles = new Bundle[now.size()];
        for (int i = 0; i < bundles.length; i++) {
            int before = position(now.get(i));
            if (before >= 0 && live.get(before).equals(now.get(i))) {
                bundles[i] = owners[before];
            } else {
                in.add(now.get(i));
            }
        }
        Map<Integer, Claim> kept = new HashMap<>();
        now.forEach(claim -> kept.put(claim.index(), claim));
        live.stream().filter(claim -> !claim.equals(kept.get(claim.index()))).forEach(out::add);
        live = now;
        owners = bundles;
    }

    /** Returns the index of a claim among those that count; negative if it does not count. */
    private int position(Claim claim) {
        for (int i = 0; i < live.size(); i++) {
            if (live.get(i).index() == claim.index()) {
                return i;
            }
        }
        return -1;
    }

    /** The version whose wording counts sorts last: the one published last or, on the same day, the longer one. */
    static final Comparator<BookText> BY_VERSION = Comparator.comparing((BookText text) ->
                    text.published.to().or(text.published::from).orElse(LocalDate.MIN))
            .thenComparing(text -> text.stamp)
            .thenComparingInt(BookText::length)
            .thenComparing(BookText::tag);

    /** Returns the text that represents all versions of the report while versions are being gathered. */
    BookText root() {
        BookText root = this;
        while (root.above.isPresent()) {
            root = root.above.get();
        }
        if (root != this) {
            above = Optional.of(root);
        }
        return root;
    }

    /** Makes this and another text versions of one report; returns its root. */
    BookText unite(BookText other) {
        BookText one = root();
        BookText two = other.root();
        if (one == two) {
            return one;
        }
        BookText large = one.versions.size() >= two.versions.size() ? one : two;
        BookText small = large == one ? two : one;
        List<BookText> all = new ArrayList<>(large.versions);
        all.addAll(small.versions);
        large.versions = all;
        small.versions = List.of();
        small.above = Optional.of(large);
        return large;
    }

    /** Returns all versions of the report, in no particular order. */
    List<BookText> versions() {
        return root().versions;
    }

    /** Returns the text that counts for the report: the last version of it or of its twin. */
    BookText current() {
        BookText last = last();
        return last.twin.map(BookText::last).orElse(last);
    }

    /** Returns the version of the report whose wording counts, wherever else it came from. */
    BookText last() {
        List<BookText> all = versions();
        return all.size() == 1 ? this : last(all);
    }

    /**
     * Sets the text from elsewhere that counts instead of this one.
     *
     * @return the texts whose report is another one now
     */
    List<BookText> follow(Optional<BookText> other) {
        if (twin.equals(other)) {
            return List.of();
        }
        List<BookText> touched = new ArrayList<>();
        twin.ifPresent(before -> {
            before.followers.remove(this);
            touched.add(before);
        });
        twin = other;
        other.ifPresent(now -> {
            now.followers = now.followers.isEmpty() ? new LinkedHashSet<>() : now.followers;
            now.followers.add(this);
            touched.add(now);
        });
        return touched;
    }

    /** Returns the texts from elsewhere instead of which this one counts, in no particular order. */
    Set<BookText> followers() {
        return followers;
    }

    /** Returns the feeds and pages that brought any version of the report, in order. */
    List<String> feeds() {
        return versions().stream()
                .flatMap(text -> Stream.concat(Stream.of(text), text.followers.stream()))
                .flatMap(text -> text.delivery.feed().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns the text of several whose wording counts: the last one that its agency has neither withdrawn nor corrected.
     * If all are withdrawn, it is the last of these.
     */
    static BookText last(List<BookText> texts) {
        List<BookText> open = texts.stream().filter(text -> !text.recalled).toList();
        List<BookText> all = open.isEmpty() ? texts : open;
        Map<List<String>, Long> latest = new HashMap<>();
        all.forEach(text -> text.line().ifPresent(line -> latest.merge(line, text.delivery.version(), Math::max)));
        return all.stream()
                .filter(text -> text.line()
                        .filter(line -> latest.getOrDefault(line, 0L) > text.delivery.version())
                        .isEmpty())
                .max(BY_VERSION)
                .orElseThrow();
    }

    /** Returns the name that the successive versions of a report from one origin share. */
    private Optional<List<String>> line() {
        return delivery.origin().map(origin -> List.of(origin, id));
    }

    /** Did this text come in from an origin? */
    boolean isFrom(String one) {
        return delivery.origin().filter(one::equals).isPresent();
    }

    /** Is it a version only of what came from its origin? */
    boolean isConfined() {
        return delivery.isConfined();
    }

    /** The nearest to who wrote it comes first, of these the one published first. */
    static final Comparator<BookText> BY_DISTANCE = Comparator.comparingInt((BookText text) -> text.delivery.distance())
            .thenComparing(text -> text.published.from().or(text.published::to).orElse(LocalDate.MAX))
            .thenComparing(BookText::tag);

    /** Does another text have the same letters and digits? */
    boolean hasWordsOf(BookText other) {
        return words == other.words;
    }

    /** Returns the names that it would share with the same report from elsewhere if it were not confined. */
    List<Long> claimed() {
        return claimed;
    }

    boolean isWithdrawnByAgency() {
        return recalled;
    }

    /** Notes that its agency has withdrawn it. */
    void recall() {
        recalled = true;
    }

    /** Is there no version of the report that its agency has not withdrawn? */
    boolean isRecalled() {
        return recalled && versions().stream().allMatch(text -> text.recalled);
    }

    boolean isSuperseded() {
        return superseded;
    }

    /** Sets whether a later version counts instead; returns whether that changed. */
    boolean setSuperseded(boolean later) {
        boolean changed = superseded != later;
        superseded = later;
        return changed;
    }

    /** Returns the claims read and those added, whether they count or not. */
    Stream<Claim> all() {
        return added.isEmpty() ? read.stream() : Stream.concat(read.stream(), added.stream());
    }

    /** Returns the claims that count. */
    List<Claim> live() {
        return live;
    }

    void setOwner(Claim claim, Bundle bundle) {
        owners[position(claim)] = bundle;
    }

    /** Returns the bundle that a claim was grouped in; empty for a claim that does not count and for a total. */
    Optional<Bundle> owner(Claim claim) {
        int at = position(claim);
        return at >= 0 ? Optional.ofNullable(owners[at]) : Optional.empty();
    }

    /** Returns the claim at an index of the report's list, if it counts. */
    Optional<Claim> claim(int index) {
        return live.stream().filter(claim -> claim.index() == index).findFirst();
    }

    /** Is any sum read a part of another? */
    boolean tellsParts() {
        return facts.stream().anyMatch(fact -> fact.partOf().isPresent());
    }

    long origin() {
        return origin;
    }

    int place() {
        return place;
    }

    void setPlace(int of) {
        place = of;
    }

    String id() {
        return id;
    }

    TextTag tag() {
        return tag;
    }

    String key() {
        return key;
    }

    int length() {
        return length;
    }

    long number() {
        return number;
    }

    /** Returns the number of the first reading of it, whether or not that one still counts. */
    long first() {
        return first;
    }

    /** Returns the version that read it. */
    String version() {
        return version;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    List<Gist.Office> findings() {
        return findings;
    }

    Map<Integer, String> ruledOut() {
        return ruledOut;
    }

    Map<Integer, String> ruledIn() {
        return ruledIn;
    }
}
