package dev.tranche.encounter;

import dev.tranche.mention.Words;

/** Closed classes of English words around encounters. */
final class Grammar {

    static final Words FUTURE = Words.of("will would shall going plans planned plan expected scheduled due set intends"
            + " upcoming forthcoming ahead next later tomorrow hopes wants to could may might should");
    static final Words CANCELLED = Words.of("cancelled canceled postponed scrapped");
    static final Words TO_PLACE = Words.of("to in at into");
    static final Words IN = Words.of("in at near outside");
    static final Words WITH = Words.of("with");
    static final Words BETWEEN = Words.of("between among");
    static final Words AND = Words.of("and or including");
    static final Words HIS = Words.of("his her their its");
    static final Words OUR = Words.of("our");
    static final Words DURING = Words.of("during on in after at following ahead before since amid of for");
    static final Words AS = Words.of("as while when where");
    static final Words BEFORE = Words.of("ahead before upcoming forthcoming next");
    static final Words BY_PHONE = Words.of("phone telephone video videolink phoned telephoned");
    static final Words TALK_TO = Words.of("with to");
    static final Words NOW = Words.of("is are has arrives visits opened opens visiting");
    static final Words SINCE = Words.of("since");
    static final Words DETERMINER = Words.of("the a an this his her their its");
    static final Words SEE = Words.of("see sees saw seeing");
    static final Words MEET = Words.of("meet met meets meeting");
    static final Words NOT = Words.of("not never n't");

    private Grammar() {}
}
