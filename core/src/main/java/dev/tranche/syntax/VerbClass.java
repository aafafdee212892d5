package dev.tranche.syntax;

import java.util.Locale;

/** The effect of a verb on its dependent clause; {@code verb_classes.csv} lists the verbs of each class. */
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
    JUDGE,
    PENDING,
    TRANSITIVE,
    INTRANSITIVE;

    static VerbClass parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
