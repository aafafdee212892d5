package dev.tranche.view;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.SourceClass;
import dev.tranche.ledger.Standing;
import dev.tranche.resolve.Claim;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An aspect of an entry with few values, by which entries are filtered and counted. */
public enum Facet {
    /** Code of a donor. */
    DONOR {
        @Override
        public List<String> of(Commitment entry) {
            return entry.donors();
        }
    },
    /** Code of a recipient. */
    RECIPIENT {
        @Override
        public List<String> of(Commitment entry) {
            return entry.recipients();
        }
    },
    /** Type of assistance. */
    TYPE {
        @Override
        public List<String> of(Commitment entry) {
            return List.of(entry.type().slug());
        }

        @Override
        public List<String> closed() {
            return Arrays.stream(AidType.values()).map(AidType::slug).toList();
        }
    },
    /** Stage. */
    STAGE {
        @Override
        public List<String> of(Commitment entry) {
            return List.of(entry.stage().slug());
        }

        @Override
        public List<String> closed() {
            return Arrays.stream(Stage.values()).map(Stage::slug).toList();
        }
    },
    /** Code of an authority, or {@link #NONE}. */
    AUTHORITY {
        @Override
        public List<String> of(Commitment entry) {
            return List.of(entry.authority().orElse(NONE));
        }
    },
    /** ISO 4217 code of the currency. */
    CURRENCY {
        @Override
        public List<String> of(Commitment entry) {
            return List.of(entry.amount().currency());
        }
    },
    /** Whether it is booked, doubtful or refused. */
    STANDING {
        @Override
        public List<String> of(Commitment entry) {
            return List.of(entry.standing().slug());
        }

        @Override
        public List<String> closed() {
            return Arrays.stream(Standing.values()).map(Standing::slug).toList();
        }
    },
    /** A flag, or {@link #NONE}. */
    FLAG {
        @Override
        public List<String> of(Commitment entry) {
            List<String> flags = entry.flags().stream().map(Flag::slug).toList();
            return flags.isEmpty() ? List.of(NONE) : flags;
        }
    },
    /** Outlet of a report behind it. */
    OUTLET {
        @Override
        public List<String> of(Commitment entry) {
            return entry.claims().stream()
                    .map(Claim::outlet)
                    .distinct()
                    .sorted()
                    .toList();
        }
    },
    /** Record, reports, or neither. */
    SOURCE {
        @Override
        public List<String> of(Commitment entry) {
            return entry.sources().stream().map(SourceClass::slug).toList();
        }

        @Override
        public List<String> closed() {
            return Arrays.stream(SourceClass.values()).map(SourceClass::slug).toList();
        }
    };

    /** The value of entries without one. */
    public static final String NONE = "none";

    /** Returns the values of an entry, each once. */
    public abstract List<String> of(Commitment entry);

    /** Returns all possible values; empty if they depend on the book. */
    public List<String> closed() {
        return List.of();
    }

    /** Returns the word used for it in requests and responses: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the facet with a word. */
    public static Optional<Facet> find(String slug) {
        return Arrays.stream(values())
                .filter(facet -> facet.slug().equals(slug))
                .findFirst();
    }
}
