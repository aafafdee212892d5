package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Rules of IATI 2.03 that its schema does not check: the standard ruleset, and values of the embedded code lists. */
class IatiRulesTest {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ORGANISATIONS =
            Set.of("10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70", "71", "72", "73", "80", "90");

    private static List<Element> activities = List.of();

    @BeforeAll
    static void parse() throws Exception {
        byte[] file = SampleBook.file(new IatiActivities(), SampleBook.whole());
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
        activities = elements(document.getElementsByTagName("iati-activity"));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Element> within(Element parent, String name) {
        return elements(parent.getElementsByTagName(name));
    }

    private static List<Element> children(Element parent, String name) {
        return within(parent, name).stream()
                .filter(one -> one.getParentNode().isSameNode(parent))
                .toList();
    }

    /** Asserts something of every activity, and names the one that fails. */
    private static void each(Consumer<Element> rule) {
        assertThat(activities).hasSizeGreaterThan(90).allSatisfy(rule);
    }

    @Test
    void everyActivityHasWhatTheRulesetRequires() {
        each(activity -> {
            assertThat(children(activity, "reporting-org")).hasSize(1);
            assertThat(children(activity, "title")).hasSize(1);
            assertThat(children(activity, "description")).isNotEmpty();
            assertThat(children(activity, "participating-org")).isNotEmpty();
            assertThat(children(activity, "sector")).hasSize(1);
            assertThat(children(activity, "activity-date"))
                    .as("a start, planned or actual")
                    .anyMatch(date -> Set.of("1", "2").contains(date.getAttribute("type")));
            // Without percentages, one place has all of the activity.
            assertThat(children(activity, "recipient-country").size()
                            + children(activity, "recipient-region").size())
                    .isEqualTo(1);
        });
    }

    @Test
    void codesAreThoseOfTheLists() {
        each(activity -> {
            assertThat(children(activity, "activity-status").getFirst().getAttribute("code"))
                    .matches("[1-6]");
            within(activity, "activity-date")
                    .forEach(one -> assertThat(one.getAttribute("type")).matches("[1-4]"));
            within(activity, "transaction-type")
                    .forEach(one -> assertThat(one.getAttribute("code")).isIn("2", "3", "12"));
            within(activity, "participating-org").forEach(one -> {
                assertThat(one.getAttribute("role")).isEqualTo("1");
                assertThat(one.getAttribute("type")).matches(type -> type.isEmpty() || ORGANISATIONS.contains(type));
            });
            children(activity, "recipient-country")
                    .forEach(one -> assertThat(one.getAttribute("code"))
                            .matches(code -> COUNTRIES.contains(code) || code.equals("XK")));
            within(activity, "description").stream()
                    .filter(one -> one.getParentNode().isSameNode(activity))
                    .forEach(one -> assertThat(one.getAttribute("type")).matches("[1-4]"));
        });
    }

    @Test
    void whatIsNamedInNoListIsNamedInWords() {
        each(activity -> {
            List<Element> named = new ArrayList<>(within(activity, "participating-org"));
            named.addAll(within(activity, "provider-org"));
            named.addAll(within(activity, "receiver-org"));
            named.addAll(children(activity, "sector"));
            assertThat(named)
                    .allSatisfy(one -> assertThat(one.getTextContent().strip()).isNotEmpty());
            assertThat(children(activity, "sector").getFirst().getAttribute("vocabulary"))
                    .as("a vocabulary of the publisher")
                    .isIn("98", "99");
        });
    }

    @Test
    void sumsHaveACurrencyAndDaysThatHaveCome() {
        LocalDate made = SampleBook.MADE.atZone(ZoneOffset.UTC).toLocalDate();
        each(activity -> within(activity, "transaction").forEach(transaction -> {
            Element value = within(transaction, "value").getFirst();
            assertThat(new BigDecimal(value.getTextContent())).isPositive();
            assertThat(Currency.getInstance(value.getAttribute("currency"))).isNotNull();
            LocalDate day = LocalDate.parse(
                    within(transaction, "transaction-date").getFirst().getAttribute("iso-date"));
            assertThat(LocalDate.parse(value.getAttribute("value-date"))).isEqualTo(day);
            assertThat(day).isBeforeOrEqualTo(made);
        }));
        each(activity -> children(activity, "activity-date").stream()
                .filter(date -> date.getAttribute("type").equals("2"))
                .forEach(date -> assertThat(LocalDate.parse(date.getAttribute("iso-date")))
                        .as("an actual start")
                        .isBeforeOrEqualTo(made)));
    }

    @Test
    void addressesAreOfTheWebAndPartsNameTheirPackage() {
        int parts = 0;
        for (Element activity : activities) {
            for (Element link : within(activity, "document-link")) {
                assertThat(URI.create(link.getAttribute("url")).getScheme()).isIn("http", "https");
                assertThat(within(link, "title")).hasSize(1);
                assertThat(within(link, "category")).hasSize(1);
            }
            boolean isPart = activity.getAttribute("hierarchy").equals("2");
            List<Element> related = children(activity, "related-activity");
            assertThat(related).hasSize(isPart ? 1 : 0);
            related.forEach(one -> assertThat(one.getAttribute("type")).isEqualTo("1"));
            parts += isPart ? 1 : 0;
        }
        assertThat(parts).isPositive();
    }
}
