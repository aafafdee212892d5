package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PDF documents that mean harm: what they say is read, or they are refused, and the next document is read. */
@Timeout(600)
class HostilePaperTest {

    private static final String WORDS = "The harbour town bought three new pumps.";
    private static final String SHOW = "BT /F1 12 Tf 72 720 Td (" + WORDS + ") Tj ET";
    private static final String HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

    /** A document of one page: its content is object 4, its resources are given, further objects count from 5. */
    private static byte[] pdf(String resources, byte[] content, byte[]... more) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        write(pdf, "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        write(pdf, "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        write(pdf, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<");
        write(pdf, resources + ">>>>\nendobj\n");
        object(pdf, 4, content);
        for (int i = 0; i < more.length; i++) {
            object(pdf, 5 + i, more[i]);
        }
        write(pdf, "trailer <</Size " + (5 + more.length) + "/Root 1 0 R>>\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, int number, byte[] object) throws IOException {
        write(pdf, number + " 0 obj\n");
        pdf.write(object);
        write(pdf, "\nendobj\n");
    }

    private static void write(ByteArrayOutputStream pdf, String text) throws IOException {
        pdf.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] plain(String object) {
        return object.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] stream(String dictionary, byte[] bytes) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        write(object, "<<" + dictionary + "/Length " + bytes.length + ">>stream\n");
        object.write(bytes);
        write(object, "\nendstream");
        return object.toByteArray();
    }

    private static byte[] stream(String dictionary, String text) throws IOException {
        return stream(dictionary, plain(text));
    }

    /** A stream of the given number of copies of a text, compressed. */
    private static byte[] packed(String dictionary, String text, int copies) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] one = plain(text);
            for (int i = 0; i < copies; i++) {
                out.write(one);
            }
        }
        return stream(dictionary + "/Filter/FlateDecode", bytes.toByteArray());
    }

    private static String read(byte[] pdf) {
        assertThat(Ingest.format(pdf, "hostile.pdf")).isEqualTo(Format.PDF);
        List<Incoming> found = Read.all("hostile.pdf", pdf);
        assertThat(found).hasSize(1);
        return found.getFirst() instanceof Incoming.Report report
                ? report.document().text()
                : ((Incoming.Refused) found.getFirst()).problem().message();
    }

    /** Each form shows the next one many times. */
    @Test
    void formsWithinFormsEnd() throws IOException {
        int depth = 12;
        byte[][] forms = new byte[depth][];
        for (int i = 0; i < depth; i++) {
            String inner = i + 1 < depth ? "/X Do ".repeat(20) : "0 0 m ".repeat(20);
            String next = i + 1 < depth ? "/Resources<</XObject<</X " + (6 + i) + " 0 R>>>>" : "";
            forms[i] = stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + next, inner);
        }
        assertThat(read(pdf("/XObject<</X 5 0 R>>", stream("", "/X Do"), forms)))
                .contains("takes far more work than one made for people");
    }

    /** Glyphs that are drawn with themselves, and a font whose file unpacks to a quarter of a gigabyte. */
    @Test
    void fontsThatGoInCirclesAndFontsThatUnpackWithoutEndEnd() throws IOException {
        String glyphs = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</T 6 0 R>>"
                + "/Encoding<</Type/Encoding/Differences[84/T]>>/FirstChar 84/LastChar 84/Widths[9]"
                + "/Resources<</Font<</F2 5 0 R>>>>>>";
        byte[] glyph = stream("", "9 0 d0 BT /F2 1 Tf (TTTT) Tj ET");
        String shown = SHOW + " BT /F2 12 Tf 72 700 Td (TTTT) Tj ET";
        assertThat(read(pdf("/Font<</F1 7 0 R/F2 5 0 R>>", stream("", shown), plain(glyphs), glyph, plain(HELVETICA))))
                .contains("three new pumps");
        String font = "<</Type/Font/Subtype/TrueType/BaseFont/Noise/Encoding/WinAnsiEncoding"
                + "/FontDescriptor 6 0 R/FirstChar 32/LastChar 33/Widths[500 500]>>";
        String about = "<</Type/FontDescriptor/FontName/Noise/Flags 32/FontFile2 7 0 R>>";
        byte[] file = packed("/Length1 268435456", "\0\1\0\0".repeat(1 << 18), 256);
        assertThat(file.length).as("bytes of the font").isLessThan(1 << 20);
        assertThat(read(pdf("/Font<</F1 5 0 R>>", stream("", SHOW), plain(font), plain(about), file)))
                .containsAnyOf("three new pumps", "more memory than is available");
        assertThat(read(pdf("/Font<</F1 5 0 R>>", stream("", SHOW), plain(HELVETICA))))
                .contains("three new pumps");
    }

    /** A picture of ten thousand million dots in a few bytes, as an object and within the page. */
    @Test
    void hugePicturesAreNotDrawn() throws IOException {
        byte[] picture = packed(
                "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray",
                "\0".repeat(1 << 20),
                256);
        String inline = "\nq BI /W 100000 /H 100000 /BPC 8 /CS /G ID abcd\nEI Q\n";
        assertThat(read(pdf(
                        "/Font<</F1 6 0 R>>/XObject<</P 5 0 R>>",
                        stream(
                                "",
                                "/P Do " + SHOW + inline
                                        + SHOW.replace("three", "four").replace("720", "700")),
                        picture,
                        plain(HELVETICA))))
                .contains("three new pumps", "four new pumps");
    }

    /** Instructions that unpack a thousandfold: nothing but spaces, then words on top of words. */
    @Test
    void contentThatUnpacksWithoutEndEnds() throws IOException {
        assertThat(read(pdf("/Font<</F1 5 0 R>>", packed("", " ".repeat(1 << 20), 260), plain(HELVETICA))))
                .containsAnyOf("without text", "more memory than is available");
        String line = "BT /F1 12 Tf 72 720 Td (" + "pumps ".repeat(1000) + ") Tj ET ";
        assertThat(read(pdf("/Font<</F1 5 0 R>>", packed("", line, 20_000), plain(HELVETICA))))
                .contains("takes far more work than one made for people");
    }

    /** The day on which the file was made counts where the first page names none. */
    @Test
    void theDayOfTheFileIsAWeakClue() throws IOException {
        for (String words : new String[] {WORDS, "Harbour town, 3 March 2024. " + WORDS}) {
            String pdf = new String(
                            pdf(
                                    "/Font<</F1 5 0 R>>",
                                    stream("", SHOW.replace(WORDS, words)),
                                    plain(HELVETICA),
                                    plain("<</CreationDate(D:20240607080000Z)>>")),
                            StandardCharsets.ISO_8859_1)
                    .replace("/Root 1 0 R", "/Root 1 0 R/Info 6 0 R");
            assertThat(Read.documents("pumps.pdf", plain(pdf)))
                    .singleElement()
                    .satisfies(read -> assertThat(read.markup().day().map(day -> day.rule() + " " + day.day()))
                            .isEqualTo(
                                    words.equals(WORDS)
                                            ? Optional.of("markup.pdf.created 2024-06-07")
                                            : Optional.empty()));
        }
    }

    @Test
    void scriptsInFieldsAndAttachedFilesAreNotText() throws IOException {
        String script = "<</S/JavaScript/JS(var x = \"nine million\"; app.alert\\(x\\);)>>";
        byte[] pdf = pdf(
                "/Font<</F1 5 0 R>>",
                stream("", SHOW),
                plain(HELVETICA),
                plain("<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(eight million)/A" + script + "/AA<</K" + script
                        + ">>>>"),
                stream("/Type/EmbeddedFile", "The attached file says seven million."));
        String withField = new String(pdf, StandardCharsets.ISO_8859_1)
                .replace("/MediaBox", "/Annots[6 0 R]/MediaBox")
                .replace(
                        "/Type/Catalog",
                        "/Type/Catalog/OpenAction" + script
                                + "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>]>>>>");
        assertThat(read(plain(withField))).contains("three new pumps").doesNotContain("million");
    }
}
