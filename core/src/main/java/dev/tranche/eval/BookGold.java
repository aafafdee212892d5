package dev.tranche.eval;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A gold book: which sums in some months of reports belong to one commitment, and which are totals or not assistance at
 * all.
 *
 * <p>The file holds one JSON object per line: first a head with the name of the book and its first and last day, then the
 * commitments. It refers to reports by their ids and short quotes of sums, and does not contain their text.
 *
 * @param name name of the book
 * @param from first day of publication of its reports
 * @param to last day of publication
 * @param entries the commitments and bills
 * @param totals sums that are running totals
 * @param none sums that are not assistance between governments
 */
public record BookGold(
        String name, LocalDate from, LocalDate to, List<Entry> entries, List<Told> totals, List<Told> none) {

    /**
     * A sum stated in a report.
     *
     * @param report id of the report
     * @param quote the words of the sum
     */
    public record Told(String report, String quote) {

        /** Are these the words of a sum stated in a report? The first number decides. */
        boolean matches(String id, String words) {
            return report.equals(id)
                    && !number(quote).isEmpty()
                    && numbers(words).contains(number(quote));
        }

        private static String number(String text) {
            List<String> all = numbers(text);
            return all.isEmpty() ? "" : all.getFirst();
        }

        private static List<String> numbers(String text) {
            List<String> numbers = new ArrayList<>();
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i <= text.length(); i++) {
                char c = i < text.length() ? text.charAt(i) : ' ';
                boolean inside = c == '.'
                        && digits.length() > 0
                        && i + 1 < text.length()
                        && Character.isDigit(text.charAt(i + 1));
                if (Character.isDigit(c) || inside) {
                    digits.append(c);
                } else if (digits.length() > 0 && c != ',') {
                    numbers.add(digits.toString());
                    digits.setLength(0);
                }
            }
            return numbers;
        }
    }

    /**
     * A commitment or bill.
     *
     * @param id its name in the gold
     * @param donors codes of the donors, possibly empty
     * @param recipients codes of the recipients
     * @param amount its sum in whole units
     * @param also other sums reported for it that count as right
     * @param currency ISO 4217 code of the sum
     * @param stages the stages that count as right
     * @param partOf the gold name of its package
     * @param counted whether its sum is pledged or given, and not a whole whose parts count
     * @param rest the remainder after its parts, which counts; 0 for most
     * @param tells the reports that state it
     */
    public record Entry(
            String id,
            List<String> donors,
            List<String> recipients,
            BigDecimal amount,
            List<BigDecimal> also,
            String currency,
            List<String> stages,
            Optional<String> partOf,
            boolean counted,
            BigDecimal rest,
            List<Told> tells) {

        /** Copies the lists. */
        public Entry {
            donors = List.copyOf(donors);
            recipients = List.copyOf(recipients);
            also = List.copyOf(also);
            stages = List.copyOf(stages);
            tells = List.copyOf(tells);
        }

        /** Returns what it adds to the sum of its donor and recipient. */
        public BigDecimal adds() {
            return counted ? amount : rest;
        }
    }

    /** Copies the lists. */
    public BookGold {
        entries = List.copyOf(entries);
        totals = List.copyOf(totals);
        none = List.copyOf(none);
    }

    /**
     * Reads a gold book.
     *
     * @param place the file's name, for the message of the {@link BundleException} raised for any other text
     */
    public static BookGold parse(String place, String text) {
        List<JsonValue> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> JsonValue.parse(place, line))
                .toList();
        if (lines.isEmpty() || lines.getFirst().member("book").isNull()) {
            throw new BundleException(place + ": a gold book begins with a line {\"book\", \"from\", \"to\"}.");
        }
        JsonValue head = lines.getFirst();
        List<Entry> entries = new ArrayList<>();
        List<Told> totals = new ArrayList<>();
        List<Told> none = new ArrayList<>();
        for (JsonValue line : lines.subList(1, lines.size())) {
            if (!line.member("total").isNull()) {
                totals.addAll(tells(line));
            } else if (!line.member("none").isNull()) {
                none.addAll(tells(line));
            } else {
                entries.add(entry(place, line));
            }
        }
        return new BookGold(
                head.member("book").text().orElse(place),
                day(place, head, "from"),
                day(place, head, "to"),
                entries,
                totals,
                none);
    }

    /** Is this the beginning of a gold book? */
    public static boolean isOne(String text) {
        return text.stripLeading().startsWith("{\"book\"");
    }

    private static LocalDate day(String place, JsonValue head, String key) {
        return head.member(key)
                .text()
                .map(LocalDate::parse)
                .orElseThrow(() -> new BundleException(place + ": the head has no \"" + key + "\"."));
    }

    private static Entry entry(String place, JsonValue line) {
        return new Entry(
                line.member("entry").text().orElse(""),
                line.member("donor").texts(),
                line.member("recipient").texts(),
                line.member("amount")
                        .number()
                        .orElseThrow(() -> new BundleException(place + ": an entry has no \"amount\".")),
                line.member("also").list().stream()
                        .flatMap(each -> each.number().stream())
                        .toList(),
                line.member("currency").text().orElse("USD"),
                line.member("stage").texts(),
                line.member("part_of").text(),
                line.member("counted").equals(new JsonValue.Truth(true)),
                line.member("rest").number().orElse(BigDecimal.ZERO),
                tells(line));
    }

    private static List<Told> tells(JsonValue line) {
        return line.member("tells").list().stream()
                .map(each -> new Told(each.texts().getFirst(), each.texts().getLast()))
                .toList();
    }
}
