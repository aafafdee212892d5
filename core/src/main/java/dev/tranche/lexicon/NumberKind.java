package dev.tranche.lexicon;

/** What a word does in a number or beside one; the kinds of {@code numbers.csv}. */
public enum NumberKind {
    /** 0 to 19. */
    UNIT,
    /** 20 to 90, alone or before a unit. */
    TEN,
    /** "hundred", which multiplies what comes before it. */
    HUNDRED,
    /** "thousand", "million", which multiply everything before them. */
    SCALE,
    /** The plural of a scale: "millions". */
    SCALES,
    /** A letter that multiplies the digits it touches: "40m". */
    SHORT,
    /** A part of one: "half". */
    FRACTION,
    /** The plural of a fraction: "quarters". */
    PARTS,
    /** A number that is a noun: "dozen". */
    GROUP,
    /** An approximate number: "couple". */
    PAIR,
    /** An order of magnitude: "hundreds". */
    MANY,
    /** A loose number: "several". */
    SEVERAL,
    /** A place in a row: "third". */
    ORDINAL,
    /** What makes digits an ordinal: "th". */
    ENDING,
    /** "a", "an". */
    ARTICLE,
    /** "and". */
    AND,
    /** "of". */
    OF,
    /** "point", between digits in words. */
    POINT,
    /** "to". */
    TO,
    /** "or". */
    OR,
    /** "between". */
    BETWEEN,
    /** "from". */
    FROM,
    /** "US", before the word of money. */
    US,
    /** "plus". */
    PLUS,
    /** "in". */
    IN,
    /** A word by which "from A to B" is a change. */
    CHANGE,
    /** A word by which "from A to B" is a range nevertheless. */
    CHANGE_RANGE,
    /** A word that may follow a sum whose currency was stated earlier. */
    AFTER,
    /** A noun whose number follows it. */
    NUMBERED,
    /** "annually". */
    YEARLY,
    /** "year", "month". */
    PERIOD,
    /** "each". */
    EACH,
    /** "per". */
    PER,
    /** What may come between a sum and its conversion: "which is roughly". */
    SAME,
    /** "respectively". */
    RESPECTIVELY,
    /** A word found where the scale of a table is stated. */
    TOLD,
    /** A word that makes a number beside it money if the report has named its currency before. */
    PAID,
    /** A money word that is also a weight: "pounds". */
    WEIGHT
}
