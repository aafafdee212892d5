package dev.tranche.assistance;

import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;
import java.util.List;

/** The grammar words that the readers of sums look for. */
final class English {

    /** Tie a noun on the left to its sum: "a package of $2bn", "aid worth $1bn". */
    static final Words TIES =
            Words.of("of worth totaling totalling totaled totalled valued amounting exceeding topping");
    /** Ties a noun of asking to what is requested. */
    static final Words FOR = Words.of("for");
    /** Introduce the content of a sum: "$2bn in weapons", "$1bn of aid". */
    static final Words CONTENT = Words.of("in of worth");

    static final Words TOWARD = Words.of("to for toward towards into");
    static final Words FROM = Words.of("from");
    static final Words BY = Words.of("by");
    static final Words IN = Words.of("in across throughout around");
    static final Words WITH = Words.of("with");
    static final Words OF = Words.of("of");
    static final Words ON = Words.of("on");
    static final Words AGAINST = Words.of("against amid despite after since before following without");
    static final Words AND = Words.of("and or plus &");
    static final Words ARTICLE = Words.of("the a an its");
    static final Words BE = Words.of("is are was were be been being");
    static final Words REMAIN = Words.of("remain remains remained remaining stay stays stayed");
    static final Words HOLD = Words.of("hold ice");
    static final Words COALITION = Words.of("coalition");
    static final Words LAW = Words.of("law laws act");
    /** Nouns of requests for money on which others must vote. */
    static final Words PROPOSAL = Words.of("request requests proposal proposals draft drafts");

    static final Words ONLY_IT = Words.of("it");
    static final Words TRIP = Words.of("trip visit tour journey travel travels");
    static final Words HAVE = Words.of("has have had having 've");
    static final Words WE = Words.of("we our i my");
    static final Words IT = Words.of("it they he she his her their its who which");
    static final Words DEMONSTRATIVE = Words.of("this that these those it them which whom");
    static final Words RESPECTIVELY = Words.of("respectively");
    static final Words TOTAL = Words.of("total totals totaling totalling totaled totalled tally sum figure overall");
    static final Words SINCE = Words.of("since");
    static final Words BETWEEN = Words.of("between");
    static final Words LAST = Words.of("last past previous");
    static final Words YEAR = Words.of("year years months month decade decades weeks");
    static final Words THIS = Words.of("this");
    static final Words NEXT = Words.of("next coming");
    static final Words REST = Words.of("remaining other rest remainder");
    static final Words RAISE = Words.of("raise raises raised raising");
    static final Words TO = Words.of("to");
    static final Words MAJORITY = Words.of("majority majorities");
    private static final Words RESTRUCTURE =
            Words.of("restructuring restructurings rescheduling relief treatment moratorium");
    private static final Words CREDITOR = Words.of("creditors creditor lenders");
    static final Words REDUCE =
            Words.of("cut cuts cutting slash slashes slashed slashing trim trims trimmed trimming reduce"
                    + " reduces reduced reducing lower lowers lowered lowering");
    static final Words SHOULD = Words.of("should");
    static final Words SPEND = Words.of("spend spends spent spending pour poured");
    static final Words INTEND = Words.of("intend intends intended intention plan plans planned planning");
    static final Words HOPE = Words.of("hope hopes hoped hoping want wants wanted aim aims");
    static final Words NOTHING = Words.of("not no never nothing neither nor without");
    /** Verbs of purpose whose object is helped: "to help Ukraine", "to rebuild Gaza". */
    static final Words BENEFIT = Words.of(
            "help helping support supporting assist assisting aid aiding rebuild rebuilding bolster bolstering boost"
                + " boosting strengthen strengthening defend protect protecting equip equipping train training arm"
                + " arming feed enable allow let stabilise stabilize fund finance restore repair back address tackle"
                + " combat fight improve keep prop shore reduce stop save benefit serve relieve alleviate conserve"
                + " ensure ensuring sustain sustaining addressing tackling combating fighting improving saving serving"
                + " funding financing restoring repairing reducing relieving alleviating");
    /** Acts of authority that are announced by being reported, even as something that may be done. */
    static final Words AUTHORIZE =
            Words.of("direct directs directed authorize authorise authorizes authorises authorized"
                    + " authorised authorizing authorising order orders ordered greenlight greenlights greenlit");

    static final Words GLOBAL = Words.of("global globally worldwide international");
    /** Verbs that deny, before a noun of saying: "dismissed reports that". */
    static final Words DENY = Words.of("deny denies denied denying dismiss dismisses dismissed refute refutes refuted"
            + " reject rejects rejected rubbish rubbished");

    static final Words CLAIM = Words.of("report reports claim claims allegation allegations rumour rumours rumor rumors"
            + " suggestion suggestions having");
    static final Words AT = Words.of("at");
    /** Past forms that hand something over. */
    static final Words GAVE = Words.of("gave given extended lent provided sent supplied donated contributed");

    static final Words MADE = Words.of("made");
    /** Nouns of money or goods that have left the donor's hands. */
    static final Words PAYMENT = Words.of("payment payments disbursement disbursements donations transfers");
    /** Past forms of promises, which do not add up to what was given. */
    static final Words PLEDGED = Words.of("pledged promised vowed earmarked");

    static final Words LESS = Words.of("less fewer more longer");
    /** "Voted in favour of". */
    static final Words FAVOUR = Words.of("favour favor support");

    static final Words FOLLOWED = Words.of("followed");
    static final Words LED = Words.of("led");
    static final Words WESTERN = Words.of("western");
    /** Verbs that make their object larger by a sum. */
    static final Words INCREASE = Words.of("increase increases increased increasing raise raises raised raising boost"
            + " boosts boosted boosting expand expands expanded expanding up ups upped hike hikes hiked step double"
            + " doubles doubled doubling triple triples tripled tripling quadruple quadruples quadrupled"
            + " halve halves halved halving");

    static final Words WHETHER = Words.of("whether if how when");
    static final Words EACH = Words.of("each apiece");
    /** Money that a legislature has voted. */
    static final Words APPROPRIATION = Words.of("appropriation appropriations");

    /** Verbs of rebuilding: the sum is an estimate of damage. */
    static final Words REBUILD = Words.of("rebuild rebuilding reconstruct reconstructing reconstruction recover");

    static final Words COUNTRIES = Words.of("countries nations");
    /** Verbs of proposing a law. */
    static final Words UNVEIL = Words.of("unveil unveils unveiled unveiling release releases released propose proposes"
            + " proposed introduce introduces introduced announce announces announced");
    /** Chambers, if capitalised. */
    static final Words HOUSE = Words.of("house senate");

    static final Words LOSE = Words.of("lose loses lost losing");
    static final Words GO = Words.of("go goes went going");
    static final Words PLEDGES = Words.of("pledges");
    /** Ways of supporting another's loan. */
    static final Words BACK = Words.of("guaranteed backed secured insured");

    static final Words PASSAGE = Words.of("passage enactment adoption");
    static final Words UPON = Words.of("after on upon following with");
    static final Words THROUGH = Words.of("through via");
    static final Words CONDITIONAL = Words.of("conditional contingent dependent");
    static final Words REPARATION = Words.of("reparations restitution compensation");
    static final Words SURVIVOR = Words.of("survivor survivors heirs descendants");
    static final Words STILL = Words.of("still");
    static final Words AVAILABLE = Words.of("available unspent unused");
    /** Meetings at which many make pledges. */
    static final Words CONFERENCE = Words.of("conference summit appeal meeting roundtable forum");

    static final Words VOTE = Words.of("vote votes decision");
    static final Words NEED = Words.of("need needs needed require requires");
    static final Words PART = Words.of("part parts");

    static final Words REPAY = Words.of("repay repays repaid repaying refund refunds refunded refunding");
    /** Words for an earlier version of a report in a correction: "an earlier version of this article". */
    static final Words EARLIER = Words.of("earlier previous prior original initial");

    static final Words VERSION = Words.of("version versions headline edition draft caption summary subheading");
    static final Words ALL = Words.of("all altogether total overall");
    static final Words WORTH = Words.of("worth valued");

    static final Words VALUE = Words.of("value");

    static final Words YET = Words.of("yet");
    static final Words WITHOUT = Words.of("without excluding");
    static final Words ANY = Words.of("any");
    static final Words ONE = Words.of("one");
    static final Words ALSO = Words.of("also");
    static final Words BOARD = Words.of("board directors");
    /** Short names of public bodies. */
    static final Words INSTITUTION = Words.of("council commission board bank fund agency union cabinet");

    /** Offices that speak for a government. */
    static final Words MINISTER = Words.of("minister ministers secretary chancellor premier ambassador envoy");

    /** Verbs after which people's home is named. */
    static final Words FLED = Words.of("displaced fled fleeing evacuated evacuees escaped");

    static final Words COUNCIL = Words.of("council");

    static final Words ERROR = Words.of("error errors mistake mistakes");
    static final Words VALUATION = Words.of("accounting valuation");

    /** Channels through which a body gives: "a UN fund", "the EU facility". */
    static final Words FUND = Words.of("fund facility agency arm");

    static final Words YEARLY = Words.of("annual yearly budget");

    static final Words AS = Words.of("as");
    static final Words A = Words.of("a an");

    /** Verbs of debt forgiveness: debt relief is assistance. */
    private static final Words FORGIVE = Words.of(
            "clear clears cleared clearing cancel cancels cancelled canceled cancelling forgive forgives forgave"
                    + " forgiven forgiving waive waives waived waiving");

    /** Before aid not meant for one country. */
    static final Words FOREIGN = Words.of("foreign overseas");

    /** Verbs that only mean giving. */
    static final Words GRANT =
            Words.of("give gives gave given donate donates donated contribute contributes contributed offer offers"
                    + " offered grant grants granted lend lends lent allocate allocates allocated earmark earmarks"
                    + " earmarked provide provides provided supply supplies supplied set put puts");

    /** Between a donor and a sum whose verb is given earlier: "and Canada on $2 million". */
    static final Words GAP = Words.of("on with another itself");

    static final Words CONTRACT = Words.of("deal deals contract contracts bid order orders");

    static final Words BUY = Words.of(
            "buy buys bought buying purchase purchases purchased purchasing procure procures procured procuring acquire"
                    + " acquires acquired acquiring");
    private static final Words WRITE = Words.of("write writes wrote written writing");
    private static final Words OFF = Words.of("off");

    private English() {}

    /** Does the verb let a debtor off: "cancels", "has written off"? */
    static boolean isForgiving(Tokens tokens, int verb) {
        return FORGIVE.at(tokens, verb) || WRITE.at(tokens, verb) && OFF.at(tokens, verb + 1);
    }

    /** Does the noun say that a debt is settled on easier terms: "debt relief", "a restructuring"? */
    static boolean isRestructuring(Tokens tokens, int head) {
        return RESTRUCTURE.at(tokens, head);
    }

    /** Does a word of the range, its end excluded, name creditors? */
    static boolean hasCreditors(Tokens tokens, int from, int to) {
        for (int token = from; token < to; token++) {
            if (CREDITOR.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** Is it a contract whose price the sum is? */
    static boolean isContract(Tokens tokens, List<Integer> heads) {
        return heads.stream().anyMatch(head -> CONTRACT.at(tokens, head));
    }
}
