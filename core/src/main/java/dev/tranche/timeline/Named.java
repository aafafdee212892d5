package dev.tranche.timeline;

import dev.tranche.naming.Name;
import dev.tranche.naming.NameKey;
import dev.tranche.naming.NameKind;
import dev.tranche.naming.Spellings;
import dev.tranche.text.DocumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A name with one id in the reports that contain it; compared by identity. */
final class Named {

    /** The order in which names are joined. */
    static final Comparator<Named> ORDER = Comparator.comparing(
                    (Named each) -> each.name().kind())
            .thenComparing(each -> each.country().isEmpty())
            .thenComparing(each -> each.name().id())
            .thenComparing(Named::country)
            .thenComparing(each -> each.key);

    private static final Comparator<Told> TOLD =
            Comparator.comparing(Told::teller, Teller.ORDER).thenComparingInt(Told::index);

    private final String key;
    private final NameKind kind;
    private final boolean apart;
    private final Ranked<Told> told = new Ranked<>(TOLD);
    private final Map<Written, Integer> written = new HashMap<>(2);
    private final Map<String, Integer> spellings = new HashMap<>(2);
    private final Map<String, Integer> offices = new HashMap<>(2);
    private int spans;
    private String office = "";
    private String country = "";
    private List<String> keys = List.of();
    private String surname = "";

    /** A mention of it: a name in the list of a report. */
    record Told(Teller teller, int index) {

        Name name() {
            return teller.names().get(index);
        }
    }

    /** A way of writing a name, with the id that it has in reports. */
    record Written(String name, String id) implements Comparable<Written> {

        @Override
        public int compareTo(Written other) {
            int order = name.compareTo(other.name);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    Named(String key, NameKind kind, boolean apart) {
        this.key = key;
        this.kind = kind;
        this.apart = apart;
    }

    /**
     * Returns the key under which one name from many reports is collected.
     *
     * @param apart did people decide that it is nobody else's?
     */
    static String key(Name name, boolean apart) {
        if (apart) {
            return name.kind() + "|" + name.id() + "|apart";
        }
        String country = name.kind() == NameKind.PERSON ? name.country().orElse("") : "";
        return name.kind() + "|" + name.id() + "|" + country;
    }

    /** Removes some mentions and adds others. */
    void update(List<Told> out, List<Told> in) {
        out.forEach(each -> count(each, -1));
        told.update(out, in);
        in.forEach(each -> count(each, 1));
        if (isEmpty()) {
            return;
        }
        office = first(offices, Name::office);
        country = first(name -> name.country().orElse(""));
        String name = name().name();
        surname = kind == NameKind.PERSON ? NameKey.of(name.substring(name.lastIndexOf(' ') + 1)) : "";
        keys = isFull() ? keysOf(name) : List.of();
    }

    private void count(Told each, int by) {
        Name name = each.name();
        merge(spellings, name.name(), by);
        name.spellings().forEach(form -> merge(spellings, form, by));
        merge(offices, name.office(), by);
        spans += by * name.spans().size();
        merge(written, new Written(name.name(), name.id()), by);
    }

    private static <T> void merge(Map<T, Integer> counts, T what, int by) {
        counts.merge(what, by, (one, two) -> one + two == 0 ? null : one + two);
    }

    private String first(Map<String, Integer> counts, java.util.function.Function<Name, String> what) {
        boolean any = counts.size() > (counts.containsKey("") ? 1 : 0);
        return any ? first(what) : "";
    }

    private String first(java.util.function.Function<Name, String> what) {
        for (Told each : told.list()) {
            String value = what.apply(each.name());
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** Keys, at least one of which is shared by names that may be the same. */
    private static List<String> keysOf(String full) {
        String first = Spellings.firstKey(full);
        String surname = full.substring(full.lastIndexOf(' ') + 1);
        List<String> keys = new ArrayList<>(List.of("s" + NameKey.of(surname), "f" + first + " " + initial(surname)));
        String other = "f" + first + " " + initial(surname.replace("oe", "u"));
        if (!keys.contains(other)) {
            keys.add(other);
        }
        return keys;
    }

    /** Surnames that sound alike begin with one letter, or with h and g, or with z and i. */
    private static char initial(String surname) {
        String sound = NameKey.sound(surname);
        char letter = sound.isEmpty() ? ' ' : sound.charAt(0);
        return letter == 'g' ? 'h' : letter == 'i' ? 'z' : letter;
    }

    String key() {
        return key;
    }

    NameKind kind() {
        return kind;
    }

    boolean isEmpty() {
        return told.list().isEmpty();
    }

    /** Returns the name as in the first report. */
    Name name() {
        return told.list().getFirst().name();
    }

    String office() {
        return office;
    }

    String country() {
        return country;
    }

    List<String> keys() {
        return keys;
    }

    String surname() {
        return surname;
    }

    boolean isFull() {
        return !isAlone() && name().name().indexOf(' ') > 0;
    }

    /** Is it never a spelling of another name? */
    boolean isAlone() {
        return apart || kind != NameKind.PERSON;
    }

    /** May the two be spellings of one name? */
    boolean mayBe(Named other) {
        return Spellings.maySame(name().name(), other.name().name());
    }

    Set<String> offices() {
        return offices.keySet();
    }

    Set<String> spellings() {
        return spellings.keySet();
    }

    /** Returns the number of reports for each way of writing it. */
    Map<Written, Integer> written() {
        return written;
    }

    int spans() {
        return spans;
    }

    /** Returns the reports that contain it, in order, each once. */
    List<DocumentId> reports() {
        List<DocumentId> reports = new ArrayList<>(told.list().size());
        for (Told each : told.list()) {
            DocumentId id = each.teller().id();
            if (reports.isEmpty() || !reports.getLast().equals(id)) {
                reports.add(id);
            }
        }
        return reports;
    }
}
