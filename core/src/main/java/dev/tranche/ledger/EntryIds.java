package dev.tranche.ledger;

import dev.tranche.fact.Terms;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names entries after their first evidence: donor, recipients, year and a hash of report and place.
 *
 * <p>The hash belongs to a claim, not to a sum or day, so that a correction, another outlet or a merge does not change
 * the name; an entry can be found by the hash of each of its claims, so an older name leads to the entry that now holds
 * it.
 */
final class EntryIds {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;

    /**
     * Letters of a permanent name: 50 bits, so that two of a million entries share a name with a probability of about 1
     * in 2,000.
     */
    private static final int LENGTH = 10;

    /** Letters shown to people, as long as they distinguish entries. */
    private static final int SHORT = 4;

    /** Replaces a donor or recipient not named in the first report. */
    private static final String NOBODY = "XX";

    private static final int MOST_NAMED = 3;

    private static final Comparator<Claim> FIRST = Comparator.comparing((Claim claim) ->
                    claim.published().from().or(() -> claim.published().to()).orElse(LocalDate.MAX))
            .thenComparing(Claim.ORDER);

    private EntryIds() {}

    /** Returns the permanent name of the entry of some claims. */
    static String of(Collection<Claim> claims) {
        Claim first = claims.stream().min(FIRST).orElseThrow();
        Terms terms = first.fact().terms();
        String year = first.published()
                .from()
                .or(() -> first.published().to())
                .or(first::firstDay)
                .map(day -> Integer.toString(day.getYear()))
                .orElse("undated");
        return named(terms.donors()) + "-" + named(terms.recipients()) + "-" + year + "-" + hash(first);
    }

    private static String named(List<String> codes) {
        List<String> sorted = codes.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return NOBODY;
        }
        return sorted.size() > MOST_NAMED ? sorted.getFirst() + "+" + (sorted.size() - 1) : String.join("+", sorted);
    }

    /** Returns the letters that identify a claim. */
    static String hash(Claim claim) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256")
                    .digest((claim.fact().evidence().document().value()
                                    + '\n'
                                    + place(claim.fact().evidence()))
                            .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
        long bits = ByteBuffer.wrap(digest).getLong();
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt((int) (bits & 31)));
            bits >>>= BITS;
        }
        return letters.toString();
    }

    /**
     * The position of the number itself, which stays the same if a newer reader quotes more or fewer words around it.
     */
    static int place(Evidence evidence) {
        String quote = evidence.quote();
        int start = evidence.span().start();
        for (int i = 0; i < quote.length(); i++) {
            if (Character.isDigit(quote.charAt(i))) {
                return start + i;
            }
        }
        return start;
    }

    /** Returns the letters of a name after its last hyphen. */
    static String letters(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }

    /** Returns the shortest names that distinguish entries, by their permanent names. */
    static Map<String, String> shortened(Collection<String> ids) {
        Map<String, Integer> uses = new HashMap<>();
        for (String id : ids) {
            for (int length = SHORT; length <= letters(id).length(); length++) {
                uses.merge(cut(id, length), 1, Integer::sum);
            }
        }
        Map<String, String> names = new HashMap<>();
        for (String id : ids) {
            String name = id;
            for (int length = SHORT; length < letters(id).length(); length++) {
                if (uses.getOrDefault(cut(id, length), 0) == 1) {
                    name = cut(id, length);
                    break;
                }
            }
            names.put(id, name);
        }
        return names;
    }

    private static String cut(String id, int length) {
        return id.substring(0, id.lastIndexOf('-') + 1) + letters(id).substring(0, length);
    }
}
