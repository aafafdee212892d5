package dev.tranche.lexicon;

/**
 * What a word or phrase of {@code cues.csv} tells about a sum of money near it.
 *
 * <p>The words are data; the parts that they play are fixed here, because rules are written against them.
 */
public enum Cue {
    /** Moves aid from a giver as promised or under way: "send", "provide", "pledge". */
    GIVE,
    /** Moves aid that has arrived or was paid: "delivered", "disbursed". */
    DELIVER,
    /** Takes aid in: "receive", "get". */
    RECEIVE,
    /** Makes aid public or official: "announce", "unveil", "authorize". */
    ANNOUNCE,
    /** Approves by whoever's vote or signature it needs: "approve", "pass". */
    APPROVE,
    /** Passes by a legislature whatever its subject: "passed", "signed into law". */
    ENACT,
    /** Asks for aid: "ask", "seek", "request". */
    REQUEST,
    /** Weighs or prepares aid: "consider", "mull", "plans to", "expected to". */
    PLAN,
    /** Stops or holds aid: "block", "veto", "withhold". */
    BLOCK,
    /** Adds sums up: "bringing the total to", "in total", "so far". */
    TOTAL,
    /** Tells of a span over which sums have gathered: "since", "this year", "to date". */
    SPAN,
    /** Names aid: "aid", "assistance", "support". */
    AID,
    /** Names a bundle that may hold aid: "package", "tranche". */
    PACKAGE,
    /** Names money that may be aid: "funding", "grant", "fund". */
    MONEY,
    /** Names a loan. */
    LOAN,
    /** Names a draft law or appropriation: "bill", "supplemental". */
    BILL,
    /** Names weapons or soldiers' goods in general: "weapons", "arms". */
    WEAPON,
    /** Marks as military: "military", "security", "lethal". */
    MILITARY,
    /** Marks as financial: "economic", "budget", "macro-financial". */
    FINANCIAL,
    /** Marks as humanitarian: "humanitarian", "refugees", "reconstruction". */
    HUMANITARIAN,
    /** Marks several types at once. */
    MIXED,
    /** Names money that is no aid: "sanctions", "damage", "cost", "price". */
    NOT_AID,
    /** Gives from private hands: "auction", "crowdfunding", "foundation". */
    PRIVATE,
    /** Keeps the money in the country: "households", "taxpayers", "energy bills". */
    DOMESTIC,
    /** Names the giver's legislature's chambers or members. */
    LEGISLATURE,
    /** Stands for unnamed other receivers: "allies", "the region". */
    ALLIES,
    /** Stands for the receiver named before: "the country", "war-torn nation". */
    THE_COUNTRY,
    /** Points to a receiver: "to", "for", "helping". */
    TOWARD,
    /** Denies or hedges: "not", "denied", "would". */
    HEDGE,
    /** Reports speech: "said", "told". */
    SAY
}
