package dev.tranche.lexicon;

import java.util.List;
import java.util.stream.Stream;

/**
 * The version of the shipped tables that a program reads with; any changed row makes a different version.
 *
 * @param value twelve hexadecimal digits: the start of the SHA-256 of the names and contents of all shipped tables
 */
public record LexiconVersion(String value) {

    private static final int DIGITS = 12;

    /** The resources of this package to which a lexicon cannot add rows. */
    private static final List<String> OTHER_TABLES = List.of(
            "bill_steps.csv",
            "exchange_rates.csv",
            "local_dollars.csv",
            "office_words.csv",
            "places.csv",
            "en/class_order.csv",
            "en/endings.csv",
            "en/grammar_words.csv",
            "en/irregular_verbs.csv",
            "en/news_words.csv",
            "en/open_words.csv",
            "en/particles.csv",
            "en/prefixes.csv",
            "en/verb_classes.csv");

    /** Returns the version of the tables that ship with this program; reads all of them. */
    public static LexiconVersion shipped() {
        return new LexiconVersion(TableHash.of(tables().map(Lexicon::shipped), DIGITS));
    }

    /** Returns the names of all tables that ship. */
    static Stream<String> tables() {
        return Stream.concat(Lexicon.tableNames().stream(), OTHER_TABLES.stream());
    }
}
