package dev.tranche.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Standing;
import dev.tranche.ledger.Told;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.review.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where each doubt begins and what it weighs; sums are millions of US dollars from Norway, whose median here is 100. */
class DoubtsTest {

    private static List<Commitment> usual() {
        List<Commitment> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            entries.add(Told.entry(Told.of(Integer.toString(96 + i)).on("2031-0" + (1 + i) + "-02")));
        }
        return entries;
    }

    private static Commitment judged(Commitment entry, List<Commitment> others, TotalClaim... totals) {
        List<Commitment> entries = new ArrayList<>(usual());
        entries.addAll(others);
        entries.add(entry);
        return Judge.judge(Told.ledger(entries, List.of(totals))).entries().getLast();
    }

    private static Commitment judged(Commitment entry) {
        return judged(entry, List.of());
    }

    private static int worth(Commitment entry, String code) {
        return entry.judgement().doubts().stream()
                .filter(doubt -> doubt.code().equals(code))
                .mapToInt(Doubt::worth)
                .sum();
    }

    @Test
    void aSumIsOutOfProportionFromTenTimesTheMedianOn() {
        assertThat(worth(judged(Told.entry(Told.of("999"))), "out-of-proportion"))
                .isZero();
        assertThat(worth(judged(Told.entry(Told.of("1000"))), "out-of-proportion"))
                .isEqualTo(45);
        assertThat(worth(judged(Told.entry(Told.of("2499"))), "out-of-proportion"))
                .isEqualTo(45);
        assertThat(worth(judged(Told.entry(Told.of("2500"))), "out-of-proportion"))
                .isEqualTo(85);
    }

    @Test
    void aDonorWithFewSumsIsJudgedByAnotherOfThatSize() {
        List<Commitment> half = List.of(Told.entry(Told.of("1000").by("SE").on("2031-11-02")));
        assertThat(worth(judged(Told.entry(Told.of("2000").by("SE")), half), "out-of-proportion"))
                .isZero();
        assertThat(worth(judged(Told.entry(Told.of("2001").by("SE")), half), "out-of-proportion"))
                .isEqualTo(45);
        assertThat(worth(judged(Told.entry(Told.of("2000").by("DK")), half), "out-of-proportion"))
                .isEqualTo(45);
    }

    @Test
    void aBillIsOutOfProportionOnlyWhenHugeAndToldOnce() {
        Told bill = Told.of("2499").at(Stage.REQUESTED, "asked");
        assertThat(worth(judged(Told.entry(bill)), "out-of-proportion")).isZero();
        Told huge = Told.of("2500").at(Stage.REQUESTED, "asked");
        assertThat(judged(Told.entry(huge)).standing()).isEqualTo(Standing.DOUBTFUL);
        Told second = Told.of("2500").at(Stage.REQUESTED, "asked");
        assertThat(worth(judged(Told.entry(huge, second)), "out-of-proportion")).isZero();
    }

    @Test
    void aSumIsVerySmallUpToAFiftiethOfTheMedian() {
        assertThat(worth(judged(Told.entry(Told.of("1.9"))), "very-small")).isEqualTo(30);
        assertThat(worth(judged(Told.entry(Told.of("2.1"))), "very-small")).isZero();
    }

    @Test
    void doubtsNameTheCellsThatTheyAreAbout() {
        Told beside = Told.of("90").resting(Basis.CONTEXT, Basis.WORDS, Basis.DEFAULT);
        assertThat(cells(judged(Told.entry(beside)))).containsExactly(Field.DONOR, Field.STAGE);
        assertThat(cells(judged(Told.entry(beside, Told.of("90"))))).isEmpty();
        Commitment large = judged(Told.entry(Told.of("2500")));
        assertThat(large.standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(cells(large)).as("a doubt about the sum names no other cell").isEmpty();
    }

    private static Set<Field> cells(Commitment entry) {
        return DoubtedCells.of(entry, id -> Optional.empty());
    }

    @Test
    void aDonorFromElsewhereWeighsMostBesideARecipientInWords() {
        Told beside = Told.of("90").resting(Basis.CONTEXT, Basis.WORDS, Basis.WORDS);
        assertThat(worth(judged(Told.entry(beside)), "no-own-words")).isEqualTo(40);
        Told both = Told.of("90").resting(Basis.CONTEXT, Basis.CONTEXT, Basis.WORDS);
        assertThat(worth(judged(Told.entry(both)), "no-own-words")).isEqualTo(35);
        Told stage = Told.of("90").resting(Basis.WORDS, Basis.WORDS, Basis.DEFAULT);
        assertThat(worth(judged(Told.entry(stage)), "no-own-words")).isEqualTo(35);
        Told worded = Told.of("90");
        assertThat(worth(judged(Told.entry(beside, worded)), "no-own-words")).isZero();
    }

    @Test
    void eachFurtherOriginLiftsTwelveAndAllTogetherThirtySix() {
        Told[] weak = new Told[5];
        for (int i = 0; i < 5; i++) {
            weak[i] = Told.of("90").resting(Basis.DEFAULT, Basis.CONTEXT, Basis.WORDS);
        }
        assertThat(judged(Told.entry(weak[0])).standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(judged(Told.entry(weak[0], weak[1], weak[2])).standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(judged(Told.entry(weak[0], weak[1], weak[2], weak[3])).standing())
                .isEqualTo(Standing.BOOKED);
        Told[] large = new Told[6];
        for (int i = 0; i < 6; i++) {
            large[i] = Told.of("2600").as(AidType.UNKNOWN);
        }
        // 85 and 20 less 36 stay decisive, however many tell it.
        assertThat(judged(Told.entry(large)).standing()).isEqualTo(Standing.DOUBTFUL);
    }

    @Test
    void aDonorThatMostTextsDoNotNameIsDoubtful() {
        Told named = Told.of("90");
        Told[] three = {named, Told.of("90").by(), Told.of("90").by()};
        assertThat(worth(judged(Told.entry(three)), "no-own-words")).isEqualTo(30);
        Told[] two = {named, Told.of("90").by()};
        assertThat(worth(judged(Told.entry(two)), "no-own-words")).isZero();
        Told[] half = {named, Told.of("90"), Told.of("90").by(), Told.of("90").by()};
        assertThat(worth(judged(Told.entry(half)), "no-own-words")).isZero();
    }

    @Test
    void whatOneTextTellsWeighsWhatItsRuleLacks() {
        Commitment weak = judged(Told.entry(Told.of("90").ruled("aid.unheard")));
        assertThat(worth(weak, "one-weak-report")).isEqualTo(20);
        Commitment two = judged(
                Told.entry(Told.of("90").ruled("aid.unheard"), Told.of("90").ruled("aid.unheard")));
        assertThat(worth(two, "one-weak-report")).isZero();
    }

    @Test
    void aSumForItsOwnDonorIsDomestic() {
        assertThat(judged(Told.entry(Told.of("90").to("NO"))).standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(worth(judged(Told.entry(Told.of("90").to("NO", "UA"))), "domestic"))
                .isEqualTo(60);
        assertThat(worth(judged(Told.entry(Told.of("90").by("NO", "UA"))), "domestic"))
                .isZero();
    }

    @Test
    void anAppealMayGoToNobodyInParticular() {
        Told asked = Told.of("90").by().at(Stage.REQUESTED, "appealed");
        assertThat(judged(Told.entry(asked)).standing()).isEqualTo(Standing.BOOKED);
        assertThat(judged(Told.entry(Told.of("90").by())).standing()).isEqualTo(Standing.DOUBTFUL);
    }

    @Test
    void theSumOfALeadingTotalIsThatTotalForTwoHundredDays() {
        TotalClaim total = Told.of("600").on("2031-05-10").total();
        Commitment near = judged(Told.entry(Told.of("600").on("2031-11-26")), List.of(), total);
        assertThat(near.standing()).isEqualTo(Standing.REFUSED);
        Commitment far = judged(Told.entry(Told.of("600").on("2031-11-27")), List.of(), total);
        assertThat(worth(far, "running-total")).isZero();
        Commitment twice = judged(
                Told.entry(Told.of("600").on("2031-06-10"), Told.of("600").on("2031-06-10")), List.of(), total);
        assertThat(worth(twice, "running-total")).isZero();
        Commitment other = judged(Told.entry(Told.of("600").to("MD").on("2031-06-10")), List.of(), total);
        assertThat(worth(other, "running-total")).isZero();
    }

    @Test
    void aTotalFarBelowTheOthersIsATotalOfSomethingElse() {
        TotalClaim small = Told.of("600").on("2031-05-10").total();
        TotalClaim large = Told.of("1100").on("2031-05-10").total();
        Commitment later = judged(Told.entry(Told.of("600").on("2031-06-10")), List.of(), small, large);
        assertThat(worth(later, "running-total")).isZero();
        Commitment sameDays = judged(Told.entry(Told.of("600").on("2031-05-20")), List.of(), small, large);
        assertThat(worth(sameDays, "running-total")).isEqualTo(70);
    }

    @Test
    void aSumAboveSevenTenthsOfAllThatWasGivenIsDoubtful() {
        TotalClaim total = Told.of("2500").on("2031-05-10").total();
        assertThat(worth(judged(Told.entry(Told.of("1751")), List.of(), total), "above-total"))
                .isEqualTo(60);
        assertThat(worth(judged(Told.entry(Told.of("1750")), List.of(), total), "above-total"))
                .isZero();
        Commitment later = judged(Told.entry(Told.of("1751").on("2031-06-05")), List.of(), total);
        assertThat(worth(later, "above-total")).isZero();
    }

    @Test
    void onlyABillThatCountsAndIsOfTheKindCastsADoubt() {
        Commitment bill = Told.entry(Told.of("400").at(Stage.APPROPRIATED, "passed"));
        assertThat(worth(judged(Told.entry(Told.of("400")), List.of(bill)), "same-as-bill"))
                .isEqualTo(60);
        Told unsound = Told.of("400").at(Stage.APPROPRIATED, "passed").resting(Basis.DEFAULT, Basis.WORDS, Basis.WORDS);
        assertThat(worth(judged(Told.entry(Told.of("400")), List.of(Told.entry(unsound))), "same-as-bill"))
                .isZero();
        Commitment relief = Told.entry(Told.of("400").as(AidType.HUMANITARIAN));
        assertThat(worth(judged(relief, List.of(bill)), "same-as-bill")).isZero();
        Commitment apart = Told.entry(Told.of("370"));
        assertThat(worth(judged(apart, List.of(bill)), "same-as-bill")).isZero();
    }

    @Test
    void equalSumsOfTheSameDaysMayBeOne() {
        Commitment first = Told.entry(Told.of("400"), Told.of("400"));
        Commitment relief = Told.entry(Told.of("400").as(AidType.HUMANITARIAN).on("2031-05-13"));
        assertThat(worth(judged(relief, List.of(first)), "possible-double")).isEqualTo(55);
        Commitment later = Told.entry(Told.of("400").on("2031-05-14"));
        assertThat(worth(judged(later, List.of(first)), "possible-double")).isZero();
        Commitment unnamed = Told.entry(Told.of("400").to("ALLIES"));
        assertThat(worth(judged(unnamed, List.of(first)), "possible-double")).isEqualTo(55);
        Commitment near = Told.entry(Told.of("390").to("ALLIES"));
        assertThat(worth(judged(near, List.of(first)), "possible-double")).isZero();
        Commitment other = Told.entry(Told.of("400").to("MD"));
        assertThat(worth(judged(other, List.of(first)), "possible-double")).isZero();
    }

    @Test
    void theTextThatRepeatsTheSumOfTheHeadlineForAnotherIsNoSecondSum() {
        Commitment headline = Told.entry(Told.of("400").inReport("one", 0));
        Commitment text = Told.entry(Told.of("400").to("MD").inReport("one", 1).below());
        assertThat(worth(judged(text, List.of(headline)), "possible-double")).isEqualTo(55);
        Commitment both = Told.entry(Told.of("400").to("MD").inReport("one", 1));
        assertThat(worth(judged(both, List.of(headline)), "possible-double")).isZero();
        Commitment other = Told.entry(Told.of("390").to("MD").inReport("one", 1).below());
        assertThat(worth(judged(other, List.of(headline)), "possible-double")).isZero();
    }

    @Test
    void aLargePartOfARunningTotalIsOneToo() {
        Commitment whole = Told.entry(Told.of("9000").inReport("one", 0));
        Commitment large = Told.partOf(Told.entry(Told.of("1100").inReport("one", 1)), whole);
        Commitment judged = judged(large, List.of(whole));
        assertThat(judged.standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(worth(judged, "part-of-doubtful")).isEqualTo(50);
        Commitment small = Told.partOf(Told.entry(Told.of("300").inReport("one", 1)), whole);
        assertThat(judged(small, List.of(whole)).standing()).isEqualTo(Standing.BOOKED);
        Commitment elsewhere = Told.partOf(Told.entry(Told.of("1100")), whole);
        assertThat(worth(judged(elsewhere, List.of(whole)), "part-of-doubtful")).isZero();
    }

    @Test
    void aPartRestsOnTheWordsOfItsWhole() {
        Commitment whole = Told.entry(Told.of("500"));
        Told told = Told.of("300").resting(Basis.CONTEXT, Basis.WORDS, Basis.WORDS);
        Commitment part = Told.partOf(Told.entry(told), whole);
        assertThat(worth(judged(part, List.of(whole)), "no-own-words")).isZero();
        Commitment other = Told.entry(Told.of("500").by("DK"));
        Commitment ofOther = Told.partOf(Told.entry(told), other);
        assertThat(worth(judged(ofOther, List.of(other)), "no-own-words")).isEqualTo(40);
    }
}
