package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.view.LedgerQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static Map<String, Integer> heads(Sheet sheet) {
        Map<String, Integer> heads = new HashMap<>();
        sheet.getRow(0).forEach(cell -> heads.put(cell.getStringCellValue(), cell.getColumnIndex()));
        return heads;
    }

    private static int column(Map<String, Integer> heads, String name) {
        return Objects.requireNonNull(heads.get(name), name);
    }

    private static Map<String, BigDecimal> sums(Sheet entries) {
        Map<String, Integer> heads = heads(entries);
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Row row : entries) {
            Cell counted = row.getCell(column(heads, "counted"));
            if (row.getRowNum() > 0 && counted.getBooleanCellValue()) {
                sums.merge(
                        row.getCell(column(heads, "currency")).getStringCellValue(),
                        BigDecimal.valueOf(row.getCell(column(heads, "amount")).getNumericCellValue())
                                .setScale(0),
                        BigDecimal::add);
            }
        }
        return sums;
    }

    @Test
    void theSumsOfTheSheetAreThoseOfTheLedger() throws IOException {
        try (XSSFWorkbook book = open(SampleBook.file(new Workbook(), SampleBook.whole()))) {
            assertThat(sums(book.getSheet("entries")))
                    .isNotEmpty()
                    .isEqualTo(SampleBook.book()
                            .index()
                            .select(LedgerQuery.ALL)
                            .sums()
                            .byCurrency());
        }
    }

    @Test
    void daysAreDaysAndHeadsAreFrozen() throws IOException {
        try (XSSFWorkbook book = open(SampleBook.file(new Workbook(), SampleBook.whole()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(13);
            XSSFSheet entries = book.getSheet("entries");
            Map<String, Integer> heads = heads(entries);
            int days = 0;
            for (int i = 1; i <= entries.getLastRowNum(); i++) {
                Cell from = entries.getRow(i).getCell(column(heads, "from"));
                if (from != null && from.getCellType() == CellType.NUMERIC) {
                    assertThat(DateUtil.isCellDateFormatted(from)).isTrue();
                    LocalDate stated = SampleBook.book()
                            .ledger()
                            .entries()
                            .get(i - 1)
                            .date()
                            .from()
                            .orElseThrow();
                    assertThat(from.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(stated);
                    days++;
                }
            }
            assertThat(days).isGreaterThan(90);
            book.forEach(sheet -> {
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(((XSSFSheet) sheet).getCTWorksheet().getAutoFilter().getRef())
                        .startsWith("A1:");
            });
        }
    }

    @Test
    void hostileWordsStayWords() throws IOException {
        try (XSSFWorkbook book = open(SampleBook.file(new Workbook(), SampleBook.whole()))) {
            StringBuilder all = new StringBuilder();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                if (cell.getCellType() == CellType.STRING) {
                    assertThat(cell.getStringCellValue().length()).isLessThanOrEqualTo(32_767);
                    all.append(cell.getStringCellValue()).append('\n');
                    if (SafeCell.runs(cell.getStringCellValue())) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }
            })));
            assertThat(all.toString())
                    .contains(
                            SampleBook.HOSTILE_TITLE, SampleBook.HOSTILE_ID, "\uD83D\uDE80", "T".repeat(32_000) + "T");
        }
    }

    @Test
    void equalBooksGiveEqualBytes() throws IOException {
        assertThat(SampleBook.file(new Workbook(), SampleBook.whole()))
                .isEqualTo(SampleBook.file(new Workbook(), SampleBook.whole()));
    }

    @Test
    void aTableLongerThanASheetGoesOnInTheNext(@TempDir Path folder) throws IOException {
        Table<Integer> long_ = Table.<Integer>of("numbers", "Numbers.")
                .count("number", "One.", number -> number)
                .text("word", "The same.", number -> "_x000D_" + number + "\r\n" + '\u0001')
                .rows(() -> Stream.iterate(1, number -> number + 1).limit(25));
        Path file = folder.resolve("long.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                XlsxWriter sheets = new XlsxWriter(out, 11)) {
            sheets.add(long_);
            sheets.complete(SampleBook.whole().cover());
        }
        try (XSSFWorkbook book = open(Files.readAllBytes(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheet("numbers 3").getLastRowNum()).isEqualTo(5);
            assertThat(book.getSheet("numbers 3").getRow(5).getCell(1).getStringCellValue())
                    .isEqualTo("_x000D_25\r\n\uFFFD");
        }
    }

    /** The program that most people outside offices open it with; skipped with a word where it is not installed. */
    @Test
    void libreOfficeReadsTheSameSums(@TempDir Path folder) throws IOException, InterruptedException {
        Path program = Path.of("/usr/bin/soffice");
        assumeTrue(Files.isExecutable(program), "skipped: LibreOffice is not installed");
        Path file = folder.resolve("book.xlsx");
        Files.write(file, SampleBook.file(new Workbook(), SampleBook.whole()));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.resolve("again").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean done = process.waitFor(120, TimeUnit.SECONDS);
        if (!done) {
            process.destroyForcibly();
        }
        assertThat(done).isTrue();
        Path again = folder.resolve("again/book.xlsx");
        assertThat(again)
                .as(Files.readString(folder.resolve("log"), StandardCharsets.UTF_8))
                .exists();
        try (XSSFWorkbook book = open(Files.readAllBytes(again))) {
            assertThat(sums(book.getSheet("entries")))
                    .isEqualTo(SampleBook.book()
                            .index()
                            .select(LedgerQuery.ALL)
                            .sums()
                            .byCurrency());
            XSSFSheet entries = book.getSheet("entries");
            assertThat(entries.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
            Cell day = entries.getRow(1).getCell(column(heads(entries), "from"));
            assertThat(day.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
        }
    }
}
