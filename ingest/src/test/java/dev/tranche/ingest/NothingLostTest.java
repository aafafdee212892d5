package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each text that an input holds is read, once and in one piece, wherever programs put it. */
class NothingLostTest {

    private static final String WORDS =
            "The council of the harbour town bought three new pumps on Monday, after the floods of last winter.";

    @Test
    void aTitleOfOursDoesNotHideTheTextOfAnotherTool() {
        Document crawled = Read.only(
                "crawl.jsonl",
                "{\"title\": \"Pumps\", \"maintext\": \"" + WORDS + "\", \"description\": \"Short.\","
                        + " \"date_publish\": \"2023-03-07 08:15:00\", \"source_domain\": \"quay.example\"}");
        assertThat(crawled.body()).isEqualTo(WORDS);
        assertThat(crawled.published()).contains("2023-03-07 08:15:00");
        assertThat(crawled.outlet()).contains("quay.example");
        Document ours = Read.only(
                "ours.jsonl", "{\"title\": \"Pumps\", \"text\": \"" + WORDS + "\", \"content\": \"Another.\"}");
        assertThat(ours.body()).isEqualTo(WORDS);
    }

    @Test
    void wordsInsideObjectsAreFound() {
        String wordPress = "[{\"link\": \"https://quay.example/1\", \"title\": {\"rendered\": \"Pumps &amp; dykes\"},"
                + " \"content\": {\"rendered\": \"<p>" + WORDS + "</p>\"}}]";
        String newYork = "{\"docs\": [{\"web_url\": \"https://quay.example/1\", \"headline\": {\"main\":"
                + " \"Pumps &amp; dykes\"}, \"lead_paragraph\": \"" + WORDS + "\"}]}";
        String guardian = "{\"response\": {\"results\": [{\"webUrl\": \"https://quay.example/1\", \"webTitle\":"
                + " \"Pumps &amp; dykes\", \"fields\": {\"bodyText\": \"" + WORDS + "\"}}]}}";
        for (String json : List.of(wordPress, newYork, guardian)) {
            Document read = Read.only("articles.json", json);
            assertThat(read.title()).as(json).isEqualTo("Pumps & dykes");
            assertThat(read.body()).isEqualTo(WORDS);
            assertThat(read.address()).contains("https://quay.example/1");
        }
    }

    @Test
    void anItemUnderEmbargoIsPublishedWhenThatEnds() {
        Document item = Read.only(
                "n.json",
                "{\"uri\": \"u\", \"pubstatus\": \"usable\", \"versioncreated\": \"2023-03-07T08:15:00Z\","
                        + " \"embargoed\": \"2023-03-08T06:00:00Z\", \"copyrightholder\": \"Quay Agency\","
                        + " \"headline\": \"Pumps\", \"body_text\": \"" + WORDS + "\"}");
        assertThat(item.published()).contains("2023-03-08T06:00:00Z");
        assertThat(item.outlet()).contains("Quay Agency");
    }

    private static String mail(String kind, String... parts) {
        StringBuilder mail = new StringBuilder("From: ada@quay.example\nSubject: Pumps\nMIME-Version: 1.0\n");
        mail.append("Content-Type: multipart/" + kind + "; boundary=b\n\n");
        for (String part : parts) {
            mail.append("--b\nContent-Type: " + part + "\n");
        }
        return mail.append("--b--\n").toString();
    }

    /** Programs of mailing lists add how to leave the list as plain text to whatever the message is. */
    @Test
    void whatAMailingListAddsDoesNotReplaceTheMessage() {
        String footer = "Quay-announce mailing list, for readers of the gazette and their friends. ".repeat(4);
        Document listed =
                Read.only("m.eml", mail("mixed", "text/html\n\n<p>" + WORDS + "</p>", "text/plain\n\n" + footer));
        assertThat(listed.body()).startsWith(WORDS).contains("mailing list");
        Document chosen = Read.only(
                "m.eml", mail("alternative", "text/plain\n\n" + footer, "text/html\n\n<p>" + footer + "</p>"));
        assertThat(chosen.body()).isEqualTo(footer.strip());
    }

    @Test
    void whatMailServersSayOfADeliveryIsNoReport() {
        List<Incoming> found = Read.all(
                "m.eml",
                mail(
                        "report",
                        "text/plain\n\n" + WORDS,
                        "message/delivery-status\n\nReporting-MTA: dns; mx.quay.example\n\nAction: failed",
                        "text/rfc822-headers\n\nFrom: b@quay.example\nSubject: Dykes\nMessage-ID: <1@quay>"));
        assertThat(found).hasSize(3);
        assertThat(found.getFirst()).isInstanceOf(Incoming.Report.class);
        assertThat(found.subList(1, 3))
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOfSatisfying(
                                Incoming.Refused.class,
                                refused ->
                                        assertThat(refused.problem().message()).contains("of a delivery; not read")));
    }

    /** Within a message, only a line after a blank one begins the next. */
    @Test
    @SuppressWarnings("StringConcatToTextBlock") // Line ends count here.
    void aSentenceThatBeginsWithFromStaysInItsMessage() {
        String box = "From ada@quay.example Tue Mar  7 08:15:00 2023\nFrom: ada@quay.example\nSubject: One\n\n"
                + "The pumps came\nFrom the province, on Monday.\n";
        assertThat(Read.only("box", box).body()).contains("From the province");
    }

    @Test
    void theHeaderOfAPartIsNotThatOfTheMessage() {
        Document read =
                Read.only("m.eml", mail("mixed", "text/plain\nFrom: b@dyke.example\nSubject: Dykes\n\n" + WORDS));
        assertThat(read.outlet()).contains("ada@quay.example");
        assertThat(read.title()).isEqualTo("Pumps");
    }

    @Test
    void notesAndCommentsDoNotCutASentence() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put(
                "content.xml",
                "<o xmlns:text='t' xmlns:office='f'><text:p>The council<text:note><text:note-citation>1"
                        + "</text:note-citation><text:note-body><text:p>Of the harbour town.</text:p></text:note-body>"
                        + "</text:note> bought<office:annotation><text:p>Really?</text:p></office:annotation>"
                        + " pumps.</text:p><text:list><text:list-item><text:p>One.</text:p></text:list-item>"
                        + "</text:list></o>");
        assertThat(Read.documents("d.odt", FormatsTest.zip(parts)))
                .singleElement()
                .satisfies(read -> assertThat(read.body()).isEqualTo("The council bought pumps.\n\nOne."));
    }

    @Test
    void wordsThatWereMovedAreReadOnceAndHyphensStay() throws IOException {
        byte[] word = FormatsTest.zip(Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "word/document.xml",
                "<w:document xmlns:w='w'><w:p><w:moveFrom><w:r><w:t>Pumps of 1999. </w:t></w:r></w:moveFrom><w:r><w:t>"
                        + "The F</w:t><w:noBreakHyphen/><w:t>16 came.</w:t></w:r></w:p>"
                        + "<w:p><w:moveTo><w:r><w:t>Pumps of 1999.</w:t></w:r></w:moveTo></w:p></w:document>"));
        assertThat(Read.documents("d.docx", word))
                .singleElement()
                .satisfies(read -> assertThat(read.body()).isEqualTo("The F-16 came.\n\nPumps of 1999."));
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] sent(int head, String moment) {
        ByteBuffer list = ByteBuffer.allocate(head + 16).order(ByteOrder.LITTLE_ENDIAN);
        long ticks = Instant.parse(moment).getEpochSecond() * 10_000_000 + 116_444_736_000_000_000L;
        return list.putInt(head, 0x00390040).putLong(head + 8, ticks).array();
    }

    private static Map<String, byte[]> message() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        String property = "__substg1.0_";
        streams.put("__properties_version1.0", sent(32, "2023-03-07T08:15:00Z"));
        streams.put(property + "0037001F", wide("Pumps"));
        streams.put(property + "0C1A001F", wide("Ada Reed"));
        streams.put(property + "1035001F", wide("<m1@quay.example>"));
        String html = "<html><head><meta charset=windows-1252></head><p>F\u00fcnf pumps came.</p></html>";
        streams.put(property + "10130102", html.getBytes(Charset.forName("windows-1252")));
        streams.put("__attach_version1.0_#00000000/" + property + "3707001F", wide("a/note.txt"));
        streams.put("__attach_version1.0_#00000000/" + property + "37010102", WORDS.getBytes(StandardCharsets.UTF_8));
        String inner = "__attach_version1.0_#00000001/" + property + "3701000D/";
        streams.put("__attach_version1.0_#00000001/" + property + "3001001F", wide("Dykes"));
        streams.put(inner + "__properties_version1.0", sent(24, "2023-03-06T07:00:00Z"));
        streams.put(inner + property + "0037001F", wide("Dykes"));
        streams.put(inner + property + "1000001F", wide("A dyke broke."));
        return streams;
    }

    @Test
    void anOutlookMessageIsReadWithTheFilesAndMessagesAttachedToIt() {
        List<Document> read = Read.documents("m.msg", CompoundFiles.of(message()));
        assertThat(read).extracting(Document::title).containsExactly("Pumps", "", "Dykes");
        assertThat(read).extracting(Document::body).containsExactly("F\u00fcnf pumps came.", WORDS, "A dyke broke.");
        assertThat(read)
                .extracting(Document::published)
                .containsExactly(Optional.of("2023-03-07T08:15Z"), Optional.empty(), Optional.of("2023-03-06T07:00Z"));
        assertThat(read.getFirst().id().value()).isEqualTo("m1@quay.example");
        assertThat(read.getFirst().outlet()).contains("Ada Reed");
        List<String> places = new ArrayList<>();
        Read.all("m.msg", CompoundFiles.of(message())).forEach(each -> places.add(each.place()));
        assertThat(places).containsExactly("m.msg", "m.msg!/a_note.txt", "m.msg!/Dykes");
    }

    @Test
    void messagesInMessagesEnd() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        String folder = "";
        for (int depth = 0; depth < 12; depth++) {
            streams.put(folder + "__substg1.0_0037001F", wide("Pumps " + depth));
            folder += "__attach_version1.0_#00000000/__substg1.0_3701000D/";
        }
        streams.put(folder + "__substg1.0_0037001F", wide("The last"));
        assertThat(Read.documents("m.msg", CompoundFiles.of(streams))).hasSize(9);
        assertThat(Read.refusals("m.msg", CompoundFiles.of(streams)))
                .singleElement()
                .asString()
                .contains("more than 8");
    }

    /** All entries of a list name the same bytes: a small file must not become a large one. */
    @Test
    void streamsThatShareTheirBytesAreRefused() {
        Map<String, byte[]> streams = message();
        for (int i = 0; i < 64; i++) {
            streams.put("filler" + i, new byte[0]);
        }
        byte[] overlapping = CompoundFiles.of(streams);
        ByteBuffer entries = ByteBuffer.wrap(overlapping).order(ByteOrder.LITTLE_ENDIAN);
        int directory = 512 * (1 + entries.getInt(48));
        for (int at = directory; at + 128 <= overlapping.length; at += 128) {
            boolean filler = overlapping[at] == 'f' && overlapping[at + 2] == 'i' && overlapping[at + 4] == 'l';
            if (filler) {
                entries.putInt(at + 120, 4000);
            }
        }
        assertThat(Read.refusals("m.msg", overlapping))
                .singleElement()
                .asString()
                .contains("its streams overlap");
    }
}
