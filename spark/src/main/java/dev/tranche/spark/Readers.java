package dev.tranche.spark;

import dev.tranche.extract.Extractor;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Loads a lexicon once for each process of the cluster. */
final class Readers {

    private static final Map<String, Extractor> LOADED = new ConcurrentHashMap<>();
    private static final int DIGITS = 16;

    private Readers() {}

    /** Returns a reader with the shipped lexicon and a user's own tables by their names. */
    static Extractor of(SortedMap<String, String> tables) {
        return LOADED.computeIfAbsent(digest(tables), key -> Extractor.of(lexicon(tables)));
    }

    private static Lexicon lexicon(SortedMap<String, String> tables) {
        if (tables.isEmpty()) {
            return Lexicon.standard();
        }
        List<LexiconFile> files = new ArrayList<>();
        tables.forEach((name, text) -> files.add(new LexiconFile(name, text)));
        return Lexicon.standardWith(files);
    }

    /** Returns a digest of all tables. */
    static String digest(SortedMap<String, String> tables) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : Lexicon.tableNames()) {
                add(digest, name, Lexicon.shipped(name).text());
            }
            tables.forEach((name, text) -> add(digest, name, text));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static void add(MessageDigest digest, String name, String text) {
        digest.update((name + "\n" + text.length() + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
