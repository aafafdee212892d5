package dev.tranche.lexicon;

/**
 * What a word or phrase of {@code cues.csv} says about a sum of money near it.
 *
 * <p>The words are data; the parts they play are fixed here, because rules are written against them.
 */
public enum Cue {
    /** Gives aid that is promised or under way: "send", "provide", "pledge". */
    GIVE,
    /** Gives aid that has arrived or was paid: "delivered", "disbursed". */
    DELIVER,
    /** Takes aid in: "receive", "get". */
    RECEIVE,
    /** Makes aid public or official: "announce", "unveil", "authorize". */
    ANNOUNCE,
    /** Gives the approval of whoever must vote or sign: "approve", "pass". */
    APPROVE,
    /** Passes by a legislature whatever the subject: "passed", "signed into law". */
    ENACT,
    /** Asks for aid: "ask", "seek", "request". */
    REQUEST,
    /** Weighs or prepares aid: "consider", "mull", "plans to", "expected to". */
    PLAN,
    /** Stops or withholds aid: "block", "veto", "withhold". */
    BLOCK,
    /** Adds up sums: "bringing the total to", "in total", "so far". */
    TOTAL,
    /** Names a period over which sums have accumulated: "since", "this year", "to date". */
    SPAN,
    /** Names aid: "aid", "assistance", "support". */
    AID,
    /** Names a bundle that may contain aid: "package", "tranche". */
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
    /** Names the donor's legislature's chambers or members. */
    LEGISLATURE,
    /** Stands for unnamed other recipients: "allies", "the region". */
    ALLIES,
    /** Stands for the recipient named before: "the country", "war-torn nation". */
    THE_COUNTRY,
    /** Points to a recipient: "to", "for", "helping". */
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
    /** Names what is requested: "request", "bid". */
    WISH,
    /** Says that a recipient obtains aid: "secure", "clinch". */
    SECURE,
    /** Stands for unnamed donors: "donors", "allies". */
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
    /** Past participles of giving that add up to totals: "given", "spent". */
    GATHER,
    /** Past participles of completed acts: "sent", "spent". */
    HANDLED,
    /** Introduces a new total: "bringing", "takes". */
    BRING,
    /** States a total: "totals", "amounts to". */
    STAND,
    /** Oversees money spent: "audit", "track". */
    TRACK,
    /** Lists parts: "includes", "including". */
    INCLUDE,
    /** Names an attack: "invasion". */
    HOSTILE,
    /** Names an unnamed source at the end of a headline: "reports". */
    SOURCE,
    /** Marks an approval that is not final: "staff-level". */
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
