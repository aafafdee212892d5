package dev.tranche.lexicon;

import dev.tranche.lexicon.LexiconFile.Row;
import dev.tranche.text.Abbreviations;
import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the tables of a lexicon into its trie and indexes; one method per table. */
final class LexiconTables {

    /** Names of states and capitals that in lower case are also words or names of other things. */
    private static final Set<String> ONLY_CAPITAL = Set.of(
            "turkey",
            "china",
            "chad",
            "jordan",
            "guinea",
            "georgia",
            "male",
            "niger",
            "mali",
            "oman",
            "cuba",
            "togo",
            "nice",
            "riga",
            "bern",
            "lima",
            "rome",
            "victoria",
            "city",
            "america",
            "states",
            "the");

    private static final int LONG_NAME = 4;
    private static final int MONTH_LENGTH = "2021-01".length();

    private final PhraseTrie.Builder actors = new PhraseTrie.Builder();
    private final PhraseTrie.Builder things = new PhraseTrie.Builder();
    private final PhraseTrie.Builder cues = new PhraseTrie.Builder();
    private final PhraseTrie.Builder events = new PhraseTrie.Builder();
    private static final int EVENT_WORDS = 3;

    private final Map<String, Entry.Event> eventPhrases = new LinkedHashMap<>();
    private final Map<String, List<Entry.Holder>> terms = new HashMap<>();
    private final Set<Long> commonWords = new HashSet<>();
    private final Map<String, NavigableSet<String>> officeBegan = new HashMap<>();
    private final Map<String, String> unions = new HashMap<>();
    private final Set<String> soleAuthorities = new HashSet<>();
    private final Set<String> embargoed = new HashSet<>();
    private final Set<String> unarmed = new HashSet<>();
    private final Set<String> lenders = new HashSet<>();
    private final Set<String> programmes = new HashSet<>();
    private final Set<String> voters = new HashSet<>();
    private final Set<String> appealers = new HashSet<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<Long, String> politics = new HashMap<>();
    private final Map<Long, Long> cueWords = new HashMap<>();
    private final Map<String, String> symbols = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> donors = new HashSet<>();
    private final Set<String> lesserDonors = new HashSet<>();
    private final Set<String> currencies = new HashSet<>();
    private final NumberTable.Builder numbers = new NumberTable.Builder();
    private final BoundTable.Builder bounds = new BoundTable.Builder();
    private final Map<Long, Map<String, String>> sharedMoney = new HashMap<>();
    private final AbbreviationRows abbreviations = new AbbreviationRows();
    private final Languages.Builder languages = new Languages.Builder();
    private final Map<String, List<Row>> readerRows = new HashMap<>();

    private LexiconTables() {}

    static LexiconTables load(List<LexiconFile> files) {
        LexiconTables tables = new LexiconTables();
        for (LexiconFile file : files) {
            if (Lexicon.isWordTable(file.name())) {
                continue;
            }
            for (Row row : file.rows()) {
                switch (file.name()) {
                    case "states.csv" -> tables.state(row);
                    case "bodies.csv" -> tables.body(row);
                    case "currencies.csv" -> tables.currency(row);
                    case "authorities.csv" -> tables.authority(row);
                    case "equipment.csv" -> tables.equipment(row);
                    case "office_holders.csv" -> tables.holder(row);
                    case "donors.csv" -> tables.donor(row);
                    case "common_words.csv" -> tables.commonWords.add(Folding.hash(row.field("word")));
                    case "cues.csv" -> tables.cue(row);
                    case "events.csv" -> tables.event(row);
                    case "numbers.csv" -> tables.numbers.add(row);
                    case "bounds.csv" -> tables.bounds.add(row);
                    case "shared_currencies.csv" -> tables.sharedMoney(row);
                    case "abbreviations.csv" -> tables.abbreviations.add(row);
                    case "languages.csv" -> tables.languages.add(row);
                    case "wars.csv",
                            "numbered_terms.csv",
                            "named_days.csv",
                            "report_kinds.csv",
                            "dating_shapes.csv",
                            "type_weights.csv",
                            "sum_weights.csv",
                            "total_weights.csv" ->
                        tables.readerRows
                                .computeIfAbsent(file.name(), absent -> new ArrayList<>())
                                .add(row);
                    default -> throw row.refuse("no table of this name is known; known are " + Lexicon.tableNames());
                }
            }
        }
        return tables;
    }

    PhraseTrie actors() {
        return actors.build();
    }

    PhraseTrie events() {
        return events.build();
    }

    Map<String, Entry.Event> eventPhrases() {
        return eventPhrases;
    }

    Map<String, List<Row>> readerRows() {
        return readerRows;
    }

    Map<String, List<Entry.Holder>> terms() {
        return terms;
    }

    PhraseTrie things() {
        return things.build();
    }

    PhraseTrie cues() {
        return cues.build();
    }

    Map<String, NavigableSet<String>> officeBegan() {
        return officeBegan;
    }

    Set<String> soleAuthorities() {
        return soleAuthorities;
    }

    Map<String, String> unions() {
        return unions;
    }

    Set<String> unarmed() {
        return unarmed;
    }

    Set<String> embargoed() {
        return embargoed;
    }

    Set<String> lesserDonors() {
        return lesserDonors;
    }

    Set<String> programmes() {
        return programmes;
    }

    Set<String> lenders() {
        return lenders;
    }

    Set<String> voters() {
        return voters;
    }

    Set<String> appealers() {
        return appealers;
    }

    Map<Long, Long> cueWords() {
        return cueWords;
    }

    Map<Long, String> politics() {
        return politics;
    }

    Map<String, String> homes() {
        return homes;
    }

    Set<Long> commonWords() {
        return commonWords;
    }

    Map<String, String> symbols() {
        return symbols;
    }

    Map<String, String> names() {
        return names;
    }

    Set<String> donors() {
        return donors;
    }

    Set<String> currencies() {
        return currencies;
    }

    NumberTable numbers() {
        return numbers.build();
    }

    BoundTable bounds() {
        return bounds.build();
    }

    Map<Long, Map<String, String>> sharedMoney() {
        return sharedMoney;
    }

    Abbreviations abbreviations() {
        return abbreviations.build();
    }

    Languages languages() {
        return languages.build();
    }

    private void sharedMoney(Row row) {
        for (String word : row.alternatives("words")) {
            sharedMoney
                    .computeIfAbsent(Folding.hash(word), absent -> new LinkedHashMap<>())
                    .put(row.field("state"), row.field("currency"));
        }
    }

    private void state(Row row) {
        String code = row.field("code");
        String name = row.field("name");
        names.putIfAbsent(code, name);
        place(name, new Entry.Actor(code, name, ActorForm.NAME, "state"));
        addPlaces(row, "aliases", new Entry.Actor(code, name, ActorForm.NAME, "state"));
        addNames(row, "adjectives", new Entry.Actor(code, name, ActorForm.ADJECTIVE, "state"));
        addNames(row, "demonyms", new Entry.Actor(code, name, ActorForm.DEMONYM, "state"));
        addPlaces(row, "capitals", new Entry.Actor(code, name, ActorForm.CAPITAL, "state"));
    }

    private void body(Row row) {
        String kind = row.field("kind");
        String acts = row.field("acts_for");
        String name = row.field("name");
        if (!acts.isEmpty()) {
            names.putIfAbsent(acts, name);
        }
        Entry entry = new Entry.Actor(acts, name, ActorForm.BODY, kind);
        name(actors, name, entry);
        addNames(row, "aliases", entry);
    }

    private void currency(Row row) {
        String code = row.field("code");
        currencies.add(code);
        for (String symbol : row.alternatives("symbols")) {
            symbols.putIfAbsent(symbol, code);
        }
        Entry entry = new Entry.Currency(code);
        name(things, code, entry);
        for (String words : row.alternatives("words")) {
            things.add(Lexicon.phrase(words), entry, Capitals.ANY);
        }
    }

    private void authority(Row row) {
        Entry entry = new Entry.Authority(row.field("code"), row.field("giver"), row.field("type"));
        if (row.field("code").equals(row.field("giver"))) {
            soleAuthorities.add(row.field("code"));
        }
        for (String phrase : row.alternatives("phrases")) {
            name(things, phrase, entry);
        }
    }

    private void equipment(Row row) {
        String name = row.field("name");
        Entry entry = new Entry.Equipment(row.field("id"), name, row.field("class"), row.field("unit"));
        name(things, name, entry);
        for (String alias : row.alternatives("aliases")) {
            name(things, alias, entry);
        }
    }

    private void holder(Row row) {
        Optional<String> to = Optional.of(row.field("to")).filter(s -> !s.isEmpty());
        String name = row.field("name");
        Entry.Holder full = new Entry.Holder(
                row.field("id"),
                name,
                row.field("country"),
                row.field("office"),
                row.field("kind"),
                row.field("from"),
                to,
                false);
        if (full.kind().startsWith("head_of_") && full.from().length() >= MONTH_LENGTH) {
            String month = full.from().substring(0, MONTH_LENGTH);
            officeBegan.computeIfAbsent(name, n -> new TreeSet<>()).add(month);
            for (String surname : row.alternatives("surnames")) {
                officeBegan.computeIfAbsent(surname, n -> new TreeSet<>()).add(month);
            }
        }
        terms.computeIfAbsent(name, absent -> new ArrayList<>()).add(full);
        name(actors, name, full);
        addNames(row, "spellings", full);
        Entry.Holder surname =
                new Entry.Holder(full.id(), name, full.country(), full.office(), full.kind(), full.from(), to, true);
        addNames(row, "surnames", surname);
    }

    private void event(Row row) {
        String from = row.field("from");
        String to = row.field("to").isEmpty() ? from : row.field("to");
        Entry.Event event = new Entry.Event(row.field("id"), row.field("name"), row.field("kind"), from, to);
        for (String phrase : row.alternatives("names")) {
            eventPhrases.putIfAbsent(phrase, event);
            for (String form : EventPhrases.forms(phrase)) {
                event(form, event);
            }
        }
    }

    private void donor(Row row) {
        String code = row.field("code");
        switch (row.field("gives")) {
            case "" -> {}
            case "yes" -> donors.add(code);
            case "some" -> lesserDonors.add(code);
            default -> throw row.refuse("gives is yes, some or empty");
        }
        if (!row.field("union").isEmpty()) {
            unions.put(code, row.field("union"));
        }
        switch (row.field("embargoed")) {
            case "" -> {}
            case "yes" -> embargoed.add(code);
            case "arms" -> unarmed.add(code);
            default -> throw row.refuse("embargoed is yes, arms or empty");
        }
        for (String act : row.has("acts") ? row.alternatives("acts") : List.<String>of()) {
            switch (act) {
                case "lends" -> lenders.add(code);
                case "programmes" -> programmes.add(code);
                case "votes" -> voters.add(code);
                case "appeals" -> appealers.add(code);
                default -> throw row.refuse("acts are lends, programmes, votes and appeals, not " + act);
            }
        }
        for (String word : row.has("politics") ? row.alternatives("politics") : List.<String>of()) {
            politics.put(Folding.hash(word), code);
        }
        if (row.has("currency") && !row.field("currency").isEmpty()) {
            homes.put(row.field("currency"), code);
        }
    }

    private void cue(Row row) {
        Cue cue;
        try {
            cue = Cue.valueOf(row.field("cue").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw row.refuse("no cue is called " + row.field("cue"));
        }
        for (String phrase : row.alternatives("words")) {
            Tokens tokens = Lexicon.phrase(phrase);
            cues.add(tokens, new Entry.CueWord(cue), Capitals.ofName(tokens));
            if (tokens.size() == 1) {
                cueWords.merge(tokens.hash(0), 1L << cue.ordinal(), (one, two) -> one | two);
            }
        }
    }

    private void addNames(Row row, String column, Entry entry) {
        for (String name : row.alternatives(column)) {
            name(actors, name, entry);
        }
    }

    private void addPlaces(Row row, String column, Entry entry) {
        for (String name : row.alternatives(column)) {
            place(name, entry);
        }
    }

    private static void name(PhraseTrie.Builder trie, String name, Entry entry) {
        Tokens tokens = Lexicon.phrase(name);
        trie.add(tokens, entry, Capitals.ofName(tokens));
    }

    /** Headlines and slugs lose capitals; a phrase of several words is unambiguous without them. */
    private void event(String form, Entry.Event event) {
        Tokens tokens = Lexicon.phrase(form);
        boolean unmistakable = tokens.size() >= EVENT_WORDS;
        events.add(tokens, event, unmistakable ? Capitals.ANY : Capitals.ofName(tokens));
    }

    /** Machine translation loses the capitals of places, so unambiguous ones are accepted without them. */
    private void place(String name, Entry entry) {
        Tokens tokens = Lexicon.phrase(name);
        boolean unmistakable = tokens.size() == 1
                && name.length() > LONG_NAME - 1
                && !tokens.isUpper(0)
                && !ONLY_CAPITAL.contains(folded(name));
        actors.add(tokens, entry, unmistakable ? Capitals.ANY : Capitals.ofName(tokens));
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            folded.append(Folding.fold(name.charAt(i)));
        }
        return folded.toString();
    }
}
