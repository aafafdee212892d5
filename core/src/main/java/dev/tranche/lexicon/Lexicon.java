package dev.tranche.lexicon;

import dev.tranche.text.Abbreviations;
import dev.tranche.text.Folding;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All names and cue words that the reader knows, and the dictionary pass that finds them.
 *
 * <p>The tables that ship are resources of this package; a user's folder may add rows in files of the same names.
 * Immutable; safe to share between threads.
 */
public final class Lexicon {

    private static final List<String> TABLES = List.of(
            "states.csv",
            "bodies.csv",
            "currencies.csv",
            "authorities.csv",
            "equipment.csv",
            "office_holders.csv",
            "donors.csv",
            "common_words.csv",
            "cues.csv",
            "events.csv",
            "numbers.csv",
            "bounds.csv",
            "shared_currencies.csv",
            "abbreviations.csv",
            "languages.csv",
            "wars.csv",
            "numbered_terms.csv",
            "named_days.csv",
            "report_kinds.csv",
            "dating_shapes.csv",
            "type_weights.csv",
            "sum_weights.csv",
            "total_weights.csv");

    /** Tables that the readers parse themselves; see {@link #rows}. */
    private static final List<String> WORD_TABLES = List.of(
            "agreement_words.csv",
            "encounter_words.csv",
            "figure_units.csv",
            "first_names.csv",
            "given_names.csv",
            "name_words.csv",
            "plover_codes.csv",
            "purposes.csv",
            "speech_nouns.csv",
            "speech_verbs.csv",
            "stance_words.csv",
            "story_words.csv",
            "titles.csv");

    /** Hexadecimal digits of a fingerprint; two lexicons share one with a probability of 1 in four billion. */
    private static final int FINGERPRINT = 8;

    private final PhraseTrie actors;
    private final PhraseTrie things;
    private final PhraseTrie cues;
    private final PhraseTrie events;
    private final Map<String, Entry.Event> eventPhrases;
    private final Map<String, List<Entry.Holder>> terms;
    private final Set<Long> commonWords;
    private final Map<String, NavigableSet<String>> officeBegan;
    private final Map<String, String> unions;
    private final Set<String> soleAuthorities;
    private final Set<String> embargoed;
    private final Set<String> unarmed;
    private final Set<String> lenders;
    private final Set<String> programmes;
    private final Set<String> lesserDonors;
    private final Set<String> voters;
    private final Set<String> appealers;
    private final Map<String, String> homes;
    private final Map<Long, Long> cueWords;
    private final Map<Long, String> politics;
    private final Map<String, String> symbols;
    private final Map<String, String> names;
    private final Set<String> donors;
    private final Set<String> currencies;
    private final Set<String> written;
    private final NumberTable numbers;
    private final BoundTable bounds;
    private final Map<Long, Map<String, String>> sharedMoney;
    private final Abbreviations abbreviations;
    private final Languages languages;
    private final List<LexiconFile> files;
    private final Optional<String> addedRows;
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    private final Map<String, List<LexiconFile.Row>> readerRows;

    private Lexicon(LexiconTables tables, List<LexiconFile> files, Optional<String> addedRows) {
        this.addedRows = addedRows;
        this.files = List.copyOf(files);
        this.actors = tables.actors();
        this.things = tables.things();
        this.cues = tables.cues();
        this.events = tables.events();
        this.eventPhrases = tables.eventPhrases();
        this.terms = tables.terms();
        this.commonWords = Set.copyOf(tables.commonWords());
        this.officeBegan = Map.copyOf(tables.officeBegan());
        this.unions = Map.copyOf(tables.unions());
        this.soleAuthorities = Set.copyOf(tables.soleAuthorities());
        this.embargoed = Set.copyOf(tables.embargoed());
        this.unarmed = Set.copyOf(tables.unarmed());
        this.lenders = Set.copyOf(tables.lenders());
        this.programmes = Set.copyOf(tables.programmes());
        this.lesserDonors = Set.copyOf(tables.lesserDonors());
        this.voters = Set.copyOf(tables.voters());
        this.appealers = Set.copyOf(tables.appealers());
        this.homes = Map.copyOf(tables.homes());
        this.cueWords = Map.copyOf(tables.cueWords());
        this.politics = Map.copyOf(tables.politics());
        this.symbols = Map.copyOf(tables.symbols());
        this.names = Map.copyOf(tables.names());
        this.donors = Set.copyOf(tables.donors());
        this.currencies = Set.copyOf(tables.currencies());
        this.written = Set.copyOf(tables.symbols().values());
        this.numbers = tables.numbers();
        this.bounds = tables.bounds();
        this.sharedMoney = Map.copyOf(tables.sharedMoney());
        this.abbreviations = tables.abbreviations();
        this.languages = tables.languages();
        this.readerRows = tables.readerRows();
    }

    /** Returns the lexicon that ships; loaded once. */
    public static Lexicon standard() {
        return Standard.LEXICON;
    }

    /**
     * Returns the shipped lexicon with a user's rows added.
     *
     * @param additions tables named as the shipped ones; throws {@link LexiconException} for another name or a
     *     broken table
     */
    public static Lexicon standardWith(List<LexiconFile> additions) {
        List<LexiconFile> files = new ArrayList<>(shipped());
        files.addAll(additions);
        return new Lexicon(LexiconTables.load(files), files, fingerprint(additions));
    }

    /** Builds a lexicon from tables alone. */
    public static Lexicon of(List<LexiconFile> files) {
        return new Lexicon(LexiconTables.load(files), files, Optional.empty());
    }

    private static Optional<String> fingerprint(List<LexiconFile> additions) {
        return additions.isEmpty() ? Optional.empty() : Optional.of(TableHash.of(additions.stream(), FINGERPRINT));
    }

    /** Returns the fingerprint of a user's tables, in hexadecimal digits; empty for the lexicon that ships. */
    public Optional<String> addedRows() {
        return addedRows;
    }

    /** Returns the names of the tables that a lexicon may hold, in order. */
    public static List<String> tableNames() {
        return Stream.concat(TABLES.stream(), WORD_TABLES.stream()).toList();
    }

    /** Is it a table that only {@link #rows} returns? */
    static boolean isWordTable(String name) {
        return WORD_TABLES.contains(name);
    }

    /**
     * Returns the rows of a table of this lexicon: those that ship, where the lexicon was not given its own, then a user's.
     *
     * @param name one of {@link #tableNames}
     */
    public List<LexiconFile.Row> rows(String name) {
        List<LexiconFile.Row> rows = new ArrayList<>();
        if (isWordTable(name)) {
            rows.addAll(shipped(name).rows());
        }
        for (LexiconFile file : files) {
            if (file.name().equals(name)) {
                rows.addAll(file.rows());
            }
        }
        return rows;
    }

    /**
     * Returns what a reader builds from the tables; built on first use and kept as long as the lexicon.
     *
     * @param kind the class of the object built, one object per class
     * @param maker builds it; must not ask for the same class again
     * @param <T> the type of the object built
     */
    public <T> T made(Class<T> kind, Function<Lexicon, T> maker) {
        Object known = made.get(kind);
        if (known == null) {
            T fresh = maker.apply(this);
            known = Objects.requireNonNullElse(made.putIfAbsent(kind, fresh), fresh);
        }
        return kind.cast(known);
    }

    /** Returns a shipped table by its name, one of {@link #tableNames} or another resource of this package. */
    public static LexiconFile shipped(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new LexiconException(name + ": no such table ships", null);
            }
            return new LexiconFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /**
     * Returns states, bodies and office-holders from left to right; the longest phrase wins, and matches do not
     * overlap.
     */
    public List<Match> findActors(Tokens tokens) {
        return find(actors, tokens);
    }

    /** Does the text name a state, body or office-holder? Stops at the first. */
    public boolean namesActor(Tokens tokens) {
        for (int token = 0; token < tokens.size(); token++) {
            if (actors.longest(tokens, token) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns equipment, authorities and currencies from left to right; the longest wins, and matches do not overlap.
     */
    public List<Match> findThings(Tokens tokens) {
        return find(things, tokens);
    }

    /** Returns cue words and phrases from left to right; a word may be part of several. */
    public List<Match> findCues(Tokens tokens) {
        List<Match> found = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            cues.addAll(tokens, token, found);
        }
        return found;
    }

    /** Returns public events from left to right; the longest wins, and matches do not overlap. */
    public List<Match> findEvents(Tokens tokens) {
        return find(events, tokens);
    }

    /** Returns the first event for each phrase that names events, in the order of the table. */
    public Map<String, Entry.Event> eventPhrases() {
        return new LinkedHashMap<>(eventPhrases);
    }

    /** Returns the public event with this id. */
    public Optional<Entry.Event> event(String id) {
        return eventPhrases.values().stream()
                .filter(event -> event.id().equals(id))
                .findFirst();
    }

    /**
     * Returns the rows of a table that only one reader parses, in order, a user's after the shipped ones: "wars.csv",
     * "numbered_terms.csv", "named_days.csv", "report_kinds.csv", "dating_shapes.csv", "type_weights.csv",
     * "sum_weights.csv" or "total_weights.csv".
     */
    public List<LexiconFile.Row> readerRows(String table) {
        return List.copyOf(readerRows.getOrDefault(table, List.of()));
    }

    /** Returns all terms of office of a person, by display name, in the order of the table. */
    public List<Entry.Holder> terms(String name) {
        return terms.getOrDefault(name, List.of());
    }

    /** Is the word of this folded hash an everyday word, so that on its own it is not a surname? */
    public boolean isCommonWord(long hash) {
        return commonWords.contains(hash);
    }

    private static List<Match> find(PhraseTrie trie, Tokens tokens) {
        List<Match> found = new ArrayList<>();
        int token = 0;
        while (token < tokens.size()) {
            Match match = trie.longest(tokens, token);
            if (match == null) {
                token++;
                continue;
            }
            found.add(match);
            token = match.end();
        }
        return found;
    }

    /** Returns the ISO 4217 code of a currency sign such as "$", "US$" or "€". */
    public Optional<String> currencyOfSign(String sign) {
        return Optional.ofNullable(symbols.get(sign));
    }

    /** Is this an ISO 4217 code of the lexicon? */
    public boolean isCurrency(String code) {
        return currencies.contains(code);
    }

    /** Has the currency of this code a sign of its own, or one that it shares? */
    public boolean isWritten(String code) {
        return written.contains(code);
    }

    /** Returns the words that make up numbers. */
    public NumberTable numbers() {
        return numbers;
    }

    /** Returns the phrases that bound a number. */
    public BoundTable bounds() {
        return bounds;
    }

    /** Returns the words after which a full stop does not end a sentence. */
    public Abbreviations abbreviations() {
        return abbreviations;
    }

    /** Returns the frequent words by which languages are distinguished. */
    public Languages languages() {
        return languages;
    }

    /**
     * Returns the states whose money the word with a folded hash may be, as currency codes by state codes; empty for a
     * word that only one currency has.
     */
    public Map<String, String> sharedMoney(long hash) {
        return sharedMoney.getOrDefault(hash, Map.of());
    }

    /** Returns the display name for the code of a state or body; the code itself when unknown. */
    public String nameOf(String code) {
        return names.getOrDefault(code, code);
    }

    /** Does the state or body usually give? Members of the OECD's Development Assistance Committee and banks do. */
    public boolean usuallyGives(String code) {
        return donors.contains(code);
    }

    /**
     * Returns the month in which a head of state or government last took office before a day.
     *
     * @param name display name or surname
     * @param day ISO day, or empty for the latest term
     * @return the month as ISO text; empty for a person not known
     */
    public Optional<String> officeBegan(String name, Optional<String> day) {
        NavigableSet<String> months = officeBegan.get(name);
        if (months == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(day.isPresent() ? months.floor(day.get()) : months.last());
    }

    /** Returns the code of the union that the state is a member of. */
    public Optional<String> unionOf(String state) {
        return Optional.ofNullable(unions.get(state));
    }

    /** Does this donor lend under one authority only, listed in authorities.csv under the donor's own code? */
    public boolean hasSoleAuthority(String donor) {
        return soleAuthorities.contains(donor);
    }

    /** Is the state a member of the union of this code? */
    public boolean isMember(String state, String union) {
        return union.equals(unions.get(state));
    }

    /**
     * Returns the cues of a single word, one bit for each {@link Cue#ordinal()}; 0 if it has none.
     *
     * @param word in lower case
     */
    public long cuesOf(String word) {
        return cueWords.getOrDefault(Folding.hash(word), 0L);
    }

    /** Returns the only state in whose politics a word is used, by the word's folded hash. */
    public Optional<String> homeOfPolitics(long word) {
        return Optional.ofNullable(politics.get(word));
    }

    /** Is money of this body a loan? */
    public boolean lends(String code) {
        return lenders.contains(code);
    }

    /** Does the state give at times, without being one of the usual donors? */
    public boolean sometimesGives(String code) {
        return lesserDonors.contains(code);
    }

    /** Does the party give at least sometimes? */
    public boolean isDonor(String code) {
        return usuallyGives(code) || sometimesGives(code);
    }

    /** Are the loans of this body programmes for a state's whole budget? */
    public boolean lendsByProgramme(String code) {
        return programmes.contains(code);
    }

    /** Does a vote of this body grant its money? */
    public boolean votes(String code) {
        return voters.contains(code);
    }

    /** Does this body appeal for money from others? */
    public boolean appeals(String code) {
        return appealers.contains(code);
    }

    /** Returns the only state that gives aid in this currency. */
    public Optional<String> homeOf(String currency) {
        return Optional.ofNullable(homes.get(currency));
    }

    /** Does the state get no arms, sold or given, from the usual donors, whatever else they give? */
    public boolean isUnarmed(String code) {
        return unarmed.contains(code);
    }

    /** Is the state under arms embargoes of the usual donors, so that it cannot be a recipient of their aid? */
    public boolean isEmbargoed(String code) {
        return embargoed.contains(code);
    }

    /** Returns all codes of states and bodies with their display names, in the order of the tables. */
    public Map<String, String> names() {
        return new LinkedHashMap<>(names);
    }

    private static List<LexiconFile> shipped() {
        return TABLES.stream().map(Lexicon::shipped).toList();
    }

    /** Returns the tokens of a phrase, split as text is split. */
    static Tokens phrase(String phrase) {
        return Tokenizer.split(phrase);
    }

    private static final class Standard {
        static final Lexicon LEXICON = of(shipped());
    }
}
