package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An input is recognised whatever precedes it and however it is encoded; what is not a report is named. */
class RecognitionTest {

    private static final String WORDS =
            "The council of the harbour town bought three new pumps on Monday, after the floods of last winter.";
    private static final String PAGE = "<html><head><title>Pumps for the mill</title></head><body><nav>Home</nav>"
            + "<article><p>" + WORDS + "</p></article></body></html>";
    private static final String FEED =
            "<rss version=\"2.0\"><channel><title>Quay Wire</title><item><title>Pumps</title>" + "<description>" + WORDS
                    + "</description></item></channel></rss>";
    private static final String TABLE = "title,text,date\nPumps,\"" + WORDS + "\",2023-03-07\n";

    @Test
    void aLicenceOrBlankLinesMayStandBeforeAPageAndAFeed() {
        String licence = "<!-- " + "All rights reserved. ".repeat(2000) + "-->";
        String blank = " \n".repeat(9000);
        for (String before : List.of(licence, blank, licence + blank + licence)) {
            Document page = Read.only("p.html", before + PAGE);
            assertThat(page.title()).isEqualTo("Pumps for the mill");
            assertThat(page.body()).isEqualTo(WORDS);
            Document item = Read.only("f.xml", "<?xml version=\"1.0\"?>" + before + FEED);
            assertThat(item.body()).isEqualTo(WORDS);
            assertThat(item.outlet()).contains("Quay Wire");
        }
        assertThat(Read.refusals("p.html", ("<!-- never closed " + PAGE).getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("HTML page without text");
    }

    @Test
    void textInUtf16NeedsNoMark() {
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(Read.documents("p.html", PAGE.getBytes(wide)))
                    .singleElement()
                    .satisfies(page -> assertThat(page.body()).isEqualTo(WORDS));
            assertThat(Read.documents("f.xml", ("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + FEED).getBytes(wide)))
                    .singleElement()
                    .satisfies(item -> assertThat(item.body()).isEqualTo(WORDS));
            assertThat(Read.documents("t.csv", TABLE.getBytes(wide)))
                    .singleElement()
                    .satisfies(row -> assertThat(row.body()).isEqualTo(WORDS));
        }
    }

    @Test
    void aWarningMayStandBeforeAPage() {
        Document page = Read.only("p.html", "Warning: the disk is nearly full in line 7\n" + PAGE);
        assertThat(page.title()).isEqualTo("Pumps for the mill");
        assertThat(page.body()).isEqualTo(WORDS);
    }

    /** Only the first bytes decide, and they may end within a letter. */
    @Test
    void theEncodingOfATableIsSeenInItsFirstBytes() {
        Charset old = Charset.forName("windows-1252");
        assertThat(Read.documents("t.csv", "title,text\nGr\u00F6\u00DFe,F\u00FCnf pumps\n".getBytes(old)))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("Gr\u00F6\u00DFe", "F\u00FCnf"));
        for (int shift = 0; shift < 3; shift++) {
            String table = "title,text\n" + "x".repeat(shift) + ",\u20AC" + "\u20AC".repeat(5000) + "\n";
            assertThat(Read.documents("t.csv", table.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .satisfies(row -> assertThat(row.body()).matches("\u20AC+"));
        }
    }

    @Test
    void ofSeveralColumnsForOnePartTheBestNameCountsAndNamesGivenByHandMayBeOfAnyCase() {
        String head = "description,content,title,headline,seen date,published\n";
        String table = head + "Short,The whole text,Pumps,Other,2024-02-09,2024-01-31\n";
        Document row = Read.only("t.csv", table);
        assertThat(row.title()).isEqualTo("Pumps");
        assertThat(row.body()).isEqualTo("The whole text");
        assertThat(row.published()).contains("2024-01-31");
        List<Incoming> given = new java.util.ArrayList<>();
        Ingest.read(
                Content.of("t.csv", table.getBytes(StandardCharsets.UTF_8))
                        .with(new Content.Options(java.util.Optional.of("title=HEADLINE,text=Description"))),
                given::add);
        assertThat(((Incoming.Report) given.getFirst()).document().title()).isEqualTo("Other");
    }

    @Test
    void tablesOfOneColumnAndThoseThatStateTheirSeparatorAreTables() {
        assertThat(Read.documents("t.csv", "title\nPumps for the mill\nA dyke\n"))
                .extracting(Document::title)
                .containsExactly("Pumps for the mill", "A dyke");
        assertThat(Read.documents("t.csv", "sep=;\r\ntitle;text\r\nPumps;" + WORDS + "\r\n"))
                .singleElement()
                .satisfies(row -> assertThat(row.body()).isEqualTo(WORDS));
    }

    @Test
    void aCommentThatNamesAnotherFormatDoesNotMakeThePageThat() {
        Document page = Read.only("p.html", "<!-- Our news as <rss>, <opml> and <newsItem>: see below. -->" + PAGE);
        assertThat(page.title()).isEqualTo("Pumps for the mill");
        assertThat(page.body()).isEqualTo(WORDS);
    }

    @Test
    void oneLineThatLooksLikeAHeaderMakesNoMail() {
        Document note = Read.only("note", "From: the desk\n\n" + WORDS);
        assertThat(note.body()).contains(WORDS);
        assertThat(note.outlet()).isEmpty();
        assertThat(Read.only("m", "From: the desk\nSubject: Pumps\n\n" + WORDS).outlet())
                .contains("the desk");
    }

    @Test
    void namesAndValuesWithTabsBetweenThemAreATableAndATranscriptIsNot() {
        assertThat(Read.refusals(
                        "list.txt",
                        "Norway\t$5 million\nDenmark\t$7 million\nTotal\t$12 million\n"
                                .getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("not_read")
                .contains("This is a table", "--columns");
        assertThat(Read.documents("briefing.txt", ("Q:\t" + WORDS + "\nA:\t" + WORDS + "\n").repeat(3)))
                .hasSize(1);
    }

    @Test
    void textsThatAreNoReportsAreNamed() {
        Map<String, String> kinds = Map.ofEntries(
                Map.entry("BEGIN:VCALENDAR\r\nSUMMARY:Norway gives $5 million\r\nEND:VCALENDAR\r\n", "calendar"),
                Map.entry("BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n", "address card"),
                Map.entry("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "key or certificate"),
                Map.entry("1\n00:00:01,000 --> 00:00:02,000\nNorway gives $5 million.\n", "subtitles"),
                Map.entry("WEBVTT\n\n00:01.000 --> 00:02.000\nNorway gives $5 million.\n", "subtitles"),
                Map.entry("%!PS-Adobe-3.0\n(Norway gives $5 million) show\n", "PostScript"),
                Map.entry("% notes\n\\documentclass{article}\n\\begin{document}\nNorway\n", "LaTeX"),
                Map.entry("@article{reed2024,\n title={Norway gives $5 million},\n}\n", "bibliography"),
                Map.entry("diff --git a/x b/x\n--- a/x\n+++ b/x\n+Norway gives $5 million\n", "list of changes"),
                Map.entry("filedesc://a.arc 0.0.0.0 20240101000000 text/plain 76\n1 0 Quay\n", "old ARC format"),
                Map.entry("CREATE TABLE aid (id INT);\nINSERT INTO aid VALUES (1, '$5 million');\n", "database dump"),
                Map.entry("#!/bin/sh\necho 'Norway gives $5 million'\n", "program"),
                Map.entry("<?php echo 'Norway gives $5 million'; ?>\n", "program"),
                Map.entry("2024-01-01 10:00:00,001 INFO [main] a.B - Norway gives $5 million\n", "log of a program"),
                Map.entry(
                        "var x = \"Germany gives $900 million\";\nfunction f(a) { return a + 1; }\ng = { f: f };\n",
                        "program"),
                Map.entry("p { margin: 0; }\n.aid { color: red; }\n", "style sheet"));
        kinds.forEach((text, kind) -> {
            List<Incoming> found = Read.all("unnamed", text);
            assertThat(found)
                    .as(text)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Incoming.Refused.class,
                            refused -> assertThat(refused.problem().message()).contains(kind, "not read"));
        });
    }

    /** Resolutions end their clauses with semicolons, signed statements begin like keys. */
    @Test
    @SuppressWarnings("StringConcatToTextBlock") // One line each, as in a list.
    void reportsThatLookLikeOtherTextsAreRead() {
        for (String text : List.of(
                "Recalling its resolutions on the harbour;\n"
                        + "Reaffirming its support {as amended};\n"
                        + "Decides to buy pumps;\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" + WORDS + "\n-----BEGIN PGP SIGNATURE-----\n",
                "2024-01-01 10:00:00 " + WORDS,
                "MZ said on Monday: " + WORDS,
                "Program note: x = 1; " + WORDS,
                "<!-- by the desk -->\n# Pumps\n\n" + WORDS)) {
            assertThat(Read.documents("unnamed", text)).as(text).hasSize(1);
        }
    }

    @Test
    void filesThatAreNoTextAreNamed() {
        Map<String, String> kinds = Map.of(
                "Rar!\u001A\u0007\1\0", "RAR archive",
                "\u0004\"M\u0018\1\2\3", "LZ4 archive",
                "RIFF\0\0\0\0WEBPVP8 ", "WebP picture",
                "II*\0\u0008\0\0\0", "TIFF picture",
                "ID3\u0003\0\0\0\0", "MP3 recording",
                "\0\0\0 ftypisom", "MP4 film",
                "MZ\u0090\0\0\0", "program",
                "PAR1\u0015\0", "Parquet file",
                "x\u009F>\"\0\0", "winmail.dat");
        kinds.forEach((start, kind) -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
            file.writeBytes(new byte[100]);
            assertThat(Read.refusals("unnamed", file.toByteArray()))
                    .as(kind)
                    .singleElement()
                    .asString()
                    .startsWith("not_read")
                    .contains(kind);
        });
    }
}
