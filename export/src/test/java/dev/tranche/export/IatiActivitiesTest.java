package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.dating.StatedDate;
import dev.tranche.ledger.Commitment;
import dev.tranche.testkit.Repository;
import dev.tranche.view.LedgerQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class IatiActivitiesTest {

    private static byte[] file(BookExport book) throws IOException {
        return SampleBook.file(new IatiActivities(), book);
    }

    private static Document parsed(byte[] file) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    @Test
    void theFileIsValidAgainstTheSchema() throws IOException, SAXException {
        Path schema = Repository.root().resolve("../shared/iati/iati-activities-schema.xsd");
        assumeTrue(Files.exists(schema), "skipped: ../shared/iati with the schemas of IATI is not there");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(schema.toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(file(SampleBook.whole()))));
    }

    /** Type 2 is what was promised or given, as on the page of the ledger; type 3 is what of it was delivered. */
    @Test
    void transactionsAddUpToTheLedger() throws Exception {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        NodeList transactions = parsed(file(SampleBook.whole())).getElementsByTagName("transaction");
        for (int i = 0; i < transactions.getLength(); i++) {
            Element one = (Element) transactions.item(i);
            Element value = (Element) one.getElementsByTagName("value").item(0);
            String type =
                    ((Element) one.getElementsByTagName("transaction-type").item(0)).getAttribute("code");
            sums.computeIfAbsent(type, key -> new TreeMap<>())
                    .merge(value.getAttribute("currency"), new BigDecimal(value.getTextContent()), BigDecimal::add);
        }
        List<Commitment> undated = SampleBook.book().ledger().entries().stream()
                .filter(entry -> entry.counted() && entry.date().isUnknown())
                .toList();
        assertThat(undated).as("entries that count and have no day").isEmpty();
        assertThat(sums.get("2"))
                .isEqualTo(
                        SampleBook.book().index().select(LedgerQuery.ALL).sums().byCurrency());
    }

    @Test
    void identifiersAreUniqueAndBeginWithThatOfThePublisher() throws Exception {
        NodeList activities = parsed(file(SampleBook.whole())).getElementsByTagName("iati-activity");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < activities.getLength(); i++) {
            Element activity = (Element) activities.item(i);
            String id = activity.getElementsByTagName("iati-identifier").item(0).getTextContent();
            Element reporter =
                    (Element) activity.getElementsByTagName("reporting-org").item(0);
            assertThat(id).matches("[A-Za-z0-9._-]+").startsWith(reporter.getAttribute("ref") + "-");
            assertThat(seen.add(id)).as(id).isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(90);
    }

    @Test
    void whatTheSumsLackIsTold() {
        List<Commitment> all = SampleBook.book().ledger().entries();
        Commitment counted =
                all.stream().filter(Commitment::counted).findFirst().orElseThrow();
        Commitment doubtful =
                all.stream().filter(entry -> !entry.counted()).findFirst().orElseThrow();
        assertThat(remarks(counted, doubtful)).isEmpty();
        assertThat(remarks(counted, undated(doubtful)))
                .containsExactly(
                        "1 of 2 entries are activities; the others are refused, or no day is known for them.",
                        "All entries that count in the ledger's sums are among the activities.");
        assertThat(remarks(doubtful, undated(counted)).getLast())
                .startsWith("1 of those left out counts in the ledger's sums");
    }

    private static Commitment undated(Commitment entry) {
        return new Commitment(
                entry.id(),
                entry.donors(),
                entry.recipients(),
                entry.amount(),
                entry.type(),
                entry.authority(),
                entry.stage(),
                StatedDate.UNKNOWN,
                entry.parent(),
                entry.leaf(),
                entry.ordinal(),
                entry.items(),
                entry.stages(),
                entry.flags(),
                entry.claims(),
                entry.row(),
                entry.review(),
                entry.judgement());
    }

    private static List<String> remarks(Commitment... entries) {
        return new IatiActivities()
                .remarks(SampleBook.of(Selected.NOTHING.withEntries(List.of(entries), false, Commitment::counted)));
    }

    @Test
    void nothingCannotBeWritten() {
        assertThat(new IatiActivities().obstacle(SampleBook.of(Selected.NOTHING)))
                .isPresent();
        assertThat(new IatiActivities().obstacle(SampleBook.whole())).isEmpty();
    }
}
