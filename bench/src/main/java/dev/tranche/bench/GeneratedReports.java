package dev.tranche.bench;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Generated reports of one fact each, already read: the same for the same seed.
 *
 * <p>Each commitment is mentioned in several reports of different outlets within some days, some of them rounded or
 * planned.
 */
final class GeneratedReports {

    private static final String GIVERS = "US DE GB EU FR PL NL CA NO DK SE JP IT ES FI BE AU CZ EE LV LT RO PT KR";
    private static final String RECEIVERS = "UA UA UA UA MD IL TW JO EG GE AM PH LB IQ KE SO NG ML TN PK";
    private static final List<String> DONORS = List.of(GIVERS.split(" "));
    private static final List<String> RECIPIENTS = List.of(RECEIVERS.split(" "));
    private static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);

    private final int commitments;
    private final int days;
    private final int sums;
    private final Random random;

    /**
     * Prepares a generator.
     *
     * @param commitments how many commitments the reports mention
     * @param days over how many days they are spread
     * @param sums how many different sums there are: steps of 25 million dollars
     * @param seed generators with the same seed give the same reports
     */
    GeneratedReports(int commitments, int days, int sums, long seed) {
        this.commitments = commitments;
        this.days = days;
        this.sums = sums;
        this.random = new Random(seed);
    }

    /**
     * Returns the next report under a number; reports whose numbers differ by the commitments are about the same one.
     */
    Extraction next(int number) {
        Random own = new Random(number % commitments);
        String donor = DONORS.get(own.nextInt(DONORS.size()));
        String recipient = RECIPIENTS.get(own.nextInt(RECIPIENTS.size()));
        long millions = 25L * (1 + own.nextInt(sums));
        LocalDate day = FIRST_DAY.plusDays(own.nextInt(days)).plusDays(random.nextInt(3));
        String sum = "$" + millions + " million";
        String title = donor + " gives " + recipient + " " + sum;
        String text = title + " in military aid, reporter " + random.nextInt(1_000) + " of desk "
                + random.nextInt(1_000) + " writes on " + day + " under number " + number + " with word "
                + random.nextInt(1_000_000);
        Document document = Document.of("r" + number, title, text)
                .with(
                        Optional.of("outlet " + random.nextInt(200)),
                        Optional.empty(),
                        Optional.of(day.toString()),
                        Optional.empty());
        return new Extraction(
                document,
                ExtractionVersion.CURRENT,
                new Publication(StatedDate.on(day), Publication.Basis.METADATA, List.of()),
                List.of(fact(document, donor, recipient, millions, sum)),
                List.of());
    }

    private Fact fact(Document document, String donor, String recipient, long millions, String sum) {
        int at = document.text().lastIndexOf(sum);
        Bound bound = random.nextInt(10) == 0 ? Bound.ABOUT : Bound.EXACTLY;
        Stage stage = random.nextInt(5) == 0 ? Stage.PLANNED : Stage.ANNOUNCED;
        return new Fact.Aid(
                new Terms(
                        StatedAmount.of(BigDecimal.valueOf(millions * 1_000_000), "USD", bound),
                        List.of(donor),
                        List.of(recipient),
                        AidType.MILITARY,
                        stage,
                        Optional.empty()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                document.evidence(new Span(at, at + sum.length())),
                new RuleId("bench"));
    }
}
