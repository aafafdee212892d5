package dev.tranche.dating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.Publication.Basis;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaterTest {
    private static final Dater DATER = Dater.of(Lexicon.standard());

    private final Problems problems = new Problems();

    private Publication read(String text) {
        return read(Document.of("report", "", text));
    }

    private Publication read(Document document) {
        return DATER.date(MarkedText.of(Lexicon.standard(), document, problems), problems);
    }

    private boolean has(ProblemCode code) {
        return problems.toList().stream().map(Problem::code).anyMatch(code::equals);
    }

    private static Document published(String written) {
        return Document.of("report", "", "A bridge was opened.")
                .with(Optional.empty(), Optional.empty(), Optional.of(written), Optional.empty());
    }

    @Test
    void metadataStateTheDayInManyForms() {
        for (String written : new String[] {
            "2023-04-12", "2023-04-12T10:00:00Z", "Wed, 12 Apr 2023 10:00:00 GMT", "April 12, 2023", "12.04.2023"
        }) {
            Publication publication = read(published(written));
            assertThat(publication.basis()).as(written).isEqualTo(Basis.METADATA);
            assertThat(publication.date().edtf()).as(written).isEqualTo("2023-04-12");
        }
        assertThat(problems.toList()).isEmpty();
    }

    @Test
    void anAddressMayCarryTheDay() {
        Document document = Document.of("report", "", "A bridge was opened.")
                .with(
                        Optional.empty(),
                        Optional.of("https://news.example/2023/04/12/bridge"),
                        Optional.empty(),
                        Optional.empty());
        assertThat(read(document).date().edtf()).isEqualTo("2023-04-12");
        assertThat(read(document.undated()).basis()).isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void aDateThatIsNoneIsToldAndTheWordsDecide() {
        Publication publication = read(published("soon"));
        assertThat(publication.basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(has(ProblemCode.BAD_DATE)).isTrue();
    }

    @Test
    void aTextWithoutAnyClueIsUndated() {
        assertThat(read("A bridge was opened in the harbour.")).isEqualTo(Publication.UNKNOWN);
        assertThat(read("").basis()).isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void aDatelineWithItsYearStatesTheDay() {
        Publication publication = read("OSLO, March 3, 2024 (Fjord Wire) - The ministry opened a bridge.");
        assertThat(publication.basis()).isEqualTo(Basis.STATED);
        assertThat(publication.date())
                .isEqualTo(StatedDate.between(LocalDate.of(2024, 3, 3), LocalDate.of(2024, 3, 4)));
    }

    @Test
    void theDayOfTheInvasionIsCounted() {
        Publication publication = read("What happened in Ukraine on day 100 of the invasion: the river rose.");
        assertThat(publication.date().from()).contains(LocalDate.of(2022, 6, 2));
        assertThat(publication.date().to()).contains(LocalDate.of(2022, 6, 5));
        assertThat(publication.basis()).isEqualTo(Basis.INFERRED);
    }

    @Test
    void aYearThatHasPassedIsABoundAndNoMore() {
        Publication publication = read("The harbour was rebuilt in 2019 and the mole was finished in March 2021.");
        assertThat(publication.date()).isEqualTo(StatedDate.since(LocalDate.of(2021, 3, 1)));
    }

    @Test
    void contradictionsAreReportedAndTheStrongerClueStays() {
        Publication publication = read("Published: 3 March 2015. The mole was finished in May 2019.");
        assertThat(publication.date().edtf()).isEqualTo("2015-03-03");
        assertThat(has(ProblemCode.CONFLICT)).isTrue();
        assertThat(publication.clues()).anyMatch(clue -> !clue.used());
    }

    @Test
    void impossibleDaysAreToldAndNamedNoDate() {
        Publication publication = read("The law was signed on 31 February 2023.");
        assertThat(publication.basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(has(ProblemCode.BAD_DATE)).isTrue();
    }

    @Test
    void absurdFiguresEndNothing() {
        String year = "9".repeat(400);
        assertThat(read("It was signed in " + year + " and on 12 May " + year + ", " + year + " years ago.")
                        .basis())
                .isEqualTo(Basis.UNKNOWN);
        assertThat(read("0000-00-00 99/99/9999 0/0/00 May 0, 0000, 9999999 centuries ago, the 99th century")
                        .basis())
                .isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void everyPrefixOfATextOfDatesIsRead() {
        String text =
                "In the third quarter of 2023, on Friday, May 10, the end of next week, 24.02.2022, the mid-1980s,"
                        + " two and a half years ago, New Year's Eve, Q3 2022, from May 3 to 5, 2024-05-";
        for (int end = 0; end <= text.length(); end++) {
            assertThat(read(text.substring(0, end))).isNotNull();
        }
    }

    private String inferred(String text) {
        return read(text).date().edtf();
    }

    @Test
    void aDayThatIsKeptTodayRecursEveryYearAndAnotherClueChoosesTheYear() {
        assertThat(inferred("Today we mark World Refugee Day. Sixteen months since Russia's invasion of Ukraine, many"
                        + " cannot go home."))
                .isEqualTo("2023-06-17/2023-06-23");
        assertThat(inferred("The Bipartisan Safer Communities Act was signed last month."))
                .isEqualTo("2022-07-01/2022-08-01");
        assertThat(inferred("We celebrate World Food Day today. Last month the president opened the White House"
                        + " Conference on Hunger."))
                .isEqualTo("2022-10-15/2022-10-17");
    }

    @Test
    void aDayThatIsOnlyNamedTellsNothing() {
        assertThat(read("The shop near the square sells World Food Day stamps.").basis())
                .isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void anEventThatWillBeHeldNextWeekIsAWeekAhead() {
        assertThat(inferred(
                        "Since Russia's invasion of Ukraine they have prepared the Summit of the Americas, which will"
                                + " be held in Los Angeles next week."))
                .startsWith("2022-05-")
                .endsWith("/2022-06-06");
    }

    @Test
    void aDrawdownIsCountedInWordsToo() {
        String text = "The secretary authorized an eighth drawdown of arms for Ukraine, the United States said.";
        assertThat(inferred(text)).isEqualTo("2022-04-20/2022-05-05");
        assertThat(inferred("The United States gave Ukraine the fruit of a second drawdown."))
                .doesNotContain("2021-12-22/");
    }

    @Test
    void aRunningTotalLiesBeforeTheDayOnWhichThePackagesAreMore() {
        String text = "The United States has given Ukraine more than $2.5 billion in security assistance since the"
                + " beginning of the invasion, in total.";
        Publication publication = read(text);
        assertThat(publication.date().to()).contains(LocalDate.of(2022, 5, 5));
        assertThat(publication.clues()).anyMatch(clue -> clue.rule().equals("record.step"));
    }

    @Test
    void whatWasSignedRecentlyIsNotOld() {
        assertThat(inferred("The loan comes from the Inflation Reduction Act, which he recently signed."))
                .isEqualTo("2022-08-15/2022-10-15");
        assertThat(inferred("The recently signed Inflation Reduction Act pays for it."))
                .isEqualTo("2022-08-15/2022-10-15");
    }

    @Test
    void somethingDueByADayIsAheadOfIt() {
        Publication publication = read("The company will open the crossing by September 30, 2023.");
        assertThat(publication.date().to()).contains(LocalDate.of(2023, 9, 30));
        assertThat(publication.date().from()).isEmpty();
    }

    @Test
    void theInvasionsMonthWithoutItsYearIsTheLatestOne() {
        assertThat(inferred("Many left Ukraine when the troops invaded in February, a teacher said."))
                .isEqualTo("2022-02-24/2023-02-01");
        assertThat(read("A choir from Ukraine sang in February.").basis()).isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void anAnniversaryOfTheWarIsNear() {
        assertThat(inferred("Ukraine marked the second anniversary of the full-scale invasion with bells."))
                .isEqualTo("2024-01-25/2024-03-25");
    }

    @Test
    void aWarThatIsFearedIsNoWar() {
        assertThat(read("A war in Ukraine could drive up prices, a grocer said.")
                        .basis())
                .isEqualTo(Basis.UNKNOWN);
        assertThat(read("The war in Ukraine drives up prices, a grocer said.").date())
                .isEqualTo(StatedDate.since(LocalDate.of(2022, 2, 24)));
    }

    @Test
    void theLengthOfTheWarMayBeToldInDaysAndByItsNumber() {
        assertThat(read("Ukraine has lived through 1,000 days of war.").date().from())
                .hasValueSatisfying(day -> assertThat(day).isBefore(LocalDate.of(2024, 11, 20)));
        assertThat(read("Ukraine has lived through 1,000 days of war.").date().to())
                .hasValueSatisfying(day -> assertThat(day).isBefore(LocalDate.of(2025, 2, 1)));
        assertThat(inferred("Ukraine is in the ninth month of the war.")).isEqualTo("2022-10-14/2022-12-04");
    }

    @Test
    void aFormerHolderHasLeftTheOfficeAndNotComeBack() {
        assertThat(read("The former prime minister Boris Johnson opened a fair.")
                        .date()
                        .from())
                .contains(LocalDate.of(2022, 8, 28));
        assertThat(inferred("The former president Donald Trump opened a fair.")).isEqualTo("2021-01-11/2025-01-29");
    }

    @Test
    void aTitleMayStandBehindTheName() {
        assertThat(inferred("A fair was opened by Rishi Sunak, the British prime minister."))
                .isEqualTo("2022-10-15/2024-08-04");
    }

    @Test
    void aGatheringInTheLeadIsNewsUnlessItLiesYearsBack() {
        assertThat(inferred("Envoys of Ukraine spoke at Cop27 about grain.")).isEqualTo("2022-09-07/2023-01-04");
        assertThat(read("Envoys of Ukraine have met twice since Cop27.").basis())
                .isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void daysThatRecurLeaveTheIntervalOpen() {
        Publication publication = read("The envoy of Ukraine arrived on Tuesday, and the mole was finished in 2019.");
        assertThat(publication.date()).isEqualTo(StatedDate.since(LocalDate.of(2019, 1, 1)));
        assertThat(publication.clues()).anyMatch(clue -> clue.rule().startsWith("weekday."));
    }

    @Test
    void aQuotedPostIsOfLate() {
        assertThat(inferred("The mole is high. — Harbour Watch (@harbour_watch) March 3, 2024 It was said in Ukraine."))
                .isEqualTo("2024-03-03/2024-04-02");
    }
}
