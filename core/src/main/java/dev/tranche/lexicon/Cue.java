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
    /** Names an agency that gives only development aid: "USAID". */
    AID_AGENCY,
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
    /** Reports speech: "said", "told". */
    SAY,
    /** Names what something costs: "price", "ticket". */
    PRICE,
    /** Names loss or lack: "damage", "shortfall". */
    DAMAGE,
    /** Names trade: "exports", "contract". */
    TRADE,
    /** Names business results: "revenue", "shares". */
    MARKET,
    /** Names investment for profit. */
    INVESTMENT,
    /** Names a state's own budget: "defence budget". */
    BUDGET,
    /** Names sanctions and frozen property. */
    SANCTION,
    /** Names debt and its repayment. */
    DEBT,
    /** Names crime, fines and courts. */
    CRIME,
    /** Promises: "pledge", "commit". */
    PROMISE,
    /** Lends: "lend", "loan". */
    LEND,
    /** Sells. */
    SELL,
    /** Names a sale of arms: "arms sale". */
    SALE,
    /** Names an appeal for funds: "UN appeal". */
    APPEAL,
    /** Names what is asked for: "request", "bid". */
    WISH,
    /** Brings a receiver near to aid: "secure", "clinch". */
    SECURE,
    /** Stands for unnamed givers: "donors", "allies". */
    DONORS,
    /** Names a government or its people: "administration", "officials". */
    GOVERNMENT,
    /** Names what belongs to a receiving state: "people", "army". */
    PEOPLE,
    /** Names a committee of a legislature. */
    COMMITTEE,
    /** Marks a sum as a further one: "another", "new". */
    FRESH,
    /** Marks what is left of a sum: "remaining". */
    LEFT,
    /** Past participles of giving that gather into totals: "given", "spent". */
    GATHER,
    /** Past participles of what is done: "sent", "spent". */
    HANDLED,
    /** Raises a total: "bringing", "takes". */
    BRING,
    /** Says what a total is: "totals", "amounts to". */
    STAND,
    /** Looks after money spent: "audit", "track". */
    TRACK,
    /** Lists parts: "includes", "including". */
    INCLUDE,
    /** Names an attack: "invasion". */
    HOSTILE,
    /** Names an unnamed source at the end of a headline: "reports". */
    SOURCE,
    /** Marks an approval that is not the last: "staff-level". */
    INITIAL,
    /** Marks a sum as proposed. */
    PROPOSED,
    /** Marks a sum as planned. */
    PLANNED,
    /** Marks a sum as held up. */
    HALTED,
    /** Names taxes. */
    TAX
}
