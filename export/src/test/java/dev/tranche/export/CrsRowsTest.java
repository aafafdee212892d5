package dev.tranche.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.view.LedgerQuery;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrsRowsTest {

    private static final CrsCodes CODES = CrsCodes.standard();

    private static List<NamedCsvRecord> rows(Exported book) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(new String(SampleBook.file(new CrsRows(), book), UTF_8)).stream()
                .toList();
    }

    private static BookExport of(List<Commitment> entries) {
        return SampleBook.of(Selected.NOTHING.withEntries(entries, false, Commitment::counted));
    }

    private static Map<String, Commitment> entries() {
        Map<String, Commitment> byId = new HashMap<>();
        SampleBook.book().ledger().entries().forEach(entry -> byId.put(entry.id(), entry));
        return byId;
    }

    @Test
    void theColumnsAreThoseOfTheFormInItsOrder() throws IOException {
        assertThat(rows(SampleBook.whole()).getFirst().getHeader())
                .startsWith(
                        "Reporting year",
                        "Reporting country / organisation",
                        "Extending agency",
                        "CRS identification number",
                        "Donor project number",
                        "Nature of submission",
                        "Recipient",
                        "Channel of delivery name",
                        "Channel code",
                        "Bi/Multi",
                        "Type of flow",
                        "Type of finance",
                        "Type of aid",
                        "Short description / Project title",
                        "Sector / Purpose code")
                .doesNotHaveDuplicates();
        List<String> header = rows(SampleBook.whole()).getFirst().getHeader();
        // Numbers of the items in the reporting form.
        assertThat(header.indexOf("Currency")).isEqualTo(32 - 1);
        assertThat(header.indexOf("Commitments")).isEqualTo(33 - 1);
        assertThat(header.indexOf("Amounts extended")).isEqualTo(34 - 1);
        assertThat(header.indexOf("Commitment date")).isEqualTo(43 - 1);
    }

    @Test
    void commitmentsInThousandsComeToTheLedger() throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : rows(SampleBook.whole())) {
            assertThat(seen.add(row.getField("CRS identification number"))).isTrue();
            BigDecimal units = new BigDecimal(row.getField("Commitments")).movePointRight(3);
            sums.merge(row.getField("Currency"), units, BigDecimal::add);
        }
        sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
        Map<String, BigDecimal> page = new TreeMap<>(
                SampleBook.book().index().select(LedgerQuery.ALL).sums().byCurrency());
        page.replaceAll((currency, sum) -> sum.stripTrailingZeros());
        assertThat(sums).isNotEmpty().isEqualTo(page);
    }

    @Test
    void whatWasDeliveredIsExtended() throws IOException {
        Map<String, Commitment> entries = entries();
        int delivered = 0;
        for (NamedCsvRecord row : rows(SampleBook.whole())) {
            Commitment entry = Objects.requireNonNull(entries.get(row.getField("CRS identification number")));
            boolean isDelivered = entry.stage() == Stage.DELIVERED;
            delivered += isDelivered ? 1 : 0;
            assertThat(row.getField("Amounts extended")).isEqualTo(isDelivered ? row.getField("Commitments") : "");
        }
        assertThat(delivered).isPositive();
    }

    @Test
    void codesAreThoseOfTheOneDonorAndTheOneRecipient() throws IOException {
        Map<String, Commitment> entries = entries();
        int coded = 0;
        int several = 0;
        for (NamedCsvRecord row : rows(SampleBook.whole())) {
            Commitment entry = Objects.requireNonNull(entries.get(row.getField("CRS identification number")));
            String donor = row.getField("Reporting country / organisation");
            if (entry.donors().equals(List.of("US")) && entry.recipients().equals(List.of("UA"))) {
                coded++;
                assertThat(donor).isEqualTo("302");
                assertThat(row.getField("Recipient")).isEqualTo("85");
                assertThat(row.getField("Bi/Multi")).isEqualTo("1");
                assertThat(row.getField("Donor name")).isEqualTo("United States");
                assertThat(row.getField("Short description / Project title"))
                        .matches("[A-Z][a-z ]+ from United States for Ukraine");
                assertThat(row.getField("Recipient name")).isEqualTo("Ukraine");
            }
            if (entry.donors().equals(List.of("EU"))) {
                assertThat(donor).isEqualTo("918");
                assertThat(row.getField("Bi/Multi")).isEqualTo("4");
            }
            if (entry.donors().size() > 1) {
                several++;
                assertThat(donor).isEmpty();
                assertThat(row.getField("Notes")).contains("Several donors");
                assertThat(row.getField("Bi/Multi"))
                        .isEqualTo(entry.donors().stream().allMatch(SampleBook.whole()::isState) ? "1" : "");
            }
        }
        assertThat(coded).isGreaterThan(10);
        assertThat(several).isPositive();
    }

    @Test
    void militaryAidIsMarkedAndHasNoPurpose() throws IOException {
        int military = 0;
        int relief = 0;
        for (NamedCsvRecord row : rows(SampleBook.whole())) {
            if (row.getField("Ledger type").equals("military")) {
                military++;
                assertThat(row.getField("Type of flow")).isEqualTo("50");
                assertThat(row.getField("Sector / Purpose code")).isEmpty();
                assertThat(row.getField("Notes")).contains("not ODA");
            }
            if (row.getField("Ledger type").equals("humanitarian")
                    && row.getField("Sector / Purpose code").startsWith("720")) {
                relief++;
                assertThat(row.getField("Type of flow")).isIn("10", "");
            }
        }
        assertThat(military).isPositive();
        assertThat(relief).isPositive();
        assertThat(new CrsRows().remarks(SampleBook.whole()))
                .contains(military + " rows are military aid, which is not ODA: type of flow 50.");
    }

    @Test
    void daysAreNeverMoreExactThanTheLedger() throws IOException {
        Map<String, Commitment> entries = entries();
        int vague = 0;
        int exact = 0;
        for (NamedCsvRecord row : rows(SampleBook.whole())) {
            Commitment entry = Objects.requireNonNull(entries.get(row.getField("CRS identification number")));
            String day = row.getField("Commitment date");
            if (day.isEmpty()) {
                vague++;
                assertThat(row.getField("Notes")).contains("The day is ");
            } else {
                exact++;
                assertThat(day).startsWith(row.getField("Reporting year") + "-");
                assertThat(entry.date().mayBe(java.time.LocalDate.parse(day))
                                || entry.stages().stream()
                                        .anyMatch(step -> step.date().edtf().equals(day)))
                        .isTrue();
            }
        }
        assertThat(exact).isPositive();
        assertThat(vague).isPositive();
    }

    @Test
    void noCellIsRunByASpreadsheet() throws IOException {
        int escaped = 0;
        for (NamedCsvRecord row : rows(named("=HYPERLINK(1)"))) {
            assertThat(row.getFields()).noneMatch(SafeCell::runs);
            escaped += row.getField("Donor name").startsWith("'=") ? 1 : 0;
        }
        assertThat(escaped).as("cells that would have run").isPositive();
    }

    /** The samples, where every state and body has one name. */
    private static Exported named(String name) {
        BookExport book = SampleBook.whole();
        return (Exported) Proxy.newProxyInstance(
                Exported.class.getClassLoader(),
                new Class<?>[] {Exported.class},
                (self, method, arguments) ->
                        method.getName().equals("namesOf") ? name : method.invoke(book, arguments));
    }

    @Test
    void entriesThatDoNotCountAreLeftOutAndCounted() throws IOException {
        List<Commitment> all = SampleBook.book().ledger().entries();
        List<Commitment> idle = all.stream().filter(entry -> !entry.counted()).toList();
        assertThat(idle).isNotEmpty();
        assertThat(rows(SampleBook.whole())).hasSize(all.size() - idle.size());
        assertThat(new CrsRows().remarks(SampleBook.whole()).getFirst())
                .startsWith((all.size() - idle.size()) + " rows; " + idle.size() + " of " + all.size() + " entries");
        assertThat(new CrsRows().obstacle(of(idle))).isPresent();
        assertThat(new CrsRows().obstacle(SampleBook.whole())).isEmpty();
    }

    @Test
    void aPartyWithoutCodeIsNamedAndCounted() throws IOException {
        List<Commitment> strange = SampleBook.book().ledger().entries().stream()
                .filter(entry -> entry.counted() && !CrsTable.withoutCode(entry).isEmpty())
                .toList();
        assertThat(strange).isNotEmpty();
        BookExport book = of(strange);
        for (NamedCsvRecord row : rows(book)) {
            assertThat(row.getField("Parties without code")).isNotEmpty();
        }
        assertThat(new CrsRows().remarks(book))
                .anyMatch(line -> line.startsWith("In " + strange.size() + " rows a party has no CRS code"));
    }

    @Test
    void theTableNamesPartiesOfTheLexiconAndEachCodeOnce() {
        Set<String> donors = new HashSet<>();
        Set<String> recipients = new HashSet<>();
        int states = 0;
        for (String party : Lexicon.standard().names().keySet()) {
            CODES.donor(party)
                    .ifPresent(code -> assertThat(donors.add(code)).as(party).isTrue());
            Optional<String> recipient = CODES.recipient(party);
            recipient.ifPresent(
                    code -> assertThat(recipients.add(code)).as(party).isTrue());
            states += recipient.isPresent() ? 1 : 0;
            if (CODES.donor(party).isPresent() && recipient.isPresent()) {
                assertThat(CODES.donor(party))
                        .as("a state has one code in both lists")
                        .isEqualTo(recipient);
            }
        }
        assertThat(donors).hasSize(58);
        assertThat(states).isEqualTo(165);
    }

    @Test
    void whoMayReceiveOdaDependsOnTheYear() {
        assertThat(CODES.mayReceiveOda("MD", OptionalInt.of(2023))).isTrue();
        assertThat(CODES.mayReceiveOda("CL", OptionalInt.of(2017))).isTrue();
        assertThat(CODES.mayReceiveOda("CL", OptionalInt.of(2018))).isFalse();
        assertThat(CODES.mayReceiveOda("CL", OptionalInt.empty())).isFalse();
        assertThat(CODES.mayReceiveOda("IL", OptionalInt.of(2023))).isFalse();
        assertThat(CODES.mayReceiveOda("PL", OptionalInt.of(2023))).isFalse();
    }

    @Test
    void wordsDecideACodeOnlyWhereTheyAgree() {
        assertThat(finance("a grant of $5 million")).hasValue("110");
        assertThat(finance("a $5 million loan")).hasValue("421");
        assertThat(finance("a loan guarantee of $5 million")).hasValue("1100");
        assertThat(finance("$5 million in loans and grants")).isEmpty();
        assertThat(finance("it granted $5 million")).isEmpty();
        assertThat(purpose(AidType.HUMANITARIAN, "humanitarian aid")).hasValue("720");
        assertThat(purpose(AidType.HUMANITARIAN, "humanitarian food aid")).hasValue("72040");
        assertThat(purpose(AidType.HUMANITARIAN, "de-mining")).hasValue("15250");
        assertThat(purpose(AidType.HUMANITARIAN, "relief and reconstruction")).isEmpty();
        assertThat(purpose(AidType.FINANCIAL, "direct budget support")).hasValue("51010");
        assertThat(purpose(AidType.MILITARY, "relief")).isEmpty();
        assertThat(CODES.byWords(CrsCodes.Column.AID, AidType.FINANCIAL, List.of("sector budget support")))
                .hasValue("A02");
    }

    @Test
    void anAgencyIsTheOneThatGivesNotTheOneThatAnnounces() {
        assertThat(agency("US", "$5 million through USAID")).hasValue("1");
        assertThat(agency("US", "The Pentagon will send $5 million")).hasValue("7");
        assertThat(agency("US", "$5 million from the State Department and USAID"))
                .isEmpty();
        assertThat(agency("US", "the State Department announced $5 million from USAID", "State Department"))
                .hasValue("1");
        assertThat(agency("US", "the Pentagon announced $5 million", "Pentagon, the Defense Department"))
                .isEmpty();
        assertThat(agency("DE", "5 million euros through KfW")).hasValue("2");
        assertThat(agency("DE", "$5 million through USAID")).isEmpty();
        assertThat(agency("FR", "l'Agence française de développement")).hasValue("3");
        assertThat(agency("US", "usaids")).isEmpty();
    }

    private static Optional<String> agency(String donor, String given, String... announced) {
        return CODES.agency(donor, List.of(given), List.of(announced));
    }

    private static Optional<String> finance(String quote) {
        return CODES.byWords(CrsCodes.Column.FINANCE, AidType.FINANCIAL, List.of(quote));
    }

    private static Optional<String> purpose(AidType type, String quote) {
        return CODES.byWords(CrsCodes.Column.PURPOSE, type, List.of(quote));
    }
}
