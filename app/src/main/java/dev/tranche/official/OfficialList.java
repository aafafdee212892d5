package dev.tranche.official;

import dev.tranche.fact.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The rows of one official list.
 *
 * @param rows in the order of the file
 * @param leftOut why rows were left out, and how many for each reason
 */
public record OfficialList(List<Row> rows, Map<String, Integer> leftOut) {

    /**
     * One announced sum.
     *
     * @param line its line in the file, from 1
     * @param date the day of the announcement
     * @param amount whole units of the currency, above 0
     * @param currency ISO 4217
     * @param donor code of the donor
     * @param recipients codes of the recipients
     * @param authority code or name of the authority, possibly empty
     * @param counter its number in the list's own count
     * @param stage how far it had come
     * @param note the list's remark, possibly empty
     * @param source address or name of its source
     */
    public record Row(
            int line,
            LocalDate date,
            BigDecimal amount,
            String currency,
            String donor,
            List<String> recipients,
            String authority,
            OptionalInt counter,
            Stage stage,
            String note,
            String source) {

        /** Copies the list. */
        public Row {
            recipients = List.copyOf(recipients);
        }
    }

    /** Copies the collections. */
    public OfficialList {
        rows = List.copyOf(rows);
        leftOut = Map.copyOf(new TreeMap<>(leftOut));
    }
}
