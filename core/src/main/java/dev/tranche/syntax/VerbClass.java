package dev.tranche.syntax;

import java.util.Locale;

/** What a verb does to the clause that hangs on it; {@code verb_classes.csv} tells which verbs are of a class. */
enum VerbClass {
    SPEECH,
    THOUGHT,
    COMMIT,
    ASK,
    REFUSE,
    PLAN,
    WISH,
    NECESSARY,
    GIVE,
    NAME,
    BARE,
    GERUND,
    TRANSITIVE,
    INTRANSITIVE;

    static VerbClass parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
