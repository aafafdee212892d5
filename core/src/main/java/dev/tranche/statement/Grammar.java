package dev.tranche.statement;

import dev.tranche.mention.Words;

/** Closed classes of English words around verbs of saying. */
final class Grammar {

    static final Words AUXILIARY = Words.of("has have had is was are were be been being will did does do");
    static final Words MODAL = Words.of("would could may might should can must");
    static final Words NOT = Words.of("not never n't didn doesn don hasn haven isn wasn");
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
    static final Words BY = Words.of("by");
    static final Words IF = Words.of("if unless");
    static final Words BUT = Words.of("but");
    static final Words ACCORDING = Words.of("according");
    static final Words STATEMENT = Words.of("statement release report letter document website spokesman readout post");

    private Grammar() {}
}
