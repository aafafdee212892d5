package dev.tranche.export;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The code lists of the Creditor Reporting System, read from {@code crs_codes.csv}, {@code crs_words.csv} and
 * {@code crs_agencies.csv}.
 */
final class CrsCodes {

    private static final CrsCodes STANDARD = new CrsCodes();

    /** A column whose code words decide. */
    enum Column {
        /** Type of finance: grant, loan or guarantee. */
        FINANCE,
        /** Type of aid: budget support, scholarships, debt relief. */
        AID,
        /** Sector or purpose. */
        PURPOSE
    }

    /**
     * What the lists say about a state or body.
     *
     * @param donor its code as a reporting country or organisation
     * @param recipient its code as a recipient
     * @param oda {@code yes}, {@code no}, the last year for which it could receive ODA, or empty
     */
    private record Party(Optional<String> donor, Optional<String> recipient, String oda) {}

    /**
     * A phrase that decides a code.
     *
     * @param words lower-case words with spaces between them and at each end
     * @param type the type of assistance it is limited to, or empty
     */
    private record Phrase(Column column, String type, String code, String words) {}

    /**
     * An agency of a donor.
     *
     * @param words one of its names, in lower case with spaces between words
     */
    private record Agency(String donor, String code, String words) {}

    private final List<Agency> agencies = new ArrayList<>();
    private final Map<String, Party> parties = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    private CrsCodes() {
        for (LexiconFile.Row row : table("crs_codes.csv")) {
            parties.put(
                    row.field("party"),
                    new Party(filled(row.field("donor")), filled(row.field("recipient")), row.field("oda")));
        }
        for (LexiconFile.Row row : table("crs_words.csv")) {
            Column column = Column.valueOf(row.field("column").toUpperCase(Locale.ROOT));
            for (String words : row.alternatives("words")) {
                phrases.add(new Phrase(column, row.field("type"), row.field("code"), folded(words)));
            }
        }
        for (LexiconFile.Row row : table("crs_agencies.csv")) {
            for (String words : row.alternatives("words")) {
                agencies.add(new Agency(row.field("donor"), row.field("code"), folded(words)));
            }
        }
        phrases.sort(Comparator.comparingInt((Phrase phrase) -> phrase.words().length())
                .reversed());
    }

    static CrsCodes standard() {
        return STANDARD;
    }

    private static Optional<String> filled(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    private static List<LexiconFile.Row> table(String name) {
        try (InputStream in = CrsCodes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new LexiconFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** Returns the code of a party as a reporting country or organisation. */
    Optional<String> donor(String party) {
        return Optional.ofNullable(parties.get(party)).flatMap(Party::donor);
    }

    /** Returns the code of a party as a recipient. */
    Optional<String> recipient(String party) {
        return Optional.ofNullable(parties.get(party)).flatMap(Party::recipient);
    }

    /**
     * Returns the code of the only agency of a donor named beside a sum as giving it; empty if there is none or
     * there are several.
     *
     * @param party the donor
     * @param given words of the sum and of its donor
     * @param announced words on who made it public: an announcing agency is not necessarily the one that gives
     */
    Optional<String> agency(String party, Iterable<String> given, Iterable<String> announced) {
        Set<String> codes = agencies(party, given);
        codes.removeAll(agencies(party, announced));
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    private Set<String> agencies(String party, Iterable<String> quotes) {
        Set<String> codes = new TreeSet<>();
        for (String quote : quotes) {
            String words = folded(quote);
            agencies.stream()
                    .filter(agency -> agency.donor().equals(party) && words.contains(agency.words()))
                    .forEach(agency -> codes.add(agency.code()));
        }
        return codes;
    }

    /** Is a party on the list of those who may receive official development assistance in a year? */
    boolean mayReceiveOda(String party, OptionalInt year) {
        Party known = parties.get(party);
        if (known == null || known.oda().isEmpty() || known.oda().equals("no")) {
            return false;
        }
        return known.oda().equals("yes") || year.isPresent() && year.getAsInt() <= Integer.parseInt(known.oda());
    }

    /**
     * Returns the code of a column determined by the words beside a sum; empty if they determine none or several.
     *
     * @param quotes the words, of each report that states the sum
     */
    Optional<String> byWords(Column column, AidType type, Iterable<String> quotes) {
        TreeSet<String> codes = new TreeSet<>();
        for (String quote : quotes) {
            String left = folded(quote);
            for (Phrase phrase : phrases) {
                boolean fits = phrase.column() == column
                        && (phrase.type().isEmpty() || phrase.type().equals(type.slug()));
                if (fits && left.contains(phrase.words())) {
                    codes.add(phrase.code());
                    // A word that is part of a longer phrase has no further effect.
                    left = left.replace(phrase.words(), " | ");
                }
            }
        }
        codes.removeIf(sector -> codes.stream().anyMatch(code -> isWithin(code, sector)));
        return codes.size() == 1 ? Optional.of(codes.first()) : Optional.empty();
    }

    private static boolean isWithin(String code, String sector) {
        return code.length() > sector.length() && code.startsWith(sector);
    }

    /** Returns the words of a text in lower case, with a space before and after each. */
    private static String folded(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
