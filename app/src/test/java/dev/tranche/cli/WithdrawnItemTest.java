package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item that its agency cancels: the book no longer counts it. What others cancel, it counts as before. */
class WithdrawnItemTest {

    private static final String ITEM = """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:quay:1">
        <itemMeta><itemClass qcode="ninat:text"/><provider literal="%s"/>
        <versionCreated>2023-03-07T08:15:00Z</versionCreated><pubStatus qcode="stat:%s"/></itemMeta>
        <contentMeta><headline>Aid for Ukraine</headline><language tag="en"/></contentMeta>
        <contentSet><inlineXML><html><body><p>Norway will give Ukraine $5 million in military aid, the government
        in Oslo said on Monday.</p></body></html></inlineXML></contentSet></newsItem>
        """;

    private static final String NITF = """
        <nitf><head><docdata management-status="%s"><doc-id id-string="urn:quay:1"/>
        <date.issue norm="20230307T081500Z"/></docdata></head><body><body.head><hedline><hl1>Aid for Ukraine</hl1>
        </hedline><distributor>%s</distributor></body.head><body.content><p>Norway will give Ukraine $5 million
        in military aid, the government in Oslo said on Monday.</p></body.content></body></nitf>
        """;

    private static final String NINJS = """
        {"uri": "urn:quay:1", "pubstatus": "%s", "headline": "Aid for Ukraine", "language": "en",
        "versioncreated": "2023-03-07T08:15:00Z", "source": "%s",
        "body_text": "Norway will give Ukraine $5 million in military aid, the government in Oslo said on Monday."}
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int files;

    private String add(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(++files + name), text);
        return Call.of("add", "--problems", "--book", book(), file.toString()).err();
    }

    private String book() {
        return folder.resolve("book.db").toString();
    }

    private String ledger() {
        return Call.of("ledger", "--book", book()).out();
    }

    @Test
    void itsAgencyWithdrawsAnItemInEachFormat() throws IOException {
        for (String canceled : new String[] {
            ITEM.formatted("Quay Agency", "canceled"),
            NITF.formatted("canceled", "Quay Agency"),
            NINJS.formatted("canceled", "quay agency")
        }) {
            Files.deleteIfExists(Path.of(book()));
            add("item.xml", ITEM.formatted("Quay Agency", "usable"));
            add("item.xml", NITF.formatted("usable", "Quay Agency"));
            add("item.json", NINJS.formatted("usable", "Quay Agency"));
            assertThat(ledger()).contains("$5 million");
            add("canceled", canceled);
            assertThat(ledger()).startsWith("0 entries");
        }
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws IOException {
        add("item.xml", ITEM.formatted("Other Agency", "usable").replace("$5", "$7"));
        add("item.xml", ITEM.formatted("Quay Agency", "canceled"));
        add("item.xml", ITEM.formatted("Quay Agency", "usable"));
        assertThat(ledger()).contains("$7 million").doesNotContain("$5 million");
    }

    @Test
    void aCorrectedItemReplacesItsEarlierVersionInEachFormat() throws IOException {
        List<String> first = List.of(
                ITEM.formatted("Quay Agency", "usable").replace("guid", "version='1' guid"),
                NITF.formatted("usable", "Quay Agency").replace("<doc-id", "<du-key version='1'/><doc-id"),
                NINJS.formatted("usable", "Quay Agency").replace("\"source\"", "\"version\": \"1\", \"source\""));
        for (String item : first) {
            // The longer text is the wrong one.
            String wrong = item.replace("$5 million in military aid", "$50 million in military aid for its army");
            String right = item.replaceFirst("version(=|\": )(?<quote>['\"])1", "version$1${quote}2")
                    .replace("\"usable\"", "\"corrected\"");
            for (List<String> order : List.of(List.of(wrong, right), List.of(right, wrong))) {
                Files.deleteIfExists(Path.of(book()));
                add("a.xml", order.get(0));
                add("b.xml", order.get(1));
                assertThat(ledger()).contains("$5 million").doesNotContain("$50 million");
            }
            add(
                    "c.xml",
                    wrong.replace("Quay Agency", "Dyke Agency")
                            .replaceFirst("version(=|\": )(?<quote>['\"])1", "version$1${quote}9"));
            assertThat(ledger()).contains("$5 million");
        }
    }

    /** An item of NewsML 1: its id, revision, previous revision, management, and sum. */
    private static String first(String id, int revision, String management, String sum) {
        return """
            <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>quay.example</ProviderId>
            <DateId>20230307</DateId><NewsItemId>%s</NewsItemId><RevisionId PreviousRevision="%d">%d</RevisionId>
            <PublicIdentifier>urn:newsml:quay.example:20230307:%s:%dN</PublicIdentifier></NewsIdentifier></Identification>
            <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20230307T081500Z</FirstCreated>
            <ThisRevisionCreated>20230307T081500Z</ThisRevisionCreated><Status FormalName="Usable"/>%s</NewsManagement>
            <NewsComponent><NewsLines><HeadLine>Aid for Ukraine</HeadLine></NewsLines><DescriptiveMetadata>
            <Language FormalName="en"/></DescriptiveMetadata><ContentItem><DataContent><p>Norway will give Ukraine
            $%s million in military aid, the government in Oslo said on Monday.</p></DataContent></ContentItem>
            </NewsComponent></NewsItem></NewsML>
            """.formatted(id, revision - 1, revision, id, revision, management, sum);
    }

    @Test
    void instructionsOfNewsMl1UpdateFollowUpAndDelete() throws IOException {
        add("a.xml", first("pumps", 1, "", "5"));
        add("b.xml", first("pumps", 2, "<Instruction FormalName='Update'/>", "6"));
        assertThat(ledger()).contains("$6 million").doesNotContain("$5 million");
        String about = "<AssociatedWith NewsItem='urn:newsml:quay.example:20230307:pumps:2N'/>";
        add("c.xml", first("gates", 1, about + "<Instruction FormalName='FollowUp'/>", "40"));
        assertThat(ledger()).contains("$6 million", "$40 million");
        add("d.xml", first("notice", 1, about + "<Instruction FormalName='Delete'/>", "6"));
        assertThat(ledger()).contains("$40 million").doesNotContain("$6 million", "$5 million");
        add("e.xml", first("gates", 2, "<Instruction FormalName='Delete'/>", "40"));
        assertThat(ledger()).startsWith("0 entries");
    }

    @Test
    void anotherAgencyWithdrawsNothing() throws IOException {
        add("item.xml", ITEM.formatted("Quay Agency", "usable"));
        add("item.xml", ITEM.formatted("Dyke Agency", "canceled"));
        add("item.xml", NITF.formatted("canceled", "Dyke Agency"));
        add("item.json", NINJS.formatted("canceled", "Dyke Agency"));
        assertThat(ledger()).contains("$5 million");
    }

    @Test
    void anItemThatNamesNoAgencyWithdrawsNothingAndSaysSo() throws IOException {
        add("item.xml", ITEM.formatted("", "usable"));
        assertThat(add("item.xml", ITEM.formatted("", "canceled"))).contains("nothing is withdrawn");
        assertThat(ledger()).contains("$5 million");
    }

    @Test
    void anItemThatCameByMailWithdrawsNothing() throws IOException {
        add("item.xml", ITEM.formatted("Quay Agency", "usable"));
        String attachment = Base64.getMimeEncoder()
                .encodeToString(ITEM.formatted("Quay Agency", "canceled").getBytes(StandardCharsets.UTF_8));
        String said = add(
                "mail.eml",
                "From: a@dyke.example\r\n"
                        + "Subject: News\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\n"
                        + "Content-Type: text/plain\r\n\r\n"
                        + "Hello.\r\n"
                        + "--b\r\n"
                        + "Content-Type: text/xml; name=i.xml\r\n"
                        + "Content-Disposition: attachment; filename=i.xml\r\n"
                        + "Content-Transfer-Encoding:"
                        + " base64\r\n\r\n" + attachment + "\r\n--b--\r\n");
        assertThat(said).contains("nothing is withdrawn");
        assertThat(ledger()).contains("$5 million");
    }

    @Test
    void anItemInACrawlWithdrawsNothing() throws IOException {
        add("item.xml", ITEM.formatted("Quay Agency", "usable"));
        String item = ITEM.formatted("Quay Agency", "canceled");
        String http = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: " + item.length()
                + "\r\n\r\n" + item;
        String said = add(
                "crawl.warc",
                "WARC/1.0\r\n"
                        + "WARC-Type: response\r\n"
                        + "WARC-Target-URI: https://quay.example/1\r\n"
                        + "WARC-Date: 2023-03-08T00:00:00Z\r\n"
                        + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                        + "Content-Type: application/http; msgtype=response\r\n"
                        + "Content-Length: " + http.length()
                        + "\r\n\r\n"
                        + http + "\r\n\r\n");
        assertThat(said).contains("nothing is withdrawn");
        assertThat(ledger()).contains("$5 million");
    }
}
