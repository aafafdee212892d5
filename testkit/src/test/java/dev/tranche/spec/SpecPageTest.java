package dev.tranche.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.extract.Extractor;
import dev.tranche.spec.FactLine.Field;
import dev.tranche.spec.SpecRunner.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notation and the rewriting of pages. */
class SpecPageTest {
    private static final SpecRunner RUNNER = new SpecRunner(Extractor.standard());
    private static final String FULL =
            "aid | US -> UA,MD | at most 500000000 USD | military | announced | PDA | part of #2 | ordinal 34"
                    + " | items 12 x M142 HIMARS | \"up to $500 million\"";

    @Test
    void lineIsWrittenAsItWasParsed() {
        assertThat(FactLine.parse("page.md:1", FULL)).hasToString(FULL);
    }

    @Test
    void fieldsThatAreLeftOutAreNotAskedFor() {
        FactLine got = FactLine.parse("page.md:1", FULL);
        assertThat(FactLine.parse("page.md:2", "aid | * -> MD,UA | * | military | part of *")
                        .differences(got))
                .isEmpty();
    }

    @Test
    void partThatIsNotWrittenMustBeAbsent() {
        FactLine got = FactLine.parse("page.md:1", FULL);
        assertThat(FactLine.parse("page.md:2", "total | US -> UA | 5 USD").differences(got))
                .containsExactly(Field.KIND, Field.PARTIES, Field.SUM, Field.PART);
    }

    @Test
    void brokenPageNamesItsLine() {
        assertThatThrownBy(() -> SpecPage.parse("page.md", List.of("# Page", "", "```tranche", "Words.", "```")))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("page.md:3: ");
        assertThatThrownBy(() -> FactLine.parse("page.md:7", "gift | DE -> UA"))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("page.md:7: ");
    }

    @Test
    void updateMovesUpWhatIsReadAndLeavesWhatDiffers() {
        List<String> lines = List.of(
                "# Page",
                "",
                "```tranche",
                "Germany will give Ukraine 500 million euros in military aid.",
                "---",
                "none",
                "```",
                "",
                "## Not read yet",
                "",
                "```tranche-open",
                "Children sing.",
                "---",
                "none",
                "```",
                "",
                "```tranche-open",
                "Children dance.",
                "---",
                "aid | DE -> UA",
                "```");
        SpecPage page = SpecPage.parse("page.md", lines);
        List<Outcome> outcomes = page.examples().stream().map(RUNNER::run).toList();
        assertThat(outcomes).extracting(Outcome::isRight).containsExactly(false, true, false);
        List<String> rewritten = SpecUpdate.rewrite(page, outcomes);
        assertThat(rewritten.subList(0, 7)).isEqualTo(lines.subList(0, 7));
        SpecPage again = SpecPage.parse("page.md", rewritten);
        assertThat(again.examples()).extracting(SpecExample::isOpen).containsExactly(false, false, true);
        assertThat(again.examples())
                .extracting(SpecExample::section)
                .containsExactly("", "Further examples", "Not read yet");
        assertThat(rewritten.indexOf("Children sing.")).isLessThan(rewritten.indexOf("## Not read yet"));
    }
}
