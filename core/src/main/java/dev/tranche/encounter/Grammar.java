package dev.tranche.encounter;

import dev.tranche.mention.Words;

/** Closed classes of English words around encounters. */
final class Grammar {

    static final Words FUTURE = Words.of("will would shall going plans planned plan expected scheduled due set intends"
            + " upcoming forthcoming ahead next later tomorrow hopes wants to could may might should agreed wishes"
            + " wanted hoped intended ready prepares preparing");
    static final Words WILL = Words.of("will would shall could may might should ll");
    static final Words AHEAD =
            Words.of("planned scheduled upcoming forthcoming expected next proposed possible" + " potential future");
    static final Words INTENDS = Words.of("plans planned plan expected expects scheduled due set intends intend hopes"
            + " hoped wants wanted wishes agreed agree agrees going ready about likely decided slated"
            + " invited offered promised prepares preparing ahead readies poised wished ought");
    static final Words CANCELLED = Words.of("cancelled canceled postponed scrapped shelved cancels postpones axed");
    static final Words CALLED = Words.of("called calls calling put puts putting");
    static final Words OFF = Words.of("off");
    static final Words DROPPED = Words.of("dropped drops skip skipped skipping");
    static final Words TO_PLACE = Words.of("to in at into");
    static final Words IN = Words.of("in at near outside");
    static final Words WITH = Words.of("with");
    static final Words BETWEEN = Words.of("between among");
    static final Words AND = Words.of("and or including");
    static final Words HIS = Words.of("his her their its");
    static final Words OUR = Words.of("our");
    static final Words AS = Words.of("as while when where");
    static final Words BEFORE = Words.of("ahead before upcoming forthcoming next");
    static final Words PHONE =
            Words.of("phone telephone video videolink phoned telephoned video-link videoconference" + " virtually");
    static final Words TALK_TO = Words.of("with to");
    static final Words PURPOSE = Words.of("for");
    static final Words MANNER = Words.of(
            "separately jointly privately briefly again also virtually remotely bilaterally directly individually");
    static final Words AFTER_CALL =
            Words.of("to on and from after before in about over this last following amid today yesterday");
    static final Words FAR = Words.of("on in at for");
    static final Words BY = Words.of("by via over on the");
    static final Words BE = Words.of("is are was were be been");
    static final Words NOW = Words.of("is are has arrives visits opened opens visiting");
    static final Words SINCE = Words.of("since");
    static final Words DETERMINER = Words.of("the a an this his her their its");
    static final Words PARTNER_MODIFIER = Words.of("top senior several various many other about some hundred hundreds"
            + " dozens both two three four five six seven eight nine ten western european allied fellow local leading"
            + " newly elected new visiting families western first two");
    static final Words SEE = Words.of("see sees saw seeing");
    static final Words BRIEF = Words.of("brief briefs briefed briefing");
    static final Words MEET = Words.of("meet met meets meeting");
    static final Words HOLD = Words.of(
            "held hold holds holding had has have having conducted conducts began begins begin opened open resumed"
                    + " resume resumes started start starts concluded ended finished completed launched took");
    static final Words GOVERN =
            Words.of("held hold holds holding had has have conducted began begins opened open resumed resume started"
                + " starts concluded ended finished completed made makes make making paid pays pay paying postponed"
                + " cancelled canceled scrapped shelved delayed planned plans announced called put dropped wrapped cut"
                + " shortened continued undertook undertakes completes ends led leads");
    static final Words NOUN_PART =
            Words.of("a an the his her their its this these second first third fourth fifth sixth new fresh long short"
                + " brief bilateral trilateral separate joint official state working surprise unannounced secret"
                + " historic rare final last next planned emergency urgent high-level high level direct indirect"
                + " technical further more several two three round rounds series of video phone telephone virtual"
                + " private closed informal formal crucial key two-day three-day four-day one-day day publicly hastily"
                + " organized whirlwind previously scheduled hour-long face to one other another own peace trade"
                + " diplomatic military political security unfinished productive constructive tense in-person late"
                + " similar annual regular lengthy marathon high-stakes off");
    static final Words TWO = Words.of("two both");
    static final Words SIDES = Words.of("leaders men women ministers presidents sides countries secretaries nations"
            + " officials diplomats states governments neighbours neighbors premiers chancellors delegations generals");
    static final Words PRESS = Words.of("reporters journalists correspondents media press newspaper outlets reporter"
            + " journalist broadcaster outlet");
    static final Words NEWS = Words.of("press news conference");
    static final Words ROOM = Words.of("room call hall center centre table championship league calls");
    static final Words STAY = Words.of("visit trip tour stay talks stopover meeting");
    static final Words PACT = Words.of("agreement agreements pact treaty declaration memorandum deal accord protocol"
            + " agreements letter roadmap");
    static final Words TOLD = Words.of("told tells informed assured warned urged thanked reassured asked");
    static final Words STOP =
            Words.of("who which that said says say told because but although where when while after" + " whether if");

    private Grammar() {}
}
