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

    /** Returns the cell that can have it. */
    Field field();

    /** Returns it as a cell shows it; empty for no value. */
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
     * Who gives.
     *
     * @param codes codes, sorted; empty when nobody says
     */
    record Donors(List<String> codes) implements CellValue {

        /** Sorts the codes and refuses what is none. */
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
     * Who receives.
     *
     * @param codes codes, sorted; empty when nobody says
     */
    record Recipients(List<String> codes) implements CellValue {

        /** Sorts the codes and refuses what is none. */
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
     * A kind of assistance.
     *
     * @param type the kind
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
     * How far it has come.
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

        /** Refuses what is no code. */
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
     * @param date the days, told in days
     */
    record Days(StatedDate date) implements CellValue {

        /** Forgets how fine the words were: a person names days. */
        public Days {
            date = new StatedDate(date.from(), date.to());
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
     * A place in a counted row.
     *
     * @param place the place, above 0; empty for none
     */
    record Place(OptionalInt place) implements CellValue {

        /** Refuses places below 1. */
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
     * The package that an entry is a part of, named by the words of the package's claims.
     *
     * @param marks claims of the package; none when the entry stands by itself
     * @param name what the package was called when it was chosen, for people; empty without a package
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
