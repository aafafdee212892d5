package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A claim for tests, made cell by cell: what the reader makes of words changes, what the books make of claims must not. */
public final class Told {

    /** Distance between the sums of one report, in characters. */
    private static final int SENTENCE = 100;

    private static int reports;

    private final BigDecimal millions;
    private String currency = "USD";
    private Bound bound = Bound.EXACTLY;
    private List<String> donors = List.of("NO");
    private List<String> recipients = List.of("UA");
    private AidType type = AidType.MILITARY;
    private Stage stage = Stage.ANNOUNCED;
    private String stageWords = "announced";
    private LocalDate day = LocalDate.of(2031, 5, 10);
    private String report = "r" + ++reports;
    private String outlet = report;
    private int index;
    private boolean headline = true;
    private String rule = "aid.noun.receiver";
    private OptionalInt ordinal = OptionalInt.empty();
    private Basis donor = Basis.WORDS;
    private Basis recipient = Basis.WORDS;
    private Basis stageBasis = Basis.WORDS;

    private Told(BigDecimal millions) {
        this.millions = millions;
    }

    /** Returns a sum of millions of US dollars, announced by Norway for Ukraine on one day and worded in every cell. */
    public static Told of(String millions) {
        return new Told(new BigDecimal(millions));
    }

    public Told in(String code) {
        currency = code;
        return this;
    }

    public Told about() {
        bound = Bound.ABOUT;
        return this;
    }

    public Told by(String... codes) {
        donors = List.of(codes);
        return this;
    }

    public Told to(String... codes) {
        recipients = List.of(codes);
        return this;
    }

    public Told as(AidType kind) {
        type = kind;
        return this;
    }

    public Told at(Stage reached, String words) {
        stage = reached;
        stageWords = words;
        return this;
    }

    public Told on(String date) {
        day = LocalDate.parse(date);
        return this;
    }

    public Told inReport(String key, int place) {
        report = key;
        outlet = key;
        index = place;
        return this;
    }

    public Told below() {
        headline = false;
        return this;
    }

    public Told ruled(String id) {
        rule = id;
        return this;
    }

    public Told number(int n) {
        ordinal = OptionalInt.of(n);
        return this;
    }

    public Told resting(Basis onDonor, Basis onRecipient, Basis onStage) {
        donor = onDonor;
        recipient = onRecipient;
        stageBasis = onStage;
        return this;
    }

    public String report() {
        return report;
    }

    /** Returns the claim. */
    public Claim claim() {
        StatedAmount amount = StatedAmount.of(millions.movePointRight(6), currency, bound);
        Terms terms = new Terms(amount, donors, recipients, type, stage, Optional.empty());
        Cells cells = new Cells(
                donors.stream().map(code -> cell(donor, code)).toList(),
                recipients.stream().map(code -> cell(recipient, code)).toList(),
                List.of(),
                List.of(cell(stageBasis, stageWords)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Fact fact = new Fact.Aid(
                terms,
                OptionalInt.empty(),
                ordinal,
                Optional.empty(),
                List.of(),
                words(millions.toPlainString()),
                new RuleId(rule),
                StatedDate.on(day),
                cells);
        return new Claim(
                report,
                index,
                fact,
                outlet,
                report.hashCode(),
                StatedDate.on(day),
                StatedDate.on(day),
                headline,
                false);
    }

    private Evidence words(String quote) {
        return new Evidence(
                new DocumentId(report), new Span(SENTENCE * index, SENTENCE * index + quote.length()), quote);
    }

    private Cell cell(Basis basis, String quote) {
        return basis == Basis.DEFAULT ? Cell.byDefault() : new Cell(basis, Optional.of(words(quote)));
    }

    /** Returns the entry of claims that are one commitment. */
    public static Commitment entry(Told... told) {
        List<Claim> claims = new ArrayList<>();
        for (Told one : told) {
            claims.add(one.claim());
        }
        return EntryWriter.write(claims);
    }

    /** Returns a running total of this sum, told once. */
    public TotalClaim total() {
        Claim claim = claim();
        return new TotalClaim(
                donors,
                recipients,
                claim.fact().terms().amount(),
                Optional.of("2031-01"),
                Optional.empty(),
                StatedDate.on(day),
                List.of(claim));
    }

    /** Returns a ledger of entries and totals. */
    public static Ledger ledger(List<Commitment> entries, List<TotalClaim> totals) {
        return new Ledger(entries, totals, List.of(), Gaps.of(entries));
    }

    /** Returns an entry as a part of another. */
    public static Commitment partOf(Commitment part, Commitment whole) {
        return part.placed(Optional.of(whole.id()), true, part.flags());
    }
}
