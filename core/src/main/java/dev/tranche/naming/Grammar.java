package dev.tranche.naming;

import dev.tranche.mention.Words;

/** Closed classes of English words that make up noun groups. */
final class Grammar {

    static final Words DETERMINER = Words.of("a an the another his her their its our my this these those some many"
            + " several both all any each every no other few most two three four five six seven eight nine ten");
    static final Words POSSESSIVE = Words.of("his her their its");
    static final Words INDEFINITE = Words.of("a an another some many several other few most");
    static final Words PLURAL_DETERMINER = Words.of("some many several both all few most two three four five");
    static final Words MODIFIER = Words.of("senior former new top acting deputy local other military intelligence"
            + " security defense defence foreign interior government outgoing incoming newly appointed interim national"
            + " regional federal presidential parliamentary political economic diplomatic western european first second"
            + " third fourth high ranking level key leading chief principal assistant special permanent vice joint"
            + " congressional legislative election electoral public press state city district provincial municipal"
            + " ruling opposition independent unnamed anonymous civilian naval air border police anti-corruption late"
            + " then current longtime veteran retired prominent powerful influential respected unidentified western"
            + " allied friendly nuclear humanitarian aid relief media legal medical injured young embassy transitional"
            + " separatist rebel pro exiled ousted de-facto main own close relevant competent respective fellow"
            + " democratic republican conservative liberal liaison war cyber energy trade world global arab african"
            + " asian eastern northern southern central several and");
    static final Words NAME_PARTICLE = Words.of("de van von der den el al bin ibn ben da di du la le dos del ter");
    static final Words STOP = Words.of("who whom which that said says told and but or as while after before when where"
            + " to in on at by for from with without against during has have had is was are were will would could may"
            + " can be been being also he she they it not if because since until about over under than then so into"
            + " between among amid despite following including according");
    static final Words NOT_NAME = Words.of("the a an and but or in on at by for from to with of as he she they it his"
            + " her their its this that these those monday tuesday wednesday thursday friday saturday sunday january"
            + " february march april june july august september october november december i we you our my who what"
            + " when where why how if while after before since also meanwhile however earlier later today yesterday"
            + " says said say tells told asks calls warns vows pledges urges meets visits no yes not is was are were"
            + " has have had will would could should may might must new more most some many all there here then"
            + " speaking asked during despite according amid following both each every another other such"
            + " only just even still now again so than too very much because although though until under over"
            + " about against between into through question moderator thanks thank good related read source photo");
    static final Words DIPLOMACY = Words.of("diplomacy");
    static final Words SPEAK = Words.of("said says told added wrote warned announced stated declared explained noted"
            + " claimed argued tweeted insisted indicated stressed assured asked replied recalled joked complained"
            + " testified denied accused urged believes argues thinks admitted");
    /** Verbs of saying that are rarely nouns: they end the words after "of" in a title. */
    static final Words TELLS =
            Words.of("say argue argues believe believes insist insists think thinks deny denies admit admits concede"
                + " concedes contend contends suggest suggests suggested allege alleges alleged accuse accuses urge"
                + " urges warn warns tell tells write writes assert asserts asserted maintain maintains maintained"
                + " acknowledge acknowledges acknowledged vowed pledged promised called described dismissed rejected"
                + " condemned criticised criticized confirmed welcomed praised agreed hailed tweeted contended"
                + " conceded believed hoped thanked reiterated reaffirmed underlined emphasized emphasised underscored"
                + " predicted revealed");

    static final Words PERSONAL = Words.of("he she they");
    static final Words OBLIQUE = Words.of("him her them");
    static final Words ACCORDING = Words.of("according");
    static final Words ABBREVIATED =
            Words.of("rep reps sen sens gen col capt lt maj sgt adm gov amb pres cmdr fr rev hon"
                    + " st supt prof brig dep cllr");
    static final Words IT = Words.of("it");
    static final Words WOMAN = Words.of(
            "she mrs ms madam miss spokeswoman chairwoman congresswoman frau lady dame" + " baroness queen empress");
    static final Words MAN = Words.of("he mr sir lord spokesman chairman congressman king emperor herr monsieur"
            + " businessman salesman prince");
    /** Last words of capitalised names that are not persons. */
    static final Words NO_PERSON = Words.of("institute university foundation center centre hospital airport street"
        + " park prize award stadium school college church bridge island islands beach bay county river building hall"
        + " square avenue road group bank company act law doctrine plan committee times post journal news memorial"
        + " museum day cup house library base field fund trust ltd inc corp llc party team station city town village"
        + " lake mountain mountains council union association agency service office department ministry court congress"
        + " parliament senate army navy force forces guard police brigade battalion regiment division alliance league"
        + " federation network media press agreement treaty deal summit conference forum festival games championship"
        + " championships league club fc united museum theatre theater cathedral palace castle tower plaza terminal"
        + " port harbour harbor region province oblast district state states republic kingdom hotel restaurant cafe"
        + " bar airlines airways motors technologies systems industries holdings partners capital ventures labs studio"
        + " studios pictures records magazine gazette herald tribune chronicle telegraph guardian observer mail"
        + " monitor review report reports poll survey show review index list initiative project program programme"
        + " movement campaign coalition commission corporation organisation organization society order medal cross war"
        + " revolution uprising massacre crisis");

    static final Words WHO = Words.of("who whose whom");
    static final Words THE = Words.of("the this");
    static final Words IN = Words.of("in");
    static final Words OF = Words.of("of for");
    static final Words DAY_OR_MONTH =
            Words.of("monday tuesday wednesday thursday friday saturday sunday january february"
                    + " march april may june july august september october november december");

    private Grammar() {}
}
