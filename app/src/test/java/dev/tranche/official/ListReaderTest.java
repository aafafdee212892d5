package dev.tranche.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Official lists in the forms in which they are published, and what is said of those that cannot be taken. */
class ListReaderTest {

    private static final ListReader READER = new ListReader(Lexicon.standard());

    private static OfficialList read(String file, String text) {
        return read(file, text, ListDefaults.NONE);
    }

    private static OfficialList read(String file, String text, ListDefaults defaults) {
        return READER.read(file, text.getBytes(StandardCharsets.UTF_8), defaults);
    }

    private static List<String> problems(String file, byte[] bytes) {
        try {
            READER.read(file, bytes, ListDefaults.NONE);
        } catch (ListException wrong) {
            return wrong.problems();
        }
        throw new AssertionError("nothing was refused in " + file);
    }

    private static List<String> problems(String text) {
        return problems("list.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void columnsAreFoundByTheirUsualNamesAndValuesAsPeopleWriteThem() {
        OfficialList list = read("aid.csv", """
            \uFEFFDate of announcement;Donor country;Recipient;Value;Currency;Programme;No;Link
            3 April 2024;Germany;UKR;12,500,000.50;eur;Energy;7;https://ministry.example/7
            31.5.2024;DK;Moldova|Ukraine;€ 2 million;EUR;;;
            2024/06/01;denmark;ua;1.250.000,00;dkk;;;
            """);
        assertThat(list.rows()).hasSize(3);
        assertThat(list.rows().getFirst()).satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.date()).isEqualTo(LocalDate.of(2024, 4, 3));
            assertThat(row.donor()).isEqualTo("DE");
            assertThat(row.recipients()).containsExactly("UA");
            assertThat(row.amount()).isEqualByComparingTo("12500000.50");
            assertThat(row.currency()).isEqualTo("EUR");
            assertThat(row.authority()).isEqualTo("Energy");
            assertThat(row.counter()).hasValue(7);
            assertThat(row.source()).isEqualTo("https://ministry.example/7");
        });
        assertThat(list.rows().get(1).recipients()).containsExactly("MD", "UA");
        assertThat(list.rows().get(1).amount()).isEqualByComparingTo("2000000");
        assertThat(list.rows().get(2).amount()).isEqualByComparingTo("1250000");
    }

    @Test
    void anAmountsColumnMayNameCurrencyAndUnitAndTheCallTheRest() {
        OfficialList list = read(
                "drawdowns.csv",
                "tranche,announced_on,amount_usd_m\n1,2021-08-27,60\n2,2021-12-23,0\n",
                new ListDefaults(Map.of("donor", "US", "recipients", "Ukraine", "authority", "PDA"), Map.of()));
        assertThat(list.rows()).singleElement().satisfies(row -> {
            assertThat(row.amount()).isEqualByComparingTo("60000000");
            assertThat(row.currency()).isEqualTo("USD");
            assertThat(row.counter()).hasValue(1);
            assertThat(row.authority()).isEqualTo("PDA");
        });
        assertThat(list.leftOut()).containsExactly(Map.entry("amounts that are zero or return money", 1));
    }

    @Test
    void anExportOfUsaspendingSaysWhoGives() {
        OfficialList list = read("Assistance.csv", """
            assistance_transaction_unique_key,award_id_fain,federal_action_obligation,action_date,recipient_name,primary_place_of_performance_country_name,transaction_description,usaspending_permalink
            A1,F1,250000.50,2023-05-01,A CONTRACTOR,UKRAINE,SEEDS,https://spending.example/1
            A2,F2,-1000.00,2023-05-02,A CONTRACTOR,UKRAINE,SEEDS,https://spending.example/2
            """);
        assertThat(list.rows()).singleElement().satisfies(row -> {
            assertThat(row.donor()).isEqualTo("US");
            assertThat(row.currency()).isEqualTo("USD");
            assertThat(row.recipients()).containsExactly("UA");
            assertThat(row.note()).isEqualTo("SEEDS");
            assertThat(row.source()).isEqualTo("https://spending.example/1");
        });
        assertThat(list.leftOut()).hasSize(1);
    }

    @Test
    void transactionsThatPromiseMoneyAreTheRowsOfAnIatiFile() {
        OfficialList list = read("activities.xml", """
            <?xml version="1.0"?>
            <iati-activities version="2.03">
              <iati-activity default-currency="NOK">
                <iati-identifier>NO-1-17</iati-identifier>
                <reporting-org ref="NO-1"><narrative>Norway</narrative></reporting-org>
                <title><narrative>Winter grain</narrative></title>
                <participating-org role="1"><narrative>Norway</narrative></participating-org>
                <participating-org role="4"><narrative>World Bank</narrative></participating-org>
                <recipient-country code="MD"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2024-02-01"/>
                  <value value-date="2024-02-01">7000000</value></transaction>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/>
                  <value value-date="2024-03-01">3000000</value></transaction>
              </iati-activity>
              <iati-activity default-currency="NOK">
                <iati-identifier>NO-1-18</iati-identifier>
                <reporting-org ref="NO-1"><narrative>Norway</narrative></reporting-org>
                <recipient-country code="UA"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2024-04-01"/>
                  <value currency="EUR" value-date="2024-04-01">900000</value></transaction>
              </iati-activity>
              <iati-activity default-currency="NOK">
                <iati-identifier>NO-1-19</iati-identifier>
                <reporting-org ref="NO-1"><narrative>Norway</narrative></reporting-org>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2024-04-01"/>
                  <value value-date="2024-04-01">1</value></transaction>
              </iati-activity>
            </iati-activities>
            """);
        assertThat(list.rows()).hasSize(2);
        assertThat(list.rows().getFirst()).satisfies(row -> {
            assertThat(row.donor()).isEqualTo("NO");
            assertThat(row.recipients()).containsExactly("MD");
            assertThat(row.amount()).isEqualByComparingTo("7000000");
            assertThat(row.currency()).isEqualTo("NOK");
            assertThat(row.stage()).isEqualTo(Stage.ANNOUNCED);
            assertThat(row.source()).isEqualTo("NO-1-17");
            assertThat(row.line()).isEqualTo(10);
        });
        assertThat(list.rows().getLast().stage()).isEqualTo(Stage.DELIVERED);
        assertThat(list.rows().getLast().currency()).isEqualTo("EUR");
        assertThat(list.leftOut().values()).containsExactlyInAnyOrder(1, 1);
    }

    @Test
    void theListOfAWorkbookIsTheFirstSheetWithItsHead() throws IOException {
        byte[] book = workbook(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>About this list</t></is></c></row>",
                "<row r=\"3\">" + cells("date", "donor", "recipient", "amount", "currency") + "</row>"
                        + "<row r=\"5\"><c r=\"A5\"><v>45413</v></c>" + texts("B5", "NO", "C5", "UA")
                        + "<c r=\"D5\"><v>1.25E7</v></c>" + texts("E5", "NOK") + "</row>");
        OfficialList list = READER.read("aid.xlsx", book, ListDefaults.NONE);
        assertThat(list.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(5);
            assertThat(row.date()).isEqualTo(LocalDate.of(2024, 5, 1));
            assertThat(row.amount()).isEqualByComparingTo("12500000");
        });
    }

    private static String cells(String... texts) {
        StringBuilder row = new StringBuilder();
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.toString();
    }

    private static String texts(String... placed) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < placed.length; i += 2) {
            row.append("<c r=\"" + placed[i] + "\" t=\"inlineStr\"><is><t>" + placed[i + 1] + "</t></is></c>");
        }
        return row.toString();
    }

    private static byte[] workbook(String... sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types/>");
            part(zip, "xl/workbook.xml", "<workbook/>");
            for (int i = 0; i < sheets.length; i++) {
                part(
                        zip,
                        "xl/worksheets/sheet" + (i + 1) + ".xml",
                        "<worksheet><sheetData>" + sheets[i] + "</sheetData></worksheet>");
            }
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void whatCannotBeReadIsToldByLineAndColumnAndNothingIsTaken() {
        assertThat(problems("""
            Day,Donor,Recipient,Amount,Currency
            2024-04-01,NO,UA,5,NOK
            03/04/2024,NO,UA,5,NOK
            2024-13-01,NO,UA,abc,NOK
            2024-04-01,Freedonia,UA,5,XXQ

            2024-04-01,NO,,5,NOK
            """))
                .containsExactly(
                        "list.csv, line 3, column 1 (Day): '03/04/2024' could be either of two dates; write it as"
                                + " 2024-05-31.",
                        "list.csv, line 4, column 1 (Day): '2024-13-01' is not a date in the calendar; write it as"
                                + " 2024-05-31.",
                        "list.csv, line 4, column 4 (Amount): 'abc' is not an amount; write one as 1250000 or"
                                + " 1,250,000.50.",
                        "list.csv, line 5, column 5 (Currency): 'XXQ' is not the code of a known currency; write one"
                                + " such as USD.",
                        "list.csv, line 5, column 2 (Donor): 'Freedonia' is neither the code nor the name of a state or"
                                + " body; write a code such as DE, EU or IMF.",
                        "list.csv, line 7, column 3 (Recipient): the cell is empty; fill it or remove the row.");
    }

    @Test
    void whatIsNoListSaysWhatOneNeeds() {
        assertThat(problems("Name,Sum\nx,1\n"))
                .hasSize(4)
                .first()
                .asString()
                .contains("list.csv, line 1: no column for date among Name, Sum; give --cells date=COLUMN");
        assertThat(problems("")).singleElement().asString().contains("it has no rows");
        assertThat(problems("list.csv", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}))
                .singleElement()
                .asString()
                .contains("save it as CSV in UTF-8");
        assertThat(problems("feed.xml", "<rss><channel/></rss>".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("begins with <rss>", "IATI");
        assertThat(problems("a.xml", "<iati-activities><iati-activity>".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("a.xml, line 1, column", "cut off or malformed");
        assertThat(problems(
                        "a.xml",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><iati-activities>&y;</iati-activities>"
                                .getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .doesNotContain("root:");
        assertThatThrownBy(() -> read(
                        "list.csv",
                        "Date,Donor,Recipient,Amount,Currency\n",
                        new ListDefaults(Map.of(), Map.of("amount", "Amuont"))))
                .hasMessageContaining("no column 'Amuont' for amount", "Did you mean 'Amount'?");
    }
}
