package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One text of a book: of its readings the one that counts, and what people decided about its claims. No text is kept. */
final class BookText {

    private static final byte[] NO_SKETCH = {};
    private static final Bundle[] NO_OWNERS = {};

    private final String id;
    private final TextTag tag;
    private final Optional<String> outlet;
    private final int headline;
    private final int length;

    private long number;
    private String version = "";
    private StatedDate published = StatedDate.UNKNOWN;
    private List<Fact> facts = List.of();
    private List<OfficeHolders.Finding> findings = List.of();
    private byte[] sketch = NO_SKETCH;

    private String key;
    private long origin;
    private List<Claim> read = List.of();

    private boolean withdrawn;
    private List<Claim> added = List.of();
    private Map<Integer, String> ruledOut = Map.of();
    private Map<Integer, String> ruledIn = Map.of();
    private List<Claim> live = List.of();
    private Bundle[] owners = NO_OWNERS;

    BookText(TextTag tag, Extraction first) {
        this.id = first.document().id().value();
        this.tag = tag;
        this.outlet = first.document().outlet();
        this.headline = first.document().title().length();
        this.length = first.document().text().length();
        this.key = id;
        this.origin = tag.number();
    }

    /**
     * Takes a reading of this text if it counts more than the one held: its version sorts later, or, of two readings by
     * one version, its words do.
     *
     * @return was it taken?
     */
    boolean take(long entry, Extraction reading, Shared shared) {
        if (!reading.facts().isEmpty() && sketch.length == 0) {
            sketch = Origins.sketch(reading.document().text());
        }
        int order = reading.version().value().compareTo(version);
        if (order == 0) {
            order = words(reading.published().date(), reading.facts()).compareTo(words(published, facts));
        }
        if (order <= 0 && number > 0) {
            return false;
        }
        number = entry;
        version = shared.of(reading.version().value());
        published = shared.of(reading.published().date());
        facts = reading.facts().stream().map(shared::of).toList();
        findings = OfficeHolders.findings(reading);
        build();
        return true;
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
        return new Claim.Source(key, outlet, origin, published, headline);
    }

    /** Sets the key; it changes when a second text of the same id comes in. */
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

    /** Forgets what people decided. */
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

    /** Adds a fact that a person found, at a place that no other claim stands beside. */
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

    /** Brings {@link #live()} up to date. */
    void settle() {
        if (withdrawn) {
            live = List.of();
        } else if (added.isEmpty() && ruledOut.isEmpty()) {
            live = read;
        } else {
            List<Claim> counting = new ArrayList<>();
            all().filter(this::counts).forEach(counting::add);
            live = List.copyOf(counting);
        }
        owners = live.isEmpty() ? NO_OWNERS : new Bundle[read.size() + added.size()];
    }

    /** Returns the claims that were read and those that were added, whether they count or not. */
    java.util.stream.Stream<Claim> all() {
        return added.isEmpty() ? read.stream() : java.util.stream.Stream.concat(read.stream(), added.stream());
    }

    /** Returns the claims that count. */
    List<Claim> live() {
        return live;
    }

    void setOwner(Claim claim, Bundle bundle) {
        owners[slot(claim)] = bundle;
    }

    /** Returns the bundle that a claim stands in; empty for a claim that does not count and for a total. */
    Optional<Bundle> owner(Claim claim) {
        int slot = slot(claim);
        return slot < owners.length ? Optional.ofNullable(owners[slot]) : Optional.empty();
    }

    private int slot(Claim claim) {
        return claim.isAdded() ? read.size() + (claim.index() - Claim.FIRST_ADDED) / 2 : claim.index();
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

    boolean isWithdrawn() {
        return withdrawn;
    }

    byte[] sketch() {
        return sketch;
    }

    List<OfficeHolders.Finding> findings() {
        return findings;
    }

    Map<Integer, String> ruledOut() {
        return ruledOut;
    }

    Map<Integer, String> ruledIn() {
        return ruledIn;
    }
}
