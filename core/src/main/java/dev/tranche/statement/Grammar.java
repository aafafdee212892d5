package dev.tranche.statement;

import dev.tranche.mention.Words;

/** Closed classes of English words around verbs of saying. */
final class Grammar {

    static final Words AUXILIARY = Words.of("has have had is was are were be been being will did does do");
    static final Words BE = Words.of("is was are were be been being");
    static final Words MODAL = Words.of("would could may might should can must");
    static final Words NOT = Words.of("not never n't didn doesn don hasn haven isn wasn");
    static final Words AS = Words.of("as");
    static final Words CITE = Words.of("cite cites cited citing quote quotes quoted quoting");
    static final Words ADVERB = Words.of("also then later still again once earlier already now today yesterday tonight"
            + " meanwhile however even just first further always often soon ago since late early too publicly");
    static final Words TIME = Words.of("monday tuesday wednesday thursday friday saturday sunday january february march"
            + " april may june july august september october november december morning evening afternoon night week"
            + " month year last this day noon midnight weekend same");
    static final Words TIME_PREPOSITION = Words.of("on in at during late early last this");
    static final Words PREPOSITION = Words.of("of for in at with from aboard on near by to inside outside within behind"
            + " under between among about against into before after toward towards around over across alongside like"
            + " through");
    static final Words CONJUNCTION = Words.of("and but or then yet");
    static final Words OPENS_CLAUSE = Words.of(
            "as while when after before because although though whereas since if that" + " and but where until once");
    static final Words RELATIVE = Words.of("who which that");
    static final Words OPENS_CLAIM = Words.of("that whether how why what if");
    static final Words OPENS_NOUN = Words.of("a an the this these those his her its their our any no some such my your"
            + " another every each of for in on at from with by new recent previous other further more joint latest");
    static final Words TO = Words.of("to");
    static final Words FROM = Words.of("from");
    static final Words BY = Words.of("by");
    static final Words LIGHT =
            Words.of("with made makes make making issued issues issue issuing repeated repeats renewed"
                    + " renews renewing delivered gave gives");
    static final Words WITH = Words.of("with");
    static final Words WHILE = Words.of("before after while when by");
    static final Words PERCEIVED = Words.of("heard seen caught overheard filmed recorded as");
    static final Words FIRST_PERSON = Words.of("i we us our my");
    /** Verbs whose past form before "to" is a passive in headlines: "residents urged to shelter". */
    static final Words TOLD_TO = Words.of(
            "urged ordered told warned invited asked instructed advised encouraged" + " implored directed challenged");

    static final Words HANGS = Words.of("by of for with as to into against");
    static final Words REPUTED =
            Words.of("believed said thought reported expected estimated alleged known understood" + " claimed");
    static final Words REFUSING =
            Words.of("refuse refuses refused refusing decline declines declined declining fail fails"
                    + " failed failing unwilling reluctant hesitated hesitates");
    static final Words OR = Words.of("or");
    /** Determiners that may stand alone for somebody: "another said". */
    static final Words ALONE = Words.of("another some each many any others");

    static final Words PRO_OBJECT = Words.of("it this that them these those");
    static final Words ARTICLE = Words.of("a an the his her their its another");
    static final Words REPORTERS = Words.of(
            "reporter reporters journalist journalists correspondent correspondents media" + " moderator interviewer");
    static final Words NOTHING = Words.of("nothing nobody little none");
    /** Forms in -s that are just as often nouns. */
    static final Words NOUN_LIKE = Words.of(
            "claims reports demands promises requests charges offers comments remarks posts tweets estimates fears"
                + " hopes pledges vows appeals supports backs stresses guarantees disputes jokes quips aims mentions"
                + " notes states alerts slams blasts voices shares calls doubts worries signals shows finds views"
                + " laments moves warnings answers answer replies boasts demands threats proposals plans backs");

    static final Words IF = Words.of("if unless");
    static final Words BUT = Words.of("but");
    static final Words ACCORDING = Words.of("according");
    static final Words STATEMENT = Words.of("statement release report letter document website spokesman readout post");

    private Grammar() {}
}
