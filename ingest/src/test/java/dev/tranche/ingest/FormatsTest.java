package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** One example of each format, as it comes, and what is refused by name. */
class FormatsTest {

    @Test
    void aFeedIsOneReportAnItem() {
        List<Document> items = Read.documents("wire.xml", """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Quay Wire</title><link>https://quay.example/</link><language>en</language>
            <item><title>Pumps &amp; dykes</title><link>/news/1</link><guid isPermaLink="false">n1</guid>
            <pubDate>Tue, 07 Mar 2023 08:15:00 GMT</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>The first paragraph.</p><p>The second.</p>]]></content:encoded></item>
            <item><title>A bare & ampersand</title><description>Still read.</description></item></channel></rss>
            """);
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().id().value()).isEqualTo("n1");
        assertThat(items.getFirst().title()).isEqualTo("Pumps & dykes");
        assertThat(items.getFirst().address()).contains("https://quay.example/news/1");
        assertThat(items.getFirst().published()).contains("Tue, 07 Mar 2023 08:15:00 GMT");
        assertThat(items.getFirst().body()).isEqualTo("The first paragraph.\n\nThe second.");
        assertThat(items.getFirst().outlet()).contains("Quay Wire");
        assertThat(items.get(1).title()).isEqualTo("A bare & ampersand");
    }

    @Test
    void tablesAreReadByTheNamesOfTheirColumns() {
        List<Document> rows = Read.documents("export.txt", """
            Headline;Body;Publish date;Source;URL
            "Pumps; dykes";"The council bought ""three"" pumps.
            They work.";2023-03-07;Quay Gazette;https://quay.example/1
            Second;Another text.;2023-03-08;Quay Gazette;https://quay.example/2
            """);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().title()).isEqualTo("Pumps; dykes");
        assertThat(rows.getFirst().body()).contains("\"three\"", "They work.");
        assertThat(rows.getFirst().published()).contains("2023-03-07");
        assertThat(rows.getFirst().outlet()).contains("Quay Gazette");
    }

    @Test
    void aTableOfUnknownColumnsAsksWhichIsWhich() {
        String table = "kolumna1,kolumna2,kolumna3\na,b,c\nd,e,f\n";
        assertThat(Read.refusals("t.csv", table.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(why -> assertThat(why).startsWith("not_read").contains("kolumna1", "--columns"));
        List<Incoming> said = new java.util.ArrayList<>();
        Content content = Content.of("t.csv", table.getBytes(StandardCharsets.UTF_8))
                .with(new Content.Options(Optional.of("title=kolumna1,text=kolumna3")));
        Ingest.read(content, said::add);
        assertThat(said).hasSize(2).allMatch(Incoming.Report.class::isInstance);
    }

    @Test
    void jsonOfOtherToolsIsRead() {
        List<Document> articles = Read.documents("news.json", """
            {"status": "ok", "totalResults": 2, "articles": [
              {"source": {"id": null, "name": "Quay Gazette"}, "author": "Ada Reed", "title": "Pumps", "description": "Short.",
               "url": "https://quay.example/1", "publishedAt": "2023-03-07T08:15:00Z", "content": "The whole text."},
              {"source": {"name": "Quay Gazette"}, "title": "Dykes", "content": "Another."}]}
            """);
        assertThat(articles).hasSize(2);
        assertThat(articles.getFirst().body()).isEqualTo("The whole text.");
        assertThat(articles.getFirst().outlet()).contains("Quay Gazette");
        assertThat(Read.documents(
                        "list.json",
                        "[\n{\"headline\": \"One\", \"body\": \"x\"},\n{\"headline\": \"Two\", \"body\": \"y\"}]"))
                .hasSize(2);
        assertThat(Read.documents(
                        "lines.jsonl",
                        "{\"headline\": \"One\", \"body\": \"x\"}\n{\"title\": \"Two\", \"text\": \"y\"}"))
                .hasSize(2);
        assertThat(Read.only("one.json", "{\n  \"title\": \"Over lines\",\n  \"text\": \"z\"\n}")
                        .title())
                .isEqualTo("Over lines");
    }

    @Test
    void aMailIsDecodedAndItsAttachmentsAreInputs() {
        List<Incoming> all = Read.all("m.eml", """
            From: =?UTF-8?Q?Ada_R=C3=A9ed?= <ada@quay.example>
            Subject: =?UTF-8?B?UHVtcHM=?=
            Date: Tue, 7 Mar 2023 08:15:00 +0100
            Message-ID: <m1@quay.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            The council bought three p=
            umps.
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="more.txt"
            Content-Transfer-Encoding: base64

            QW5vdGhlciByZXBvcnQu
            --b
            Content-Type: image/png
            Content-Disposition: attachment; filename="p.png"
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUg==
            --b--
            """.replace("\n", "\r\n"));
        assertThat(all).hasSize(3);
        Document mail = ((Incoming.Report) all.getFirst()).document();
        assertThat(mail.title()).isEqualTo("Pumps");
        assertThat(mail.body()).isEqualTo("The council bought three pumps.");
        assertThat(mail.outlet()).contains("Ada R\u00e9ed");
        assertThat(mail.published()).contains("Tue, 7 Mar 2023 08:15:00 +0100");
        assertThat(((Incoming.Report) all.get(1)).document().body()).isEqualTo("Another report.");
        assertThat(((Incoming.Refused) all.get(2)).problem().message()).contains("m.eml!/p.png", "PNG");
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // Line ends count here.
    void aMailboxHasManyMails() {
        String one = "From ada@quay.example Tue Mar  7 08:15:00 2023\n"
                + "From: ada@quay.example\n"
                + "Subject: One\n\n"
                + ">From here on.\n\n";
        assertThat(Read.documents("box", one + one.replace("One", "Two")))
                .extracting(Document::title)
                .containsExactly("One", "Two");
    }

    @Test
    void archivesAreOpenedAndTheirNamesLeadNowhere() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("../../etc/note.txt", "A plain report.");
        files.put("feeds/lines.jsonl", "{\"title\": \"One\"}\n{\"title\": \"Two\"}\n");
        files.put("__MACOSX/._note.txt", "no");
        List<Incoming> all = Read.all("a.zip", zip(files));
        assertThat(all)
                .extracting(Incoming::place)
                .containsExactly("a.zip!/etc/note.txt", "a.zip!/feeds/lines.jsonl:1", "a.zip!/feeds/lines.jsonl:2");
        assertThat(Read.documents("a.zip.gz", gzip(zip(files)))).hasSize(3);
    }

    @Test
    void officeDocumentsAreRead() throws IOException {
        byte[] word = zip(Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "word/document.xml",
                "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle"
                    + " w:val=\"Heading1\"/></w:pPr><w:r><w:t>Pumps</w:t></w:r></w:p><w:p><w:r><w:t>The council bought"
                    + " </w:t></w:r><w:r><w:t>pumps.</w:t></w:r></w:p>"
                    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                    + "</w:body></w:document>"));
        Document document = Read.documents("d.docx", word).getFirst();
        assertThat(document.body()).isEqualTo("Pumps\n\nThe council bought pumps.\n\na\tb");
        assertThat(document.markup().blocks().stream()
                        .map(block -> block.kind())
                        .toList())
                .containsExactly(BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE_ROW);
        byte[] sheet = zip(Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<workbook/>",
                "xl/sharedStrings.xml",
                "<sst><si><t>Title</t></si><si><t>Date</t></si><si><t>Pumps</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
                        + " t=\"s\"><v>1</v></c></row><row><c r=\"A2\" t=\"s\"><v>2</v></c><c"
                        + " r=\"B2\"><v>44992</v></c></row></sheetData></worksheet>"));
        Document row = Read.documents("s.xlsx", sheet).getFirst();
        assertThat(row.title()).isEqualTo("Pumps");
        assertThat(row.published()).contains("2023-03-07");
        assertThat(Read.only(
                                "r.rtf",
                                "{\\r"
                                        + "tf1\\ansi{\\fonttbl{\\f0 Arial;}}The council\\par bought f\\'fcnf"
                                        + " pumps\\u8230?\\par}")
                        .body())
                .isEqualTo("The council\n\nbought f\u00fcnf pumps\u2026");
    }

    @Test
    void categoriesAndAttachedFilesAreKept() {
        String rss = "<rss><channel><title>Q</title><item><guid>1</guid><title>Pumps</title><category>Floods</category>"
                + "<category> </category><category>Floods</category><category>Towns</category>"
                + "<enclosure url='https://q.example/a.mp3' type='audio/mpeg'/></item></channel></rss>";
        String json =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Q\", \"items\": [{\"id\": \"1\","
                    + " \"title\": \"Pumps\", \"content_text\": \"The council bought pumps.\", \"tags\": [\"Floods\","
                    + " \"Towns\"], \"attachments\": [{\"url\": \"https://q.example/a.mp3\", \"mime_type\":"
                    + " \"audio/mpeg\"}]}]}";
        for (Document read : List.of(Read.only("f", rss), Read.only("f", json))) {
            assertThat(read.markup().categories()).containsExactly("Floods", "Towns");
            assertThat(read.markup().enclosures()).containsExactly("https://q.example/a.mp3");
        }
    }

    @Test
    void textsThatBeginLikeRecordingsAreRead() {
        for (String text : List.of("RIFF raff gathered at the quay on Monday.", "ID3 visas were given to engineers.")) {
            assertThat(Read.only("a", text).body()).contains(text);
        }
    }

    @Test
    void newswiresAreReadAndWithdrawnItemsAreNot() {
        String item = """
            <?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:q:1" version="2">
            <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2023-03-07T08:15:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
            <contentMeta><headline>Pumps</headline><creditline>Quay Agency</creditline><language tag="en"/></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The council bought pumps.</p></body></html></inlineXML></contentSet></newsItem>
            """;
        Document read = Read.only("n.xml", item);
        assertThat(read.title()).isEqualTo("Pumps");
        assertThat(read.body()).isEqualTo("The council bought pumps.");
        assertThat(read.published()).contains("2023-03-07T08:15:00Z");
        assertThat(Read.refusals(
                        "n.xml", item.replace("stat:usable", "stat:canceled").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(why -> assertThat(why).contains("canceled"));
    }

    @Test
    void whatIsNoReportSaysSo() {
        assertThat(Read.refusals("p", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}))
                .singleElement()
                .satisfies(why -> assertThat(why).startsWith("not_read").contains("a PNG picture"));
        assertThat(Read.refusals("f.opml", "<opml version=\"2.0\"><body/></opml>".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(why -> assertThat(why).startsWith("not_read").contains("OPML"));
        assertThat(Read.refusals(
                        "x.xml", "<?xml version=\"1.0\"?><stock><item1/></stock>".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(why -> assertThat(why).startsWith("not_read").contains("XML"));
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] inner) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(inner);
        }
        return bytes.toByteArray();
    }
}
