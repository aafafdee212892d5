package dev.tranche.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the files of a format add up to, read back by libraries that did not write them. */
final class FileSums {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FileSums() {}

    /**
     * Returns the sums by currency, without trailing zeros; empty for formats that hold no sums.
     *
     * @param marker the column of the tables that marks what counts
     */
    static Optional<Map<String, BigDecimal>> of(Format format, Exported book, String marker) throws Exception {
        Map<String, byte[]> files = SampleBook.files(format, book);
        return switch (format) {
            case CsvTables csv -> Optional.of(csv(file(files, "entries.csv"), marker, "amount", 0));
            case Workbook xlsx -> Optional.of(workbook(only(files), marker));
            case ParquetTables parquet -> Optional.of(parquet(file(files, "entries.parquet"), marker));
            case IatiActivities iati -> Optional.of(commitments(only(files)));
            case CrsRows crs -> Optional.of(csv(only(files), "", "Commitments", 3));
            case Entities ftm -> Optional.of(payments(only(files)));
            case Flows geojson -> Optional.of(flows(only(files)));
            case Annotations jsonld -> Optional.empty();
            case Calendar ics -> Optional.empty();
            case StoryLine slides -> Optional.empty();
            case Citations references -> Optional.empty();
        };
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static byte[] only(Map<String, byte[]> files) throws IOException {
        if (files.size() != 1) {
            throw new IOException("not one file: " + files.keySet());
        }
        return files.values().iterator().next();
    }

    private static void add(Map<String, BigDecimal> sums, String currency, BigDecimal amount) {
        sums.merge(currency, amount, BigDecimal::add);
    }

    /** Makes sums comparable: 5E+6 and 5000000.00 are one number. */
    static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> plain = new TreeMap<>();
        sums.forEach((currency, sum) -> plain.put(currency, sum.stripTrailingZeros()));
        return plain;
    }

    private static Map<String, BigDecimal> csv(byte[] file, String marker, String amount, int zeros) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        String currency = zeros == 0 ? "currency" : "Currency";
        CsvReader.builder().ofNamedCsvRecord(new String(file, UTF_8)).stream()
                .filter(row -> marker.isEmpty() || row.getField(marker).equals("true"))
                .forEach(row ->
                        add(sums, row.getField(currency), new BigDecimal(row.getField(amount)).movePointRight(zeros)));
        return plain(sums);
    }

    private static Map<String, BigDecimal> workbook(byte[] file, String marker) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Map<String, Integer> heads = new HashMap<>();
            for (Row row : book.getSheet("entries")) {
                if (row.getRowNum() == 0) {
                    row.forEach(cell -> heads.put(cell.getStringCellValue(), cell.getColumnIndex()));
                    continue;
                }
                if (row.getCell(Objects.requireNonNull(heads.get(marker))).getBooleanCellValue()) {
                    add(
                            sums,
                            row.getCell(Objects.requireNonNull(heads.get("currency")))
                                    .getStringCellValue(),
                            BigDecimal.valueOf(row.getCell(Objects.requireNonNull(heads.get("amount")))
                                    .getNumericCellValue()));
                }
            }
        }
        return plain(sums);
    }

    private static Map<String, BigDecimal> parquet(byte[] file, String marker) throws IOException, SQLException {
        Path table = Files.createTempFile("entries", ".parquet");
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            Files.write(table, file);
            ResultSet answer = statement.executeQuery(
                    "select currency, sum(amount) from '" + table + "' where " + marker + " group by currency");
            while (answer.next()) {
                add(sums, answer.getString(1), answer.getBigDecimal(2));
            }
        } finally {
            Files.delete(table);
        }
        return plain(sums);
    }

    private static Map<String, BigDecimal> commitments(byte[] file)
            throws IOException, SAXException, ParserConfigurationException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        NodeList transactions = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getElementsByTagName("transaction");
        for (int i = 0; i < transactions.getLength(); i++) {
            Element one = (Element) transactions.item(i);
            Element type =
                    (Element) one.getElementsByTagName("transaction-type").item(0);
            if (type.getAttribute("code").equals("2")) {
                Element value = (Element) one.getElementsByTagName("value").item(0);
                add(sums, value.getAttribute("currency"), new BigDecimal(value.getTextContent()));
            }
        }
        return plain(sums);
    }

    private static Map<String, BigDecimal> payments(byte[] file) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String line : new String(file, UTF_8).split("\n")) {
            JsonNode entity = JSON.readTree(line);
            if (entity.path("schema").asText().equals("Payment")) {
                add(
                        sums,
                        entity.at("/properties/currency/0").asText(),
                        new BigDecimal(entity.at("/properties/amount/0").asText()));
            }
        }
        return plain(sums);
    }

    private static Map<String, BigDecimal> flows(byte[] file) throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode feature : JSON.readTree(file).get("features")) {
            if (feature.at("/properties/kind").asText().equals("flow")) {
                add(
                        sums,
                        feature.at("/properties/currency").asText(),
                        feature.at("/properties/sum").decimalValue());
            }
        }
        return plain(sums);
    }
}
