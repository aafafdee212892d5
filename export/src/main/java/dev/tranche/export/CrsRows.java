package dev.tranche.export;

import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rows in the columns of the OECD's CRS++ reporting format, one for each entry that counts as pledged or given.
 *
 * <p>What is requested, planned, voted, stopped, doubtful or a package of parts is not a commitment in the sense of the
 * format and has no row, so that the column of commitments adds up to the ledger's sums. Codes unknown to the ledger
 * are empty.
 */
public final class CrsRows implements Format {

    private static final About ABOUT =
            About.file("crs", "OECD CRS++ rows (CSV)", "crs.csv", "text/csv;charset=utf-8", About.Part.LEDGER);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Optional<String> obstacle(Exported book) {
        try (Stream<Commitment> entries = book.entries()) {
            return entries.anyMatch(Commitment::counted)
                    ? Optional.empty()
                    : Optional.of("CRS++ needs at least one booked entry that is announced or delivered; none of those"
                            + " selected is.");
        }
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(to.open(about().fileName()), StandardCharsets.UTF_8))) {
            CsvTables.write(CrsTable.of(book), out);
        }
    }

    @Override
    public List<String> remarks(Exported book) {
        Tally tally = new Tally();
        try (Stream<Commitment> entries = book.entries()) {
            entries.forEachOrdered(tally::add);
        }
        return tally.sentences();
    }

    /** Collects the remarks for readers of the file. */
    private static final class Tally {
        private long rows;
        private long leftOut;
        private long uncoded;
        private long military;
        private final TreeSet<String> parties = new TreeSet<>();

        private void add(Commitment entry) {
            if (!entry.counted()) {
                leftOut++;
                return;
            }
            rows++;
            List<String> missing = CrsTable.withoutCode(entry);
            if (!missing.isEmpty()) {
                uncoded++;
                parties.addAll(missing);
            }
            if (entry.type() == AidType.MILITARY) {
                military++;
            }
        }

        private List<String> sentences() {
            List<String> sentences = new ArrayList<>();
            sentences.add(rows + " rows; " + leftOut + " of " + (rows + leftOut)
                    + " entries are left out: not booked, or neither announced nor delivered.");
            if (uncoded > 0) {
                sentences.add("In " + uncoded + " rows a party has no CRS code and the cell is empty: "
                        + String.join(", ", parties) + ".");
            }
            if (military > 0) {
                sentences.add(military + " rows are military aid, which is not ODA: type of flow 50.");
            }
            return sentences;
        }
    }
}
