package dev.tranche.dating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.Publication.Basis;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** Holds when the text is dated to at most a number of days that include the given one. */
    private void isDated(String text, String day, int mostDays) {
        StatedDate date = read(text).date();
        assertThat(date.isClosed()).as(text).isTrue();
        assertThat(date.mayBe(LocalDate.parse(day)))
                .as("%s: %s", text, date.edtf())
                .isTrue();
        assertThat(ChronoUnit.DAYS.between(date.from().orElseThrow(), date.to().orElseThrow()))
                .as("%s: %s", text, date.edtf())
                .isLessThan(mostDays);
    }

    private boolean hasClue(String text, String rule) {
        return read(text).clues().stream().anyMatch(clue -> clue.rule().startsWith(rule));
    }

    @Test
    void aDatelineWithItsYearStatesTheDay() {
        String text = "OSLO, March 3, 2024 (Fjord Wire) - The ministry opened a bridge.";
        isDated(text, "2024-03-03", 9);
        assertThat(hasClue(text, "dateline")).isTrue();
        String bracketed = "OSLO, Norway (March 3, 2024) – The ministry opened a bridge.";
        isDated(bracketed, "2024-03-03", 9);
        assertThat(hasClue(bracketed, "dateline")).isTrue();
    }

    @Test
    void theDayOfTheInvasionIsCounted() {
        assertThat(inferred("What happened in Ukraine on day 100 of the invasion: the river rose."))
                .startsWith("2022-0");
        assertThat(read("What happened in Ukraine on day 100 of the invasion: the river rose.")
                        .date()
                        .mayBe(LocalDate.of(2022, 6, 3)))
                .isTrue();
    }

    @Test
    void theWarThatIsMeantIsCountedAndNoOther() {
        StatedDate date = read("On day 200 of the war in Gaza the trucks waited. A bill has money for Ukraine too.")
                .date();
        assertThat(date.mayBe(LocalDate.of(2024, 4, 23))).as(date.edtf()).isTrue();
        assertThat(date.mayBe(LocalDate.of(2022, 9, 11))).as(date.edtf()).isFalse();
        assertThat(hasClue("Ukraine ended a twenty-year effort to drain the marsh.", "war.duration"))
                .isFalse();
        assertThat(hasClue("Israel fought the Six-Day War with Egypt.", "war.day"))
                .isFalse();
    }

    @Test
    void aYearThatHasPassedDrawsTheBeginning() {
        StatedDate date = read("The harbour was rebuilt in 2019 and the mole was finished in March 2021.")
                .date();
        assertThat(date.from()).hasValueSatisfying(day -> assertThat(day).isAfter(LocalDate.of(2018, 12, 31)));
        assertThat(date.mayBe(LocalDate.of(2021, 5, 3))).isTrue();
    }

    @Test
    void contradictionsAreReportedAndTheStrongerClueStays() {
        Publication publication = read("Published: 3 March 2015. The mole was finished in May 2019.");
        assertThat(publication.likeliest()).contains(LocalDate.of(2015, 3, 3));
        assertThat(has(ProblemCode.CONFLICT)).isTrue();
        assertThat(publication.clues()).anyMatch(clue -> !clue.used());
        assertThat(publication.decidedBy().map(Clue::rule)).contains("stated");
    }

    @Test
    void aNamesakeIsNobodyElse() {
        assertThat(hasClue("Chief Cabinet Secretary Yoshihide Suga of Japan opened a fair.", "office"))
                .isFalse();
        assertThat(hasClue("The spokesman Moon Sang-gyun spoke of South Korea.", "office"))
                .isFalse();
        assertThat(hasClue("The then President Donald Trump opened a fair.", "office"))
                .isFalse();
        assertThat(hasClue("Former officials said President Joe Biden opened a fair.", "office"))
                .isTrue();
    }

    @Test
    void aTextThatWasChangedIsNoYounger() {
        StatedDate date = read("This article was amended on 4 November 2016. President Barack Obama opened a fair.")
                .date();
        assertThat(date.mayBe(LocalDate.of(2016, 11, 3))).isTrue();
        assertThat(date.mayBe(LocalDate.of(2017, 6, 1))).isFalse();
    }

    @Test
    void aReportDatedByTheRecordSaysSo() {
        Publication publication =
                read("The secretary authorized an eighth drawdown of arms for Ukraine, the United" + " States said.");
        assertThat(publication.restsOnRecord()).isTrue();
        assertThat(read("A fair was opened by Rishi Sunak, the British prime minister.")
                        .restsOnRecord())
                .isFalse();
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
        StatedDate date =
                read("Today we mark World Refugee Day. Sixteen months since Russia's invasion of Ukraine, many"
                                + " cannot go home.")
                        .date();
        assertThat(date.mayBe(LocalDate.of(2023, 6, 20))).as(date.edtf()).isTrue();
    }

    @Test
    void aDrawdownIsCountedInWordsToo() {
        StatedDate date = read("The secretary authorized an eighth drawdown of arms for Ukraine, the United States"
                        + " said.")
                .date();
        assertThat(date.mayBe(LocalDate.of(2022, 4, 22))).as(date.edtf()).isTrue();
    }

    @Test
    void whatWasSignedRecentlyIsNotOld() {
        assertThat(hasClue(
                        "The loan comes from the Inflation Reduction Act, which he recently signed.", "event.lately"))
                .isTrue();
        assertThat(hasClue("The recently signed Inflation Reduction Act pays for it.", "event.lately"))
                .isTrue();
    }

    @Test
    void theInvasionsMonthWithoutItsYearIsTheLatestOne() {
        assertThat(hasClue("Many left Ukraine when the troops invaded in February, a teacher said.", "war.month"))
                .isTrue();
        assertThat(hasClue("A choir from Ukraine sang in February.", "war")).isFalse();
    }

    @Test
    void anAnniversaryOfTheWarIsNear() {
        String text = "Ukraine marked the second anniversary of the full-scale invasion with bells.";
        assertThat(hasClue(text, "war.anniversary")).isTrue();
        assertThat(read(text).date().mayBe(LocalDate.of(2024, 2, 24))).isTrue();
        assertThat(hasClue("Ukraine marked the second anniversary of the bakery.", "war.anniversary"))
                .isFalse();
    }

    @Test
    void aWarThatIsFearedIsNoWar() {
        assertThat(hasClue("A war in Ukraine could drive up prices, a grocer said.", "war"))
                .isFalse();
        assertThat(read("The war in Ukraine drives up prices, a grocer said.")
                        .date()
                        .from())
                .hasValueSatisfying(day -> assertThat(day).isAfter(LocalDate.of(2022, 1, 1)));
    }

    @Test
    void aFormerHolderHasLeftTheOfficeAndNotComeBack() {
        assertThat(read("The former prime minister Boris Johnson opened a fair.")
                        .clues())
                .anyMatch(clue -> clue.rule().equals("office.former")
                        && clue.date().from().equals(Optional.of(LocalDate.of(2022, 9, 6))));
        assertThat(hasClue("The former president Donald Trump opened a fair.", "office.former.between"))
                .isTrue();
    }

    @Test
    void aTitleMayStandBehindTheName() {
        StatedDate date = read("A fair was opened by Rishi Sunak, the British prime minister.")
                .date();
        assertThat(date.mayBe(LocalDate.of(2023, 5, 1))).isTrue();
        assertThat(date.mayBe(LocalDate.of(2020, 5, 1))).isFalse();
    }

    @Test
    void aProclamationIsSignedInWords() {
        isDated(
                "By the authority vested in me as President of the United States, I ask all to plant trees. IN WITNESS"
                    + " WHEREOF, I have hereunto set my hand this twenty-sixth day of April, in the year of our Lord"
                    + " two thousand twenty-three.",
                "2023-04-26",
                9);
    }

    @Test
    void aQuotedPostIsOld() {
        StatedDate date =
                read("The mole is high. — Harbour Watch (@harbour_watch) March 3, 2024 It was said in Ukraine.")
                        .date();
        assertThat(date.mayBe(LocalDate.of(2024, 3, 9))).as(date.edtf()).isTrue();
    }

    @Test
    void aDayBeforeNinetySeventyIsADateToo() {
        Publication publication = read(published("1963-11-23"));
        assertThat(publication.basis()).isEqualTo(Basis.METADATA);
        assertThat(publication.date().edtf()).isEqualTo("1963-11-23");
    }

    @Test
    void howLongAgoSomethingWasTellsTheDay() {
        isDated("Six months after the Black Sea grain deal was signed, the silos are full.", "2023-01-20", 120);
        isDated("Three years after the Brexit referendum, the customs shed is still empty.", "2019-07-10", 700);
        assertThat(hasClue("Two days after the Brexit referendum, the shed was empty.", "age"))
                .isFalse();
        assertThat(hasClue("In the weeks after the Brexit referendum, the shed was empty.", "age"))
                .isFalse();
        Publication war = read("Nearly two years after Russia's full-scale invasion of Ukraine, the mill turns again.");
        assertThat(war.clues().stream()
                        .filter(clue ->
                                clue.rule().startsWith("age") || clue.rule().startsWith("war.duration")))
                .as("told once")
                .hasSize(1);
    }

    @Test
    void aPersonWithoutATitleIsLooserThanAnOffice() {
        StatedDate titled =
                read("The British prime minister Liz Truss opened a fair.").date();
        assertThat(titled.isClosed()).isTrue();
        assertThat(titled.mayBe(LocalDate.of(2019, 5, 1))).isFalse();
        assertThat(hasClue("Liz Truss opened a fair.", "person.head")).isTrue();
        assertThat(read("Liz Truss opened a fair.").date().mayBe(LocalDate.of(2021, 10, 1)))
                .isTrue();
        assertThat(hasClue("A fair was opened for the late Shinzo Abe.", "person"))
                .isFalse();
    }

    @Test
    void aDeputyIsNotTheHead() {
        assertThat(read("President Joe Biden opened a fair.").clues())
                .allMatch(clue -> clue.date().from().equals(Optional.of(LocalDate.of(2021, 1, 20))));
    }

    @Test
    void aYearInTheHeadlineSaysMoreThanOneInTheText() {
        Document headline = Document.of("report", "The best harvests of 2016", "The ferry was full of apples.");
        assertThat(read(headline).clues()).anyMatch(clue -> clue.rule().equals("year.title"));
        assertThat(hasClue("The ferry was full of apples in 2016.", "past.year"))
                .isTrue();
        assertThat(hasClue("The harvest was the best since 1998.", "since.year"))
                .isTrue();
        assertThat(hasClue("In fiscal year 2019, the agency spends more.", "fiscal.year"))
                .isTrue();
    }

    @Test
    void aMonthThatIsNamedAgainCountsOnce() {
        assertThat(read("The mill opened in March. It closed in March, and in March it burned.").clues().stream()
                        .filter(clue -> clue.rule().startsWith("month")))
                .hasSize(1);
    }

    @Test
    void anEmbeddedPostIsOfTheseDays() {
        assertThat(hasClue("The mole is high. — Harbour Watch (@harbour_watch) March 3, 2024", "post.day"))
                .isTrue();
        assertThat(hasClue("More at https://harbour.example/2024/03/03/mole on the mole.", "link.day"))
                .isTrue();
    }

    @Test
    void whatAWarIsCalledMayHoldItsMonth() {
        isDated("They fled Kyiv after Putin's February invasion, a teacher from Ukraine said.", "2022-09-01", 366);
        for (String words : new String[] {
            "Since war broke out in February, the mill in Ukraine has stood still.",
            "The mill in Ukraine has stood still since the Russian assault began in late February."
        }) {
            assertThat(hasClue(words, "war.month")).as(words).isTrue();
        }
        assertThat(hasClue("The mill in Ukraine began to turn in February.", "war.month"))
                .isFalse();
        assertThat(hasClue("Since war broke out in March, the mill in Ukraine has stood still.", "war.month"))
                .isFalse();
    }

    @Test
    void aTotalIsNotOlderThanWhatItCountsFrom() {
        isDated(
                "The United States has committed $2 billion in security assistance to Ukraine in total since the"
                        + " beginning of the Biden administration.",
                "2022-03-16",
                500);
    }

    @Test
    void aWeekdayTellsTheLikeliestDayOfALongInterval() {
        Publication publication = read("The British prime minister Rishi Sunak said on Tuesday that he would travel.");
        assertThat(publication.date().isClosed()).isTrue();
        assertThat(publication.likeliest())
                .hasValueSatisfying(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY));
    }

    @Test
    void headsOfManyStatesDateAReport() {
        isDated("President Iván Duque opened a fair. President Joe Biden sent a tree.", "2021-09-01", 800);
        assertThat(hasClue("Petro Ivanenko opened a fair.", "person")).isFalse();
    }
}
