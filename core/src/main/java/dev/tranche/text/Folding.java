package dev.tranche.text;

import java.text.Normalizer;

/**
 * The folded form of letters, in which spellings of one word coincide: lower case, without diacritics.
 *
 * <p>Folding is one character to one character, so that offsets stay valid; it does not depend on a locale.
 */
public final class Folding {

    /** Up to the end of Latin Extended Additional, which covers Vietnamese and Welsh. */
    private static final int TABLE_SIZE = 0x1f00;

    /** Letters that Unicode does not split into a base and a mark, each with the letter it is folded to. */
    private static final String[] UNDECOMPOSED = {
        "øo", "Øo", "łl", "Łl", "đd", "Đd", "ıi", "ßs", "ẞs", "æa", "Æa", "ǽa", "Ǽa", "œo", "Œo", "ħh", "Ħh", "ðd",
        "Ðd", "þt", "Þt", "ŋn", "Ŋn", "ŧt", "Ŧt", "ƒf", "Ƒf", "ɓb", "Ɓb", "ɗd", "Ɗd", "ɖd", "Ɖd", "ƙk", "Ƙk", "ƴy",
        "Ƴy", "ɲn", "Ɲn", "ɣg", "Ɣg", "əa", "Əa", "ǝa", "Ǝa", "ɛe", "Ɛe", "ɔo", "Ɔo", "ɨi", "Ɨi", "ʉu", "Ʉu", "ɩi",
        "Ɩi", "ʋv", "Ʋv", "ƶz", "Ƶz", "ŀl", "Ŀl", "ŉn", "ĸk", "ǿo", "Ǿo", "ɍr", "Ɍr", "ɇe", "Ɇe", "ɉj", "Ɉj"
    };

    private static final char[] TABLE = table();
    private static final long PRIME = 0x100000001b3L;

    /** The hash of the empty word, to start {@link #hash(long, char)} with. */
    public static final long EMPTY = 0xcbf29ce484222325L;

    private Folding() {}

    /** Returns the folded form of one UTF-16 unit. */
    public static char fold(char c) {
        return c < TABLE_SIZE ? TABLE[c] : Character.toLowerCase(c);
    }

    /** Returns the folded form of a text, of the same length. */
    public static String fold(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /** Returns the hash of a word one folded character longer (64-bit FNV-1a over UTF-16 units). */
    public static long hash(long hash, char folded) {
        return (hash ^ folded) * PRIME;
    }

    /** Returns the hash of a whole word, folded. */
    public static long hash(CharSequence word) {
        long hash = EMPTY;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, fold(word.charAt(i)));
        }
        return hash;
    }

    /** Marks of other scripts make different letters: й is not и. */
    private static boolean isLatin(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char c = 0; c < TABLE_SIZE; c++) {
            table[c] = isLatin(c)
                    ? Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                            .charAt(0))
                    : Character.isLetter(c) ? Character.toLowerCase(c) : c;
        }
        for (String pair : UNDECOMPOSED) {
            table[pair.charAt(0)] = pair.charAt(1);
        }
        return table;
    }
}
