package dev.tranche.review;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.mention.Bound;
import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Something that a report says besides sums, with its words. */
public sealed interface Content {

    /** The most characters of words that a decision may name. */
    int LONGEST = 20_000;

    /** What kind of content it is. */
    enum Kind {
        /** Who met whom. */
        ENCOUNTER,
        /** Who said what. */
        STATEMENT,
        /** A number other than money. */
        FIGURE,
        /** Equipment. */
        ITEM,
        /** An agreement between states or bodies. */
        AGREEMENT,
        /** Assistance without a sum. */
        GIFT;

        /** Returns the word used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns its kind. */
    Kind kind();

    /** Returns its words. */
    Evidence evidence();

    /** Returns it in a few words for people. */
    String shown();

    /**
     * Somebody meets somebody.
     *
     * @param encounter the encounter
     */
    record Met(Encounter encounter) implements Content {

        @Override
        public Kind kind() {
            return Kind.ENCOUNTER;
        }

        @Override
        public Evidence evidence() {
            return encounter.evidence();
        }

        @Override
        public String shown() {
            String who =
                    encounter.participants().stream().map(Participant::shown).collect(Collectors.joining(", "));
            String where = encounter.place().map(place -> " in " + place.name()).orElse("");
            return encounter.kind().slug() + ": " + who + where;
        }
    }

    /**
     * Somebody says something.
     *
     * @param statement the statement
     */
    record Said(Statement statement) implements Content {

        @Override
        public Kind kind() {
            return Kind.STATEMENT;
        }

        @Override
        public Evidence evidence() {
            return statement.evidence();
        }

        @Override
        public String shown() {
            return statement.speaker().shown() + " " + statement.stance().slug();
        }
    }

    /**
     * Something is counted.
     *
     * @param figure the figure
     */
    record Counted(Figure figure) implements Content {

        @Override
        public Kind kind() {
            return Kind.FIGURE;
        }

        @Override
        public Evidence evidence() {
            return figure.evidence();
        }

        @Override
        public String shown() {
            String bound =
                    figure.bound() == Bound.EXACTLY ? "" : figure.bound().slug().replace('_', ' ') + " ";
            return bound + figure.value().toPlainString() + " " + figure.unit();
        }
    }

    /**
     * Equipment is requested, planned or supplied.
     *
     * @param item the equipment
     */
    record Supplied(Item item) implements Content {

        @Override
        public Kind kind() {
            return Kind.ITEM;
        }

        @Override
        public Evidence evidence() {
            return item.evidence();
        }

        @Override
        public String shown() {
            OptionalLong quantity = item.quantity();
            String count = quantity.isPresent() ? quantity.getAsLong() + " × " : "";
            return count + item.name() + ", " + item.stage().slug();
        }
    }

    /**
     * States or bodies agree on something, or negotiate about it.
     *
     * @param agreement the agreement
     */
    record Agreed(Agreement agreement) implements Content {

        @Override
        public Kind kind() {
            return Kind.AGREEMENT;
        }

        @Override
        public Evidence evidence() {
            return agreement.evidence();
        }

        @Override
        public String shown() {
            return agreement.name() + ", " + String.join("+", agreement.parties()) + ", "
                    + agreement.stage().slug();
        }
    }

    /**
     * Assistance is given for which the report states no sum, such as "a new package of weapons". No rule reads it:
     * people add it.
     *
     * @param what what is given, in plain words; 1 to 200 characters
     * @param donors codes of who gives, sorted, each once
     * @param recipients codes of who receives, sorted, each once
     * @param type the type of assistance
     * @param stage its stage
     * @param date when it is announced or given
     * @param evidence the words
     */
    record Gift(
            String what,
            List<String> donors,
            List<String> recipients,
            AidType type,
            Stage stage,
            StatedDate date,
            Evidence evidence)
            implements Content {

        private static final int LONGEST_WHAT = 200;

        /** Refuses invalid codes and days, and a gift of nothing or between nobody. */
        public Gift {
            Limits.days(date);
            donors = Limits.codes(donors);
            recipients = Limits.codes(recipients);
            if (what.isBlank() || what.length() > LONGEST_WHAT) {
                throw new IllegalArgumentException("what is given has 1 to " + LONGEST_WHAT + " characters");
            }
            if (donors.isEmpty() && recipients.isEmpty()) {
                throw new IllegalArgumentException("assistance has a donor or a recipient");
            }
        }

        @Override
        public Kind kind() {
            return Kind.GIFT;
        }

        @Override
        public String shown() {
            return what + ", " + codes(donors) + " → " + codes(recipients) + ", " + stage.slug();
        }

        private static String codes(List<String> codes) {
            return codes.isEmpty() ? "not named" : String.join("+", codes);
        }
    }
}
