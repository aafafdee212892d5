package dev.tranche.lexicon;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * One table of the lexicon: commented CSV with a header row.
 *
 * @param name file name, which determines what the rows are: {@code states.csv}, {@code bodies.csv}…
 * @param text the file's text: lines starting with {@code #} are comments, then a header row, then RFC 4180 rows;
 *     {@code |} separates alternatives inside a field
 */
public record LexiconFile(String name, String text) {

    /** Returns the rows in order. Throws {@link LexiconException} with the file's name for a broken table. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : reader) {
                rows.add(new Row(this, record));
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new LexiconException(name + ": not a readable table: " + broken.getMessage(), broken);
        }
        return rows;
    }

    /**
     * One row of a table.
     *
     * @param file the table
     * @param record the fields by column
     */
    public record Row(LexiconFile file, NamedCsvRecord record) {

        /** Returns a field, trimmed. Throws {@link LexiconException} when the table lacks the column. */
        public String field(String column) {
            return record.findField(column)
                    .orElseThrow(() -> new LexiconException(
                            file.name + ", line " + record.getStartingLineNumber() + ": the column " + column
                                    + " is missing; its columns are " + record.getHeader(),
                            null))
                    .trim();
        }

        /** Does the table have a column of this name? Columns added later may be missing in a user's table. */
        public boolean has(String column) {
            return record.findField(column).isPresent();
        }

        /** Returns the alternatives of a field in order, none for an empty one. */
        public List<String> alternatives(String column) {
            List<String> list = new ArrayList<>();
            for (String part : field(column).split("\\|")) {
                if (!part.isBlank()) {
                    list.add(part.trim());
                }
            }
            return list;
        }

        /** Returns the place of the row: file and line. */
        public String place() {
            return file.name + ":" + record.getStartingLineNumber();
        }

        /** Returns an error about this row that names file and line. */
        public LexiconException refuse(String why) {
            return new LexiconException(file.name + ", line " + record.getStartingLineNumber() + ": " + why, null);
        }
    }
}
