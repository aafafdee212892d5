package dev.tranche.ingest.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import dev.tranche.text.Block;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Markup;
import dev.tranche.text.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents are read by processes of their own, which end with what is too much for them. */
@Timeout(300)
class ApartSourceTest {

    private static final Children.Limits USUAL =
            new Children.Limits(256, Duration.ofMinutes(2), Duration.ofMinutes(20), 2, Duration.ofMinutes(5));

    private static List<Incoming> read(Children children, Format format, byte[] bytes) throws IOException {
        List<Incoming> found = new ArrayList<>();
        new ApartSource(format, children).read(Content.of("pumps", bytes), found::add);
        return found;
    }

    private static List<Incoming> read(Children children, String count) throws IOException {
        String rtf = "{\\rtf1 The council of the harbour town bought " + count + " pumps.}";
        return read(children, Format.RTF, rtf.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(List<Incoming> found) {
        assertThat(found).hasSize(1);
        return found.getFirst() instanceof Incoming.Report report
                ? report.document().text()
                : ((Incoming.Refused) found.getFirst()).problem().message();
    }

    private static byte[] zip(String... namesAndParts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndParts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndParts[i]));
                zip.write(namesAndParts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook of one column. */
    private static byte[] workbook(int rows) throws IOException {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int i = 0; i <= rows; i++) {
            String cell = i == 0 ? "text" : "The council bought pump " + i + ".";
            sheet.append("<row r=\"")
                    .append(i + 1)
                    .append("\"><c t=\"inlineStr\" r=\"A")
                    .append(i + 1);
            sheet.append("\"><is><t>").append(cell).append("</t></is></c></row>");
        }
        return zip(
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet.append("</sheetData></worksheet>").toString());
    }

    @Test
    void oneProcessReadsManyDocumentsAndSeveralAreReadAtOnce() throws IOException {
        Children children = new Children(USUAL);
        for (String count : List.of("three", "four", "five")) {
            assertThat(text(read(children, count))).contains("bought " + count + " pumps");
        }
        assertThat(children.count()).isEqualTo(1);
        // While one is being read, another process reads the next.
        List<Incoming> inner = new ArrayList<>();
        new ApartSource(Format.ZIP, children).read(Content.of("rows", workbook(3)), row -> {
            if (inner.isEmpty()) {
                try {
                    inner.addAll(read(children, "six"));
                } catch (IOException never) {
                    throw new AssertionError(never);
                }
            }
        });
        assertThat(text(inner)).contains("six");
        assertThat(children.count()).isEqualTo(2);
    }

    @Test
    void whatComputesTooLongIsEndedAndTheNextDocumentIsRead() throws IOException {
        Children hasty = new Children(
                new Children.Limits(256, Duration.ofMillis(1), Duration.ofMinutes(1), 1, Duration.ofMinutes(5)));
        List<Incoming> late = read(hasty, "three");
        assertThat(text(late)).contains("more than 0 seconds of processor time");
        assertThat(((Incoming.Refused) late.getFirst()).problem().code()).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(hasty.count()).isZero();
        assertThat(text(read(new Children(USUAL), "four"))).contains("four");
    }

    @Test
    void whatNeedsMoreMemoryThanThereIsEndsItsProcessAlone() throws IOException {
        Children small = new Children(
                new Children.Limits(24, Duration.ofMinutes(2), Duration.ofMinutes(20), 1, Duration.ofMinutes(5)));
        byte[] large = zip(
                "[Content_Types].xml",
                "<Types/>",
                "word/document.xml",
                "<w xmlns=\"w\"><p><t>" + "The council bought pumps. ".repeat(3_000_000) + "</t></p></w>");
        assertThat(large.length).as("bytes of the bomb").isLessThan(1 << 20);
        assertThat(text(read(small, Format.ZIP, large))).contains("more memory than is available");
        assertThat(small.count()).isZero();
        assertThat(text(read(small, "four"))).contains("four");
    }

    @Test
    void aProcessThatIsKilledCostsOnlyItsDocument() throws IOException {
        Children children = new Children(USUAL);
        read(children, "three");
        List<Incoming> found = new ArrayList<>();
        Sink killer = incoming -> {
            if (found.isEmpty()) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            }
            found.add(incoming);
        };
        new ApartSource(Format.ZIP, children).read(Content.of("rows", workbook(50_000)), killer);
        assertThat(found).hasSizeBetween(2, 40_000);
        assertThat(((Incoming.Refused) found.getLast()).problem().message()).contains("ended early");
        assertThat(text(read(children, "four"))).contains("four");
    }

    @Test
    void whereNoProcessCanBeStartedTheRefusalSaysSo() throws IOException {
        Children none = new Children(USUAL, Path.of("no-such-folder", "java"), ChildMain.class);
        assertThat(text(read(none, "three"))).contains("could not be started");
        assertThat(text(read(none, "three"))).contains("could not be started");
    }

    @Test
    void whatTheReceiverThrowsArrivesAndTheNextDocumentIsRead() throws IOException {
        Children children = new Children(USUAL);
        ApartSource source = new ApartSource(Format.ZIP, children);
        byte[] rows = workbook(3);
        assertThatThrownBy(() -> source.read(Content.of("rows", rows), incoming -> {
                    throw new IllegalStateException("the book is closed");
                }))
                .hasMessage("the book is closed");
        assertThat(text(read(children, "four"))).contains("four");
    }

    @Test
    void aTableIsReadRowByRowAsItsColumnsSay() throws IOException {
        List<Incoming> found = new ArrayList<>();
        Content content = Content.of("rows", workbook(2000));
        Ingest.read(content.with(new Content.Options(Optional.of("title=text"))), found::add);
        assertThat(found).hasSize(2000);
        assertThat(((Incoming.Report) found.getLast()).document().title()).isEqualTo("The council bought pump 2000.");
    }

    @Test
    void everyPartOfAReportArrivesAsItWas() throws IOException {
        Document document = Document.of("r\u0001", "Pumps \uD800", "Three pumps.\nBought \uD83D\uDEA2.")
                .with(Optional.of("Quay"), Optional.of("https://quay.example/1"), Optional.empty(), Optional.of("en"))
                .with(new Markup(
                        List.of(
                                new Block(BlockKind.HEADLINE, new Span(0, 7)),
                                new Block(BlockKind.QUOTE, new Span(9, 21))),
                        Optional.of(new MarkedDay(LocalDate.of(2031, 3, 4), "markup.meta", "4 March")),
                        Optional.of("A. Berg"),
                        Optional.of("Wire"),
                        List.of("Water"),
                        List.of("https://quay.example/1.mp3")));
        List<Incoming> all = List.of(
                new Incoming.Report("a:1", document, List.of(Problem.at(ProblemCode.BAD_DATE, "Odd.", new Span(2, 5)))),
                new Incoming.Refused("a:2", Problem.about(ProblemCode.NOT_READ, "PNG picture", "a:2: No.")),
                Incoming.refused("a:3", ProblemCode.EMPTY, "Empty."));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Incoming incoming : all) {
            Passing.write(out, incoming);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        List<Incoming> back = new ArrayList<>();
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            back.add(Passing.read(kind, in));
        }
        assertThat(back).isEqualTo(all);
    }
}
