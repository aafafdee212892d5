package dev.tranche.naming;

/**
 * Whether two written names may be one person's: transcriptions, short forms, initials and misspellings.
 *
 * <p>Surnames with one {@link NameKey} need matching first names. Surnames that only sound alike ("Hrytsak" and
 * "Gritsak", "Shcherbakov" and "Chtcherbakoff") need the same first name written out on both sides. Middle names do not
 * count.
 */
public final class Spellings {

    private static final int SHORTEST_NEAR = 6;
    private static final int SHORTEST_SURNAME = 4;

    private Spellings() {}

    /** May the two names be one person's? For bare surnames the surname alone decides. */
    public static boolean maySame(String one, String other) {
        String surname = surname(one);
        String second = surname(other);
        String first = first(one);
        String firstOther = first(other);
        if (NameKey.of(surname).equals(NameKey.of(second))) {
            return FirstNames.fit(first, firstOther)
                    || surname.length() >= SHORTEST_SURNAME && isSlip(first, firstOther);
        }
        boolean named = first.length() > 1 && firstOther.length() > 1;
        return named && FirstNames.key(first).equals(FirstNames.key(firstOther)) && soundAlike(surname, second);
    }

    /** Returns a key that the names of one person share when their first names are written out. */
    public static String firstKey(String fullName) {
        return FirstNames.key(first(fullName));
    }

    /** Returns the first word of a full name; empty for a bare surname. */
    static String first(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? "" : name.substring(0, blank);
    }

    static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** A first name that nobody has, one letter from the other: "Vlodymyr" and "Volodymyr". */
    private static boolean isSlip(String one, String other) {
        boolean known = GivenNames.isKnown(one) && GivenNames.isKnown(other);
        return !known && isNear(NameKey.of(one), NameKey.of(other));
    }

    private static boolean soundAlike(String one, String other) {
        return soundsOne(one, other) || soundsOne(one.replace("oe", "u"), other.replace("oe", "u"));
    }

    private static boolean soundsOne(String one, String other) {
        String a = NameKey.sound(one);
        String b = NameKey.sound(other);
        boolean paired = a.length() >= SHORTEST_SURNAME
                && b.length() == a.length()
                && a.charAt(0) != b.charAt(0)
                && startsAlike(a, b)
                && a.regionMatches(1, b, 1, a.length() - 1);
        return a.equals(b) && a.length() > 2 || paired || isNear(a, b);
    }

    /** Do two keys of some length differ in one letter, other than the first, unless h replaces g or zh replaces j? */
    private static boolean isNear(String a, String b) {
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        if (shorter.length() < SHORTEST_NEAR || longer.length() - shorter.length() > 1 || !startsAlike(a, b)) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        int skip = longer.length() == shorter.length() ? 1 : 0;
        return shorter.substring(Math.min(shorter.length(), at + skip))
                .equals(longer.substring(Math.min(at + 1, longer.length())));
    }

    private static boolean startsAlike(String a, String b) {
        char one = a.isEmpty() ? ' ' : a.charAt(0);
        char other = b.isEmpty() ? ' ' : b.charAt(0);
        return one == other || isPair(one, other, 'h', 'g') || isPair(one, other, 'z', 'i');
    }

    private static boolean isPair(char one, char other, char a, char b) {
        return one == a && other == b || one == b && other == a;
    }
}
