package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.text.Block;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of JSON lines and tables are read as a browser would show them, and only where they are markup. */
class FieldTextTest {

    private static Document line(String title, String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return Read.only(
                "feed.jsonl",
                "{\"id\": \"one\", \"title\": \"" + title + "\", \"text\": \"" + escaped
                        + "\", \"outlet\": \"Quay Wire\", \"url\": \"https://quay.example/1\","
                        + " \"published\": \"2024-05-14\", \"language\": \"en\"}\n");
    }

    @Test
    void markupBecomesBlocksAndLosesItsTags() {
        Document report = line(
                "Pumps &amp; gates",
                "<h2>Flood</h2><p>Norland gave &euro;5 million.</p>\n<ul><li>pumps</li><li>gates &lt;new&gt;</li></ul>"
                        + "<script>var sum = 9;</script>");
        assertThat(report.title()).isEqualTo("Pumps & gates");
        assertThat(report.body()).isEqualTo("Flood\n\nNorland gave \u20ac5 million.\n\npumps\ngates <new>");
        assertThat(report.markup().blocks())
                .extracting(Block::kind)
                .containsExactly(
                        BlockKind.HEADLINE,
                        BlockKind.HEADING,
                        BlockKind.PARAGRAPH,
                        BlockKind.LIST_ITEM,
                        BlockKind.LIST_ITEM);
        assertThat(report.id().value()).isEqualTo("one");
        assertThat(report.outlet()).contains("Quay Wire");
        assertThat(report.address()).contains("https://quay.example/1");
        assertThat(report.published()).contains("2024-05-14");
        assertThat(report.language()).contains("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Growth was < 5% and debt > 60% of output.",
                "Prices a<b and c>d rose; x <p and y> q.",
                "Write to <press@quay.example> or see <https://quay.example/p>.",
                "The <secret> project, </placeholder> and <a> as a letter.",
                "R&D at AT&T; see https://quay.example/?a=1&copy=2 & more; Q&A; &nosuchname;",
                "The tag <b> makes words bold.",
                "Arrows <- and -> and <3 and <<quoted>>."
            })
    void proseStaysAsItIs(String text) {
        Document report = line("Debt < 60% & falling", text);
        assertThat(report.body()).isEqualTo(text);
        assertThat(report.title()).isEqualTo("Debt < 60% & falling");
        assertThat(report.markup().blocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One <b>bold</b> word. | One bold word.",
                "One <B CLASS=x>bold word. | One bold word.",
                "Before.<br>After. | Before. After.",
                "Before.<p>After. | Before. After.",
                "Before.<br clear=\"all\"/>After. | Before. After.",
                "It goes on\u2026 <a href=\"https://quay.example/so | It goes on\u2026",
                "<p>Less than < 5 </p> | Less than < 5",
                "Norland&#8217;s aid&nbsp;grew. | Norland\u2019s aid grew.",
                "A fish &amp; chips shop; AT&T. | A fish & chips shop; AT&T.",
                "It wrote &lt;b&gt; twice. | It wrote <b> twice."
            })
    void whatABrowserWouldShowIsRead(String text, String shown) {
        assertThat(line("Pumps", text).body().replaceAll("\\s+", " ")).isEqualTo(shown);
    }

    @Test
    void aPictureWithinATagIsNoText() {
        String picture = "<img src=\"data:image/png;base64," + "Quay".repeat(5000) + "\">";
        assertThat(line("Pumps", "Before. " + picture + " After.").body()).isEqualTo("Before. After.");
    }

    @Test
    void blankLinesSeparateParagraphsWhereNoTagDoes() {
        String text = "First <em>of</em> all.\n\nThen the\nrest.";
        assertThat(line("Pumps", text).body()).isEqualTo("First of all.\n\nThen the\nrest.");
        assertThat(line("Pumps", "<p>First\n\nof all.</p>").body()).isEqualTo("First of all.");
    }

    @Test
    void linesOfATextWithoutTagsStay() {
        String text = "First &amp; last\nline.\n\nThen  the rest.";
        assertThat(line("Pumps", text).body()).isEqualTo("First & last\nline.\n\nThen  the rest.");
    }

    @Test
    void aTextOfTagsAloneIsNoReport() {
        assertThat(Read.refusals(
                        "feed.jsonl",
                        "{\"text\": \"<img src='a.png'>\"}\n{\"text\": \"<p>Pumps.</p>\"}\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("empty feed.jsonl:1: It has neither title nor text; skipped.");
    }

    @Test
    void cellsOfTablesAreDecidedInTheSameWay() {
        Document report = Read.only(
                "table.csv",
                "title,text,url\n\"Debt <GDP and >5\",\"A <secret> pump & <i>gate</i>s.\",https://quay.example/1\n"
                        .replace("<secret>", "&lt;secret&gt;"));
        assertThat(report.title()).isEqualTo("Debt <GDP and >5");
        assertThat(report.body()).isEqualTo("A <secret> pump & gates.");
    }
}
