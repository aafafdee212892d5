package dev.tranche.naming;

import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One person of one report, gathered from all mentions; compared by identity.
 *
 * <p>Filled while a report is read by one thread and not changed afterwards.
 */
public final class Person {

    private String id;
    private String name;
    private String office = "";
    private String key = "";
    private String country = "";
    private boolean woman;
    private boolean man;
    private int mentions;
    private final Set<String> spellings = new LinkedHashSet<>();
    private final List<Span> spans = new ArrayList<>();

    Person(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** Returns the slug in the lexicon, or one made of the name. */
    public String id() {
        return id;
    }

    /** Returns the full name as shown. */
    public String name() {
        return name;
    }

    /** Returns the office in words, possibly empty. */
    public String office() {
        return office;
    }

    /** Returns the meaning of the office as in {@code titles.csv}, possibly empty. */
    public String key() {
        return key;
    }

    /** Returns the code of the state or body that the person speaks for, possibly empty. */
    public String country() {
        return country;
    }

    /** Do the report's words or the first name show the person to be a woman? */
    public boolean isWoman() {
        return woman || GivenNames.gender(name) == GivenNames.Gender.WOMAN;
    }

    /** May "she", or else "he", mean this person? */
    public boolean mayBe(boolean she) {
        return she ? isWoman() || GivenNames.gender(name) == GivenNames.Gender.EITHER && !man : !isWoman();
    }

    /** Returns all spellings of the name in the report, in order. */
    public List<String> spellings() {
        return List.copyOf(spellings);
    }

    /** Returns the positions of the name, mention by mention. */
    public List<Span> spans() {
        return spans.stream().sorted().toList();
    }

    String surnameKey() {
        int blank = name.lastIndexOf(' ');
        return NameKey.of(name.substring(blank + 1));
    }

    int mentions() {
        return mentions;
    }

    void mention(String written, Span span) {
        mentions++;
        spellings.add(written);
        spans.add(span);
    }

    /** Takes the id and the name of the office-holder whose name the report spells differently. */
    void become(String known, String shown) {
        id = known;
        name = shown;
    }

    void rename(String longer) {
        name = longer;
    }

    /** Takes an office that the report states; a plain "Secretary" or "Minister" is replaced by a fuller one. */
    void holds(String words, String meaning) {
        boolean vague = key.equals("secretary") || key.equals("minister") || key.isEmpty();
        if (vague && !words.isEmpty() && !meaning.isEmpty()) {
            office = words;
            key = meaning;
        }
    }

    void belongsTo(String code) {
        if (country.isEmpty()) {
            country = code;
        }
    }

    void woman() {
        woman = true;
    }

    void man() {
        man = true;
    }

    @Override
    public String toString() {
        return name + " (" + office + ", " + country + ")";
    }
}
