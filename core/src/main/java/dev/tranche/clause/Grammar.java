package dev.tranche.clause;

import dev.tranche.mention.Words;

/** The closed word classes of English that the rules lean on. */
public final class Grammar {

    /** Words that may stand between a noun and its sum or inside a noun group without changing it. */
    public static final Words FILLER =
            Words.of("a an the another additional further extra new more its their his her our this that these fresh"
                + " latest long-awaited long delayed awaited first second third major huge massive record big biggest"
                + " largest larger separate same initial final total entire whole term multi year worth some about"
                + " around nearly almost roughly approximately up to upto over than at least just combined critical"
                + " vital crucial urgent emergency special direct immediate own annual joint single international"
                + " foreign bilateral western advanced heavy modern defensive sophisticated other non repayable"
                + " concessional lifesaving life saving whopping staggering hefty sizable key bipartisan standalone"
                + " stand alone");
    /** Words that link a noun on the left with a sum on the right: "package worth $1bn", "aid totaling $1bn". */
    public static final Words LINK =
            Words.of("worth of totaling totalling totaled totalled valued at amounting to for in"
                    + " estimated exceeding topping costing is was reaching");
    /** Prepositions that end a noun group. */
    public static final Words PREPOSITION =
            Words.of("to for from by on at as with since over after before during through under against into amid"
                    + " about between without within despite until till via toward towards among because if when while"
                    + " where than per like including");
    /** Prepositions that go on with a sum's noun group. */
    public static final Words INSIDE = Words.of("in of worth");

    public static final Words RELATIVE = Words.of("which who that where whose whom");
    public static final Words CONJUNCTION = Words.of("and or");
    public static final Words BUT =
            Words.of("but while as after when because although though if whereas where since before" + " amid despite");
    public static final Words BE = Words.of("is are was were be been being gets get got");
    public static final Words HAVE = Words.of("has have had having 've");
    public static final Words FUTURE = Words.of("will shall 'll would");
    public static final Words MAY = Words.of("could may might");
    public static final Words WOULD = Words.of("would");
    public static final Words TO = Words.of("to");
    public static final Words NOT = Words.of("not never no n't");
    public static final Words TOWARD = Words.of("to for toward towards into");
    public static final Words FROM = Words.of("from by");
    public static final Words FOR = Words.of("for");
    public static final Words PRONOUN = Words.of("he she they we it i you us them him her who which");
    public static final Words WE = Words.of("we our us");
    public static final Words MORE = Words.of("more another additional further extra new fresh latest next");
    public static final Words INCLUDING = Words.of("including includes include included consists consisting comprising"
            + " comprises comprised contains containing");
    public static final Words SINCE = Words.of("since");
    public static final Words LEFT = Words.of("left remaining remains remain remainder");

    private Grammar() {}
}
