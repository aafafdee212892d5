package dev.tranche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which claims are one commitment and which are two. */
class ClaimGroupsTest {

    private static int groups(Told... told) {
        List<Claim> claims = new ArrayList<>();
        for (Told one : told) {
            claims.add(one.claim());
        }
        int there = new ClaimGroups().update(List.of(), claims).come().size();
        assertThat(new ClaimGroups().update(List.of(), claims.reversed()).come())
                .hasSize(there);
        return there;
    }

    @Test
    void newsOfAPackageLastsFourDays() {
        assertThat(groups(Told.of("400").on("2031-05-10"), Told.of("400").on("2031-05-14")))
                .isOne();
        assertThat(groups(Told.of("400").on("2031-05-10"), Told.of("400").on("2031-05-15")))
                .isEqualTo(2);
        assertThat(groups(Told.of("1850").on("2031-05-10"), Told.of("1800").on("2031-05-14")))
                .isOne();
        assertThat(groups(Told.of("1850").on("2031-05-10"), Told.of("1800").on("2031-05-15")))
                .isEqualTo(2);
    }

    @Test
    void aPackageIsToldToBeComingForAWeek() {
        Told announced = Told.of("400").on("2031-05-10");
        assertThat(groups(Told.of("400").at(Stage.PLANNED, "will").on("2031-05-03"), announced))
                .isOne();
        assertThat(groups(Told.of("400").at(Stage.PLANNED, "will").on("2031-05-02"), announced))
                .isEqualTo(2);
    }

    @Test
    void whatIsStillCalledPlannedAfterItsAnnouncementJoinsAsLongAsItIsNews() {
        Told announced = Told.of("400").on("2031-05-10");
        assertThat(groups(announced, Told.of("400").at(Stage.PLANNED, "will").on("2031-05-14")))
                .isOne();
        assertThat(groups(announced, Told.of("400").at(Stage.PLANNED, "will").on("2031-05-15")))
                .isEqualTo(2);
    }

    @Test
    void aPlanJoinsABillWhileAnyReportOfThatIsNews() {
        Told asked = Told.of("6000").at(Stage.REQUESTED, "asked").on("2031-05-10");
        Told passed = Told.of("6000").at(Stage.APPROPRIATED, "passed").on("2031-06-10");
        assertThat(groups(asked, Told.of("6000").at(Stage.PLANNED, "will").on("2031-05-14")))
                .isOne();
        assertThat(groups(asked, Told.of("6000").at(Stage.PLANNED, "will").on("2031-05-15")))
                .isEqualTo(2);
        assertThat(groups(
                        asked, passed, Told.of("6000").at(Stage.PLANNED, "will").on("2031-06-14")))
                .isOne();
        assertThat(groups(
                        asked, passed, Told.of("6000").at(Stage.PLANNED, "will").on("2031-06-15")))
                .isEqualTo(2);
    }

    @Test
    void aSumToldAgainBelowTheHeadlineJoinsForThreeWeeks() {
        Told announced = Told.of("400").on("2031-05-10");
        assertThat(groups(announced, Told.of("400").on("2031-05-31").below())).isOne();
        assertThat(groups(announced, Told.of("400").on("2031-06-01").below())).isEqualTo(2);
        assertThat(groups(announced, Told.of("400").on("2031-05-31"))).isEqualTo(2);
    }

    @Test
    void twoPaymentsJoinForThreeWeeksAlone() {
        Told paid = Told.of("400").at(Stage.DELIVERED, "paid").on("2031-05-10");
        assertThat(groups(
                        paid,
                        Told.of("400")
                                .at(Stage.DELIVERED, "paid")
                                .on("2031-05-31")
                                .below()))
                .isOne();
        assertThat(groups(
                        paid,
                        Told.of("400")
                                .at(Stage.DELIVERED, "paid")
                                .on("2031-06-01")
                                .below()))
                .isEqualTo(2);
    }

    @Test
    void recipientsMustNest() {
        assertThat(groups(Told.of("400"), Told.of("400").to("MD"))).isEqualTo(2);
        assertThat(groups(Told.of("400"), Told.of("400").to("UA", "MD"))).isOne();
        assertThat(groups(Told.of("400").to("UA", "GE"), Told.of("400").to("UA", "MD")))
                .isEqualTo(2);
        assertThat(groups(Told.of("400"), Told.of("400").to())).isOne();
    }

    @Test
    void donorsKindsAndNumbersKeepSumsApart() {
        assertThat(groups(Told.of("400"), Told.of("400").by("SE"))).isEqualTo(2);
        assertThat(groups(Told.of("400"), Told.of("400").as(AidType.FINANCIAL))).isEqualTo(2);
        assertThat(groups(Told.of("400"), Told.of("400").as(AidType.UNKNOWN))).isOne();
        assertThat(groups(Told.of("400").number(7), Told.of("400").number(8))).isEqualTo(2);
        assertThat(groups(Told.of("400").number(7), Told.of("400"))).isOne();
    }

    @Test
    void twoSumsOfOneReportAreTwo() {
        assertThat(groups(Told.of("1850").inReport("one", 0), Told.of("1800").inReport("one", 1)))
                .isEqualTo(2);
        assertThat(groups(Told.of("1850").inReport("one", 0), Told.of("1850").inReport("one", 1)))
                .isOne();
    }

    @Test
    void aBillIsOneForHalfAYearWhenTheRecipientIsTold() {
        Told asked = Told.of("6000").at(Stage.REQUESTED, "asked").on("2031-05-10");
        assertThat(groups(
                        asked, Told.of("6000").at(Stage.APPROPRIATED, "passed").on("2031-11-06")))
                .isOne();
        assertThat(groups(
                        asked, Told.of("6000").at(Stage.APPROPRIATED, "passed").on("2031-11-07")))
                .isEqualTo(2);
        assertThat(groups(
                        asked,
                        Told.of("6000").to().at(Stage.APPROPRIATED, "passed").on("2031-07-10")))
                .isEqualTo(2);
        assertThat(groups(
                        asked,
                        Told.of("6000").to().at(Stage.APPROPRIATED, "passed").on("2031-05-12")))
                .isOne();
    }

    @Test
    void aBillOfSeveralRoundingsIsOneForWeeksAndSoIsWhatIsPlanned() {
        Told asked = Told.of("4490").at(Stage.REQUESTED, "asked").on("2031-05-10");
        assertThat(groups(
                        asked, Told.of("5000").at(Stage.APPROPRIATED, "passed").on("2031-06-09")))
                .isOne();
        assertThat(groups(
                        asked, Told.of("5000").at(Stage.APPROPRIATED, "passed").on("2031-06-10")))
                .isEqualTo(2);
        assertThat(groups(asked, Told.of("5000").at(Stage.PLANNED, "plans").on("2031-05-11")))
                .isOne();
        assertThat(groups(asked, Told.of("5000").on("2031-05-11"))).isEqualTo(2);
    }

    @Test
    void oneReportMayRoundTheSumOfABill() {
        Told exact = Told.of("4490").at(Stage.REQUESTED, "asked").inReport("one", 1);
        assertThat(groups(exact, Told.of("4500").at(Stage.REQUESTED, "asked").inReport("one", 0)))
                .isOne();
        assertThat(groups(exact, Told.of("4900").at(Stage.REQUESTED, "asked").inReport("one", 0)))
                .isEqualTo(2);
    }

    @Test
    void aLoanToNobodyNamedJoinsAProgrammeOnlyAsNews() {
        Told talks = Told.of("2900").by("IMF").to("LK").as(AidType.FINANCIAL).on("2031-05-10");
        assertThat(groups(
                        talks,
                        Told.of("2900").by("IMF").to().as(AidType.FINANCIAL).on("2031-05-14")))
                .isOne();
        assertThat(groups(
                        talks,
                        Told.of("2900").by("IMF").to().as(AidType.FINANCIAL).on("2031-05-15")))
                .isEqualTo(2);
    }

    @Test
    void aLoanProgrammeIsOneFromTheTalksToTheVote() {
        Told talks = Told.of("2900").by("IMF").to("LK").as(AidType.FINANCIAL).on("2031-05-10");
        assertThat(groups(
                        talks,
                        Told.of("2900")
                                .by("IMF")
                                .to("LK")
                                .as(AidType.FINANCIAL)
                                .at(Stage.APPROPRIATED, "approved")
                                .on("2031-09-20")))
                .isOne();
        assertThat(groups(
                        talks,
                        Told.of("2900").by("IMF").to("PK").as(AidType.FINANCIAL).on("2031-09-20")))
                .isEqualTo(2);
        assertThat(groups(
                        Told.of("2900").by("SE").to("LK").as(AidType.FINANCIAL).on("2031-05-10"),
                        Told.of("2900").by("SE").to("LK").as(AidType.FINANCIAL).on("2031-09-20")))
                .isEqualTo(2);
    }

    @Test
    void aConversionInTheSameReportIsNoSecondSum() {
        Told dollars = Told.of("100").on("2022-05-10").inReport("one", 0);
        assertThat(groups(dollars, Told.of("95").in("EUR").on("2022-05-10").inReport("one", 1)))
                .isOne();
        assertThat(groups(dollars, Told.of("80").in("EUR").on("2022-05-10").inReport("one", 1)))
                .isEqualTo(2);
    }

    @Test
    void aConversionToldInTheSameReportIsNoSecondSumWhateverItsType() {
        Told own = Told.of("100").in("EUR").on("2023-08-24").inReport("both", 0);
        assertThat(groups(
                        own,
                        Told.of("108").as(AidType.HUMANITARIAN).on("2023-08-24").inReport("both", 1)))
                .isOne();
        assertThat(groups(
                        own,
                        Told.of("108").as(AidType.HUMANITARIAN).on("2023-08-24").inReport("other", 0)))
                .isEqualTo(2);
        assertThat(groups(
                        own,
                        Told.of("150").as(AidType.HUMANITARIAN).on("2023-08-24").inReport("both", 1)))
                .isEqualTo(2);
    }
}
