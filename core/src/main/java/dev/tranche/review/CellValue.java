package dev.tranche.review;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.mention.StatedAmount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A value that a person gives a cell. */
public sealed interface CellValue {

    /** Returns the cell that can have this value. */
    Field field();

    /** Returns it as shown in a cell; empty for no value. */
    String shown();

    /**
     * A sum.
     *
     * @param value the sum
     */
    record Amount(StatedAmount value) implements CellValue {
        @Override
        public Field field() {
            return Field.AMOUNT;
        }

        @Override
        public String shown() {
            return Shown.text(value);
        }
    }

    /**
     * The donors.
     *
     * @param codes codes, sorted; empty if not stated
     */
    record Donors(List<String> codes) implements CellValue {

        /** Sorts the codes and refuses invalid ones. */
        public Donors {
            codes = Limits.codes(codes);
        }

        @Override
        public Field field() {
            return Field.DONOR;
        }

        @Override
        public String shown() {
            return Shown.text(codes);
        }
    }

    /**
     * The recipients.
     *
     * @param codes codes, sorted; empty if not stated
     */
    record Recipients(List<String> codes) implements CellValue {

        /** Sorts the codes and refuses invalid ones. */
        public Recipients {
            codes = Limits.codes(codes);
        }

        @Override
        public Field field() {
            return Field.RECIPIENT;
        }

        @Override
        public String shown() {
            return Shown.text(codes);
        }
    }

    /**
     * A type of assistance.
     *
     * @param type the type
     */
    record Kind(AidType type) implements CellValue {
        @Override
        public Field field() {
            return Field.TYPE;
        }

        @Override
        public String shown() {
            return type.slug();
        }
    }

    /**
     * The stage reached.
     *
     * @param stage the stage
     */
    record Reached(Stage stage) implements CellValue {
        @Override
        public Field field() {
            return Field.STAGE;
        }

        @Override
        public String shown() {
            return stage.slug();
        }
    }

    /**
     * An authority.
     *
     * @param code its code; empty for none
     */
    record Under(Optional<String> code) implements CellValue {

        /** Refuses an invalid code. */
        public Under {
            code.ifPresent(Limits::code);
        }

        @Override
        public Field field() {
            return Field.AUTHORITY;
        }

        @Override
        public String shown() {
            return code.orElse("");
        }
    }

    /**
     * Days.
     *
     * @param date the days, in days
     */
    record Days(StatedDate date) implements CellValue {

        /** Drops the granularity: a person names days. Refuses years before 1 and after 9999. */
        public Days {
            date = Limits.days(date);
        }

        @Override
        public Field field() {
            return Field.DATE;
        }

        @Override
        public String shown() {
            return Shown.text(date);
        }
    }

    /**
     * A number in a series.
     *
     * @param place the number, above 0; empty for none
     */
    record Place(OptionalInt place) implements CellValue {

        /** Refuses numbers below 1. */
        public Place {
            if (place.isPresent() && place.getAsInt() < 1) {
                throw new IllegalArgumentException("a place in a row is above 0, not " + place.getAsInt());
            }
        }

        @Override
        public Field field() {
            return Field.ORDINAL;
        }

        @Override
        public String shown() {
            return place.isPresent() ? Integer.toString(place.getAsInt()) : "";
        }
    }

    /**
     * The package of which an entry is part, named by the words of the package's claims.
     *
     * @param marks claims of the package; none if the entry is independent
     * @param name the display name of the package when it was chosen; empty without a package
     */
    record PartOf(List<ClaimMark> marks, String name) implements CellValue {

        /** Refuses a package without a name and a name without a package. */
        public PartOf {
            marks = Limits.any(marks);
            if (marks.isEmpty() != name.isBlank() || name.length() > Limits.LONGEST_VALUE) {
                throw new IllegalArgumentException("a package has the words of a claim and a name, or neither");
            }
        }

        @Override
        public Field field() {
            return Field.PARENT;
        }

        @Override
        public String shown() {
            return name;
        }
    }
}
