package dev.tranche.naming;

import dev.tranche.text.Folding;

/**
 * A key shared by transcriptions of one name: "Kuleba" and "Kouleba", "Zelenskyy" and "Zelensky".
 *
 * <p>Works on folded letters: {@code ou} is u; {@code w} is v; {@code th}, {@code kh}, {@code ph} lose their h;
 * {@code x} is ks; {@code y}, {@code j} and {@code i} are one vowel, counted once; doubled letters count once; a
 * last e after a consonant is dropped ("Poutine").
 */
public final class NameKey {

    private NameKey() {}

    /** Returns the key of one word; empty for a word without letters. */
    public static String of(CharSequence name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = Folding.fold(name.charAt(i));
            char after = i + 1 < name.length() ? Folding.fold(name.charAt(i + 1)) : ' ';
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            if (c == 'o' && after == 'u') {
                continue;
            }
            if (c == 'h' && key.length() > 0 && "tkpg".indexOf(key.charAt(key.length() - 1)) >= 0) {
                continue;
            }
            append(key, c);
        }
        int last = key.length() - 1;
        if (last > 2 && key.charAt(last) == 'e' && "aeiou".indexOf(key.charAt(last - 1)) < 0) {
            key.setLength(last);
        }
        return key.toString();
    }

    /** The letters that transcribe one sound, longest first, and the letter that represents them. */
    private static final String[][] SOUNDS = {
        {"schtsch", "s"},
        {"shch", "s"},
        {"chtch", "s"},
        {"stch", "s"},
        {"tsch", "c"},
        {"tch", "c"},
        {"sch", "s"},
        {"sh", "s"},
        {"ch", "c"},
        {"zh", "z"},
        {"kh", "h"},
        {"gh", "g"},
        {"th", "t"},
        {"ph", "f"},
        {"ck", "k"},
        {"ts", "c"},
        {"tz", "c"},
        {"cz", "c"},
        {"ou", "u"},
        {"oo", "u"},
        {"ff", "v"},
        {"q", "k"},
    };

    /**
     * Returns a broader key: sibilants, {@code ts} and {@code c}, {@code kh} and {@code h}, {@code -off} and
     * {@code -ov} are merged as well. Too broad for bare surnames.
     */
    public static String sound(CharSequence name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = Folding.fold(name.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            }
        }
        StringBuilder key = new StringBuilder(folded.length());
        int at = 0;
        while (at < folded.length()) {
            int length = 0;
            for (String[] sound : SOUNDS) {
                if (folded.indexOf(sound[0], at) == at) {
                    append(key, sound[1].charAt(0));
                    length = sound[0].length();
                    break;
                }
            }
            if (length == 0) {
                append(key, folded.charAt(at));
                length = 1;
            }
            at += length;
        }
        int last = key.length() - 1;
        if (last > 2 && key.charAt(last) == 'e' && "aeiou".indexOf(key.charAt(last - 1)) < 0) {
            key.setLength(last);
        }
        return key.toString();
    }

    private static void append(StringBuilder key, char c) {
        if (c == 'x') {
            append(key, 'k');
            append(key, 's');
            return;
        }
        char plain = switch (c) {
            case 'y', 'j' -> 'i';
            case 'w' -> 'v';
            default -> c;
        };
        if (key.length() == 0 || key.charAt(key.length() - 1) != plain) {
            key.append(plain);
        }
    }
}
