package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** An order of entries; entries without the value come last in either direction, equal ones by their ids. */
public enum LedgerSort {
    /** By the first day. */
    DATE {
        @Override
        Comparator<Commitment> rising() {
            return Comparator.comparing(entry -> day(entry).orElse(LocalDate.EPOCH));
        }

        @Override
        boolean isMissing(Commitment entry) {
            return day(entry).isEmpty();
        }
    },
    /** By the sum, with other currencies at the yearly rate. */
    AMOUNT {
        @Override
        Comparator<Commitment> rising() {
            return Comparator.comparing(Worth::of);
        }
    },
    /** By the codes of donors. */
    DONOR {
        @Override
        Comparator<Commitment> rising() {
            return Comparator.comparing(entry -> String.join("|", entry.donors()));
        }

        @Override
        boolean isMissing(Commitment entry) {
            return entry.donors().isEmpty();
        }
    },
    /** By the codes of recipients. */
    RECIPIENT {
        @Override
        Comparator<Commitment> rising() {
            return Comparator.comparing(entry -> String.join("|", entry.recipients()));
        }

        @Override
        boolean isMissing(Commitment entry) {
            return entry.recipients().isEmpty();
        }
    },
    /** By stage. */
    STAGE {
        @Override
        Comparator<Commitment> rising() {
            return Comparator.comparing(Commitment::stage);
        }
    },
    /** By the number of outlets that report it. */
    OUTLETS {
        @Override
        Comparator<Commitment> rising() {
            return Comparator.comparingInt(Commitment::outlets);
        }
    };

    abstract Comparator<Commitment> rising();

    boolean isMissing(Commitment entry) {
        return false;
    }

    /** Returns the complete order. */
    public Comparator<Commitment> order(boolean falling) {
        Comparator<Commitment> main = falling ? rising().reversed() : rising();
        return Comparator.comparing(this::isMissing).thenComparing(main).thenComparing(Commitment::id);
    }

    /** Returns the word used in requests: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the order with a word. */
    public static Optional<LedgerSort> find(String slug) {
        return Arrays.stream(values()).filter(sort -> sort.slug().equals(slug)).findFirst();
    }

    /** Returns the first day on which an entry may have been announced; empty if unknown. */
    public static Optional<LocalDate> day(Commitment entry) {
        return entry.date().from().or(entry.date()::to);
    }
}
