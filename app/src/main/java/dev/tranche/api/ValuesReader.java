package dev.tranche.api;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.print.PartyCodes;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.view.BookView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the {@code values} of a decision: cells that a person sets. */
final class ValuesReader {

    private static final int MOST_CODES = 100;
    private static final int MOST_CODE = 20;
    private static final int MOST_NAME = 60;
    private static final int MOST_ID = 1100;

    private final Body values;
    private final Lexicon lexicon;
    private final BookView view;
    private boolean sound = true;

    ValuesReader(Body values, Lexicon lexicon, BookView view) {
        this.values = values;
        this.lexicon = lexicon;
        this.view = view;
    }

    /** Was nothing refused so far? */
    boolean isSound() {
        return sound;
    }

    private void refuse(String name, String message) {
        sound = false;
        values.refuse(name, message);
    }

    /**
     * Returns the cells that are set.
     *
     * @param entry what is shown now
     * @param find the entry of an id, or nothing and a refusal
     */
    List<CellValue> cells(Commitment entry, Function<String, Optional<Commitment>> find) {
        List<CellValue> cells = new ArrayList<>();
        Optional<StatedAmount> amount = amount(Optional.of(entry.amount()));
        if (values.has("amount") || values.has("amount_max") || values.has("currency") || values.has("bound")) {
            amount.ifPresent(sum -> cells.add(new CellValue.Amount(sum)));
        }
        codes("donor").ifPresent(codes -> cells.add(new CellValue.Donors(codes)));
        codes("recipient").ifPresent(codes -> cells.add(new CellValue.Recipients(codes)));
        type().ifPresent(type -> cells.add(new CellValue.Kind(type)));
        stage().ifPresent(stage -> cells.add(new CellValue.Reached(stage)));
        Optional<String> authority = authority();
        if (values.has("authority")) {
            cells.add(new CellValue.Under(authority));
        }
        OptionalInt ordinal = ordinal();
        if (values.has("ordinal")) {
            cells.add(new CellValue.Place(ordinal));
        }
        StatedDate date = date(entry.date());
        if (values.has("from") || values.has("to")) {
            cells.add(new CellValue.Days(date));
        }
        Optional<String> parent = values.text("parent", 1, MOST_ID);
        if (values.has("parent")) {
            Optional<Commitment> whole = parent.flatMap(find);
            sound &= parent.isEmpty() || whole.isPresent();
            if (whole.filter(one -> one.id().equals(entry.id())).isPresent()) {
                refuse("parent", "is the entry itself.");
            } else if (parent.isEmpty() || whole.isPresent()) {
                cells.add(new CellValue.PartOf(
                        whole.map(one -> ClaimMark.of(one.claims())).orElse(List.of()),
                        whole.map(Commitment::id).orElse("")));
            }
        }
        return sound ? cells : List.of();
    }

    /** Returns the sum that is set; what is left out stays as it is shown. */
    Optional<StatedAmount> amount(Optional<StatedAmount> shown) {
        Optional<BigDecimal> value = values.amount("amount").or(() -> shown.map(StatedAmount::value));
        boolean keepsRange = !values.has("amount") && !values.has("amount_max");
        Optional<BigDecimal> given = values.amount("amount_max");
        Optional<BigDecimal> upper = keepsRange ? shown.flatMap(StatedAmount::upper) : given;
        Optional<String> currency = values.text("currency", 3, 3).or(() -> shown.map(StatedAmount::currency));
        List<String> words = Arrays.stream(Bound.values()).map(Bound::slug).toList();
        Bound bound = values.word("bound", words)
                .map(word -> Bound.values()[words.indexOf(word)])
                .or(() -> shown.map(StatedAmount::bound))
                .orElse(Bound.EXACTLY);
        if (currency.filter(code -> !lexicon.isCurrency(code)).isPresent()) {
            refuse("currency", "is not a known currency code; write one such as USD.");
            return Optional.empty();
        }
        if (value.isEmpty() || currency.isEmpty()) {
            sound = false;
            return Optional.empty();
        }
        if (upper.filter(most -> most.compareTo(value.get()) <= 0).isPresent()) {
            refuse("amount_max", "is not above amount.");
            return Optional.empty();
        }
        return Optional.of(new StatedAmount(value.get(), upper, currency.get(), bound));
    }

    /** Returns donors, recipients or parties, given by codes or names; empty when they are left out. */
    Optional<List<String>> codes(String name) {
        PartyCodes parties = new PartyCodes(lexicon);
        TreeSet<String> codes = new TreeSet<>();
        for (String said : values.texts(name, MOST_CODES, MOST_NAME)) {
            String upper = said.strip().toUpperCase(Locale.ROOT);
            Optional<String> code = view.index().parties().containsKey(upper) ? Optional.of(upper) : parties.find(said);
            if (code.isEmpty()) {
                refuse(name, parties.refusal(said.strip()));
                return Optional.empty();
            }
            codes.add(code.get());
        }
        return values.has(name) ? Optional.of(List.copyOf(codes)) : Optional.empty();
    }

    Optional<AidType> type() {
        List<String> words = Arrays.stream(AidType.values()).map(AidType::slug).toList();
        return values.word("type", words).map(word -> AidType.values()[words.indexOf(word)]);
    }

    Optional<Stage> stage() {
        List<String> words = Arrays.stream(Stage.values()).map(Stage::slug).toList();
        return values.word("stage", words).map(word -> Stage.values()[words.indexOf(word)]);
    }

    Optional<String> authority() {
        Optional<String> code = values.text("authority", 1, MOST_CODE).map(one -> one.toUpperCase(Locale.ROOT));
        if (code.filter(one -> !one.matches("[A-Z0-9][A-Z0-9._-]*")).isPresent()) {
            refuse("authority", "is not a code: use letters, digits, full stops and hyphens.");
            return Optional.empty();
        }
        return code;
    }

    OptionalInt ordinal() {
        Optional<Integer> place = values.count("ordinal", 1);
        return place.isPresent() ? OptionalInt.of(place.get()) : OptionalInt.empty();
    }

    /** Returns the days; an end that is left out stays as it is shown, null removes it. */
    StatedDate date(StatedDate shown) {
        Optional<LocalDate> first = values.day("from");
        Optional<LocalDate> last = values.day("to");
        Optional<LocalDate> from = values.has("from") ? first : shown.from();
        Optional<LocalDate> to = values.has("to") ? last : shown.to();
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            refuse("to", "is earlier than from.");
            return shown;
        }
        return new StatedDate(from, to);
    }
}
