package dev.tranche.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.dating.Clue;
import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Announcer;
import dev.tranche.fact.Fact;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BundleTest {

    private static final Document REPORT = Document.of(
                    "n-1", "Kroner for Kyiv", "Norway gives up to 1.5 million kroner \"at once\", 34th of its kind.")
            .with(Optional.of("Fjord Wire"), Optional.empty(), Optional.of("2024-02-22"), Optional.empty());

    @Test
    void everyKeyOfTheFormatIsThereInItsOrder() {
        Extraction extraction = new Extraction(
                Document.of("n-0", "", "Nothing."),
                new ExtractionVersion("tranche-reader/9"),
                Publication.UNKNOWN,
                List.of(),
                List.of());
        assertThat(ExtractionWriter.line(extraction))
                .isEqualTo("{\"format\":\"tranche-extraction/1\",\"version\":\"tranche-reader/9\",\"doc\":\"n-0\","
                        + "\"outlet\":null,\"title\":null,\"published\":{\"from\":null,\"to\":null,"
                        + "\"basis\":\"unknown\",\"clues\":[]},\"facts\":[],\"encounters\":[],\"statements\":[],"
                        + "\"figures\":[],\"agreements\":[],\"items\":[],\"names\":[],\"events\":[],\"problems\":[]}");
    }

    @Test
    void aFactHasEveryField() {
        String line = ExtractionWriter.line(full());
        assertThat(line)
                .contains("\"facts\":[{\"kind\":\"aid\",\"amount\":1500000,\"amount_max\":2000000.5,"
                              + "\"currency\":\"NOK\",\"bound\":\"at_most\",\"donor\":[\"NO\"],\"recipient\":[\"UA\","
                              + "\"ALLIES\"],\"type\":\"military\",\"stage\":\"announced\",\"authority\":\"PDA\","
                              + "\"part_of\":1,\"since\":null,\"ordinal\":34,\"date\":{\"from\":null,\"to\":null},\"announcer\":{\"name\":\"Jytte"
                              + " Holm\",\"office\":\"Defence"
                              + " Minister\",\"country\":\"DK\"},\"items\":[{\"name\":\"NASAMS\",\"class\":\"air"
                              + " defence\","
                              + "\"quantity\":2},{\"name\":\"Shells\",\"class\":\"ammunition\",\"quantity\":null}],\"rule\":\"aid.test\",\"quote\":\"up"
                              + " to 1.5 million kroner \\\"at once\\\"\",")
                .contains("{\"kind\":\"total\",\"amount\":2000000000,\"amount_max\":null,")
                .contains("\"since\":\"2022-02-24\"")
                .contains("\"clues\":[{\"rule\":\"head.date\",\"quote\":null,\"start\":null,\"end\":null,"
                        + "\"from\":\"2024-02-22\",\"to\":\"2024-02-22\",\"used\":true,\"weight\":0},")
                .contains("\"problems\":[{\"code\":\"odd-characters\",\"message\":\"Odd.\",\"start\":3,\"end\":4},"
                        + "{\"code\":\"encoding\",\"message\":\"Replaced.\",\"start\":null,\"end\":null}]");
    }

    @Test
    void whatWasWrittenReadsBackTheSame() {
        Extraction extraction = full();
        String line = ExtractionWriter.line(extraction);
        assertThat(ExtractionReader.read("test", line)).isEqualTo(BundleLine.of(extraction));
    }

    @Test
    void roundTripHoldsForRandomExtractionsInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            Random random = new Random(42);
            for (int i = 0; i < 500; i++) {
                Extraction extraction = random(random);
                String line = ExtractionWriter.line(extraction);
                assertThat(line).doesNotContain("\n").isEqualTo(ExtractionWriter.line(extraction));
                assertThat(ExtractionReader.read("test", line)).isEqualTo(BundleLine.of(extraction));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void halfASurrogatePairIsWrittenAsAnEscape() {
        Extraction extraction = new Extraction(
                Document.of("n\uDC00", "a \uD800 b \uD83D\uDE00", ""),
                ExtractionVersion.CURRENT,
                Publication.UNKNOWN,
                List.of(),
                List.of());
        String line = ExtractionWriter.line(extraction);
        assertThat(line).contains("\"doc\":\"n\\udc00\"").contains("a \\ud800 b \uD83D\uDE00");
        assertThat(ExtractionReader.read("test", line).title())
                .isEqualTo(extraction.document().title());
    }

    @Test
    void refusesOtherLinesWithTheirPlace() {
        for (String line : List.of("", "5", "{}", "{\"format\":\"tranche-extraction/2\"}", "{\"format\"", "nonsense")) {
            assertThatThrownBy(() -> ExtractionReader.read("b.jsonl:7", line))
                    .isInstanceOf(BundleException.class)
                    .hasMessageStartingWith("b.jsonl:7: ");
        }
    }

    @Test
    void refusesValuesThatCannotBe() {
        String line = ExtractionWriter.line(full());
        for (String wrong : List.of(
                line.replace("\"amount\":1500000,", "\"amount\":-1,"),
                line.replace("\"amount\":1500000,", "\"amount\":1e99999,"),
                line.replace("\"amount\":1500000,", ""),
                line.replace("\"kind\":\"aid\"", "\"kind\":\"loan\""),
                line.replace("\"stage\":\"announced\"", "\"stage\":\"dreamt\""),
                line.replace("\"to\":\"2024-02-22\"", "\"to\":\"2024-02-31\""),
                line.replace("\"doc\":\"n-1\"", "\"doc\":\" \""))) {
            assertThat(wrong).isNotEqualTo(line);
            assertThatThrownBy(() -> ExtractionReader.read("b.jsonl:7", wrong))
                    .isInstanceOf(BundleException.class)
                    .hasMessageStartingWith("b.jsonl:7: ");
        }
    }

    @Test
    void unknownKeysAreIgnored() {
        Extraction extraction = full();
        String line = ExtractionWriter.line(extraction).replaceFirst("\\{", "{\"later\":{\"a\":[1,true,null]},");
        assertThat(ExtractionReader.read("test", line)).isEqualTo(BundleLine.of(extraction));
    }

    private static Extraction full() {
        Span quote = spanOf("up to 1.5 million kroner \"at once\"");
        Fact aid = new Fact.Aid(
                new Terms(
                        new StatedAmount(
                                new BigDecimal("1.5E6"),
                                Optional.of(new BigDecimal("2000000.50")),
                                "NOK",
                                Bound.AT_MOST),
                        List.of("NO"),
                        List.of("UA", "ALLIES"),
                        AidType.MILITARY,
                        Stage.ANNOUNCED,
                        Optional.of("PDA")),
                OptionalInt.of(1),
                OptionalInt.of(34),
                Optional.of(new Announcer("Jytte Holm", "Defence Minister", Optional.of("DK"))),
                List.of(
                        new FactItem("NASAMS", "air defence", OptionalInt.of(2)),
                        new FactItem("Shells", "ammunition", OptionalInt.empty())),
                REPORT.evidence(quote),
                new RuleId("aid.test"));
        Fact total = new Fact.Total(
                new Terms(
                        StatedAmount.of(new BigDecimal("2E9"), "USD", Bound.EXACTLY),
                        List.of(),
                        List.of(),
                        AidType.UNKNOWN,
                        Stage.DELIVERED,
                        Optional.empty()),
                OptionalInt.empty(),
                Optional.of("2022-02-24"),
                REPORT.evidence(spanOf("34th")),
                new RuleId("total.test"));
        StatedDate day = StatedDate.on(LocalDate.of(2024, 2, 22));
        Publication published = new Publication(
                day,
                Publication.Basis.METADATA,
                List.of(
                        new Clue("head.date", Optional.empty(), day, true),
                        new Clue(
                                "words.once",
                                Optional.of(REPORT.evidence(spanOf("once"))),
                                new StatedDate(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty()),
                                false)));
        return new Extraction(
                REPORT,
                new ExtractionVersion("tranche-reader/9"),
                published,
                List.of(aid, total),
                List.of(
                        Problem.at(ProblemCode.ODD_CHARACTERS, "Odd.", new Span(3, 4)),
                        Problem.of(ProblemCode.ENCODING, "Replaced.")));
    }

    private static Span spanOf(String words) {
        int start = REPORT.text().indexOf(words);
        return new Span(start, start + words.length());
    }

    /** A report of odd characters with facts of every kind about random stretches of it. */
    private static Extraction random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.appendCodePoint(random.nextInt(8) == 0 ? random.nextInt(0x11000) : ' ' + random.nextInt(95));
        }
        Document document =
                Document.of("r" + random.nextInt(), random.nextBoolean() ? "T\u2028\"" : "", text.toString());
        int count = random.nextInt(4);
        List<Fact> facts = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(document.text().length() - 1);
            int end = start + 1 + random.nextInt(document.text().length() - start);
            BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(12) - 8);
            Terms terms = new Terms(
                    new StatedAmount(
                            value,
                            random.nextBoolean() ? Optional.of(value.add(BigDecimal.ONE)) : Optional.empty(),
                            "EUR",
                            pick(Bound.values(), random)),
                    random.nextBoolean() ? List.of("DE", "FR") : List.of(),
                    random.nextBoolean() ? List.of("UA") : List.of(),
                    pick(AidType.values(), random),
                    pick(Stage.values(), random),
                    random.nextBoolean() ? Optional.of("EPF") : Optional.empty());
            OptionalInt partOf = i > 0 && random.nextBoolean() ? OptionalInt.of(0) : OptionalInt.empty();
            RuleId rule = new RuleId("r." + i);
            Span span = new Span(start, Math.min(end, document.text().length()));
            facts.add(
                    random.nextBoolean()
                            ? new Fact.Total(terms, partOf, Optional.of("2024"), document.evidence(span), rule)
                            : new Fact.Aid(
                                    terms,
                                    partOf,
                                    OptionalInt.of(1 + random.nextInt(99)),
                                    Optional.empty(),
                                    List.of(),
                                    document.evidence(span),
                                    rule));
        }
        return new Extraction(document, ExtractionVersion.CURRENT, Publication.UNKNOWN, facts, List.of());
    }

    private static <E> E pick(E[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
