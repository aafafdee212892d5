package dev.tranche.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PrintTest {

    @Test
    void amountsAreReadableAndExact() {
        assertThat(amount("2000000000", "USD", Bound.EXACTLY)).isEqualTo("$2 billion");
        assertThat(amount("425000000", "USD", Bound.AT_MOST)).isEqualTo("up to $425 million");
        assertThat(amount("1105000000", "EUR", Bound.AT_LEAST)).isEqualTo("at least €1.105 billion");
        assertThat(amount("1700000000", "DKK", Bound.ABOUT)).isEqualTo("about 1.7 billion DKK");
        assertThat(amount("206000", "GBP", Bound.EXACTLY)).isEqualTo("£206,000");
        assertThat(amount("1234567890", "USD", Bound.EXACTLY)).isEqualTo("$1,234,567,890");
        assertThat(amount("12.50", "USD", Bound.EXACTLY)).isEqualTo("$12.5");
        assertThat(amount("1E15", "JPY", Bound.EXACTLY)).isEqualTo("¥1000 trillion");
        assertThat(Phrases.amount(range("1E9", "2E9"))).isEqualTo("$1–2 billion");
        assertThat(Phrases.amount(range("5E8", "1E9"))).isEqualTo("$500 million – $1 billion");
    }

    @Test
    void datesAreAsWideAsTheyAreKnown() {
        assertThat(date("2024-05-14", "2024-05-14")).isEqualTo("14 May 2024");
        assertThat(date("2024-02-01", "2024-02-29")).isEqualTo("February 2024");
        assertThat(date("2023-01-01", "2023-12-31")).isEqualTo("2023");
        assertThat(date("2023-12-30", "2024-01-02")).isEqualTo("30 December 2023 – 2 January 2024");
        assertThat(Phrases.date(new StatedDate(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty())))
                .isEqualTo("from 1 January 2024");
        assertThat(Phrases.published(Publication.UNKNOWN)).isEqualTo("undated");
    }

    @Test
    void ranksHaveTheirEnglishEndings() {
        assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 53, 111).stream().map(Phrases::rank))
                .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "53rd", "111th");
    }

    @Test
    void linesAreMeasuredInColumns() {
        assertThat(Columns.width("支援 aid")).isEqualTo(8);
        assertThat(Columns.width("e\u0301")).isEqualTo(1);
        assertThat(Columns.cut("支援支援", 5)).isEqualTo("支援…");
        assertThat(Columns.cut("abc", 3)).isEqualTo("abc");
        assertThat(Columns.oneLine(" a\r\n\tb\u0000\u202Ec\uD800 ")).isEqualTo("a b\uFFFD\uFFFDc\uFFFD");
        assertThat(Columns.lines("a\r\n\tb\rc\u001B[2J\u009B\u202E \uD83D\uDE80"))
                .isEqualTo("a\r\n\tb\uFFFDc\uFFFD[2J\uFFFD\uFFFD \uD83D\uDE80");
    }

    @Test
    void partsStandBelowTheirWholesAndManyReceiversAreShortened() {
        Document report = Document.of("n", "Three sums", "one two three four");
        Fact whole = aid(report, 0, "3E9", List.of("UA", "AL", "BA", "BG"), OptionalInt.empty());
        Fact part = aid(report, 12, "1E9", List.of("UA"), OptionalInt.of(0));
        Fact piece = aid(report, 14, "5E8", List.of("UA"), OptionalInt.of(1));
        Fact other = aid(report, 16, "2E9", List.of(), OptionalInt.of(0));
        String page = print(report, List.of(whole, part, piece, other), Ink.PLAIN);
        assertThat(page).isEqualTo("""
            Three sums
            undated · n

              $3 billion        aid  US United States → Ukraine and 3 others  military  announced  PDA
              │ “T” 0–1
              ├ $1 billion      aid  US United States → UA Ukraine            military  announced  PDA
              │ │ “o” 12–13
              │ └ $500 million  aid  US United States → UA Ukraine            military  announced  PDA
              │     “e” 14–15
              └ $2 billion      aid  US United States → ?                     military  announced  PDA
                  “t” 16–17

            """);
        assertThat(print(report, List.of(whole, part, piece, other), Ink.COLOUR).replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(page);
    }

    @Test
    void factsThatAreOnePartsOfAnotherInACircleAreStillPrintedOnce() {
        Document report = Document.of("n", "Circle", "one two three four");
        List<Fact> facts = List.of(
                aid(report, 0, "1E9", List.of("UA"), OptionalInt.of(1)),
                aid(report, 2, "2E9", List.of("UA"), OptionalInt.of(0)));
        assertThat(FactTree.rows(facts)).extracting(FactTree.Row::fact).containsExactlyElementsOf(facts);
    }

    private static String print(Document report, List<Fact> facts, Ink ink) {
        Extraction extraction =
                new Extraction(report, ExtractionVersion.CURRENT, Publication.UNKNOWN, facts, List.of());
        return new ReportPrinter(Lexicon.standard(), ink, 100).print(extraction);
    }

    private static Fact aid(Document report, int at, String amount, List<String> recipients, OptionalInt partOf) {
        Terms terms = new Terms(
                StatedAmount.of(new BigDecimal(amount), "USD", Bound.EXACTLY),
                List.of("US"),
                recipients,
                AidType.MILITARY,
                Stage.ANNOUNCED,
                Optional.of("PDA"));
        return new Fact.Aid(
                terms,
                partOf,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                report.evidence(new Span(at, at + 1)),
                new RuleId("test"));
    }

    private static String amount(String value, String currency, Bound bound) {
        return Phrases.amount(StatedAmount.of(new BigDecimal(value), currency, bound));
    }

    private static StatedAmount range(String low, String high) {
        return new StatedAmount(new BigDecimal(low), Optional.of(new BigDecimal(high)), "USD", Bound.EXACTLY);
    }

    private static String date(String from, String to) {
        return Phrases.date(StatedDate.between(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
