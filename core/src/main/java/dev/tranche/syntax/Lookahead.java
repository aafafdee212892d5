package dev.tranche.syntax;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks around a unit without changing anything. */
final class Lookahead {

    /** The most coordinated groups followed in a list. */
    private static final int LIST = 24;

    private final Atoms atoms;
    private final List<Unit> units;

    Lookahead(Atoms atoms, List<Unit> units) {
        this.atoms = atoms;
        this.units = units;
    }

    Group groupOf(int i) {
        return Objects.requireNonNull(units.get(i).group());
    }

    VerbGroup verbOf(int i) {
        return Objects.requireNonNull(units.get(i).verb());
    }

    private boolean is(int i, Unit.Kind kind) {
        return i >= 0 && i < units.size() && units.get(i).is(kind);
    }

    /** The group before the unit, skipping a comma, "and" or both in between. */
    @Nullable
    Group groupBefore(int i) {
        int at = i - 1;
        while (is(at, Unit.Kind.AND) || is(at, Unit.Kind.COMMA)) {
            at--;
        }
        return is(at, Unit.Kind.GROUP) && at < i - 1 ? groupOf(at) : null;
    }

    /** The group that a relative clause at the unit describes, skipping a time expression. */
    @Nullable
    Group described(int i) {
        int at = is(i - 1, Unit.Kind.COMMA) ? i - 2 : i - 1;
        if (is(at, Unit.Kind.GROUP) && groupOf(at).time && is(at - 1, Unit.Kind.GROUP)) {
            at--;
        }
        return is(at, Unit.Kind.GROUP) ? groupOf(at) : null;
    }

    /** Is the group one of a list with the group before it? */
    boolean isCoordinated(int i) {
        if (is(i - 1, Unit.Kind.AND)) {
            return !is(i - 2, Unit.Kind.COMMA) || !isSubjectList(i, true);
        }
        if (!is(i - 1, Unit.Kind.COMMA) || opensSubject(i)) {
            return false;
        }
        boolean apart = is(i - 2, Unit.Kind.GROUP)
                && groupOf(i - 2).preposition >= 0
                && is(i + 1, Unit.Kind.VERB)
                && verbOf(i + 1).finite
                && opensWithGerund(i - 2);
        if (apart) {
            return false;
        }
        if (is(i - 2, Unit.Kind.GROUP) && areTwoStates(groupOf(i - 2).head, groupOf(i).head)) {
            return true;
        }
        int at = i;
        for (int steps = 0; steps < LIST; steps++) {
            at = behind(at);
            if (is(at, Unit.Kind.AND)) {
                return is(at + 1, Unit.Kind.GROUP);
            }
            if (!is(at, Unit.Kind.COMMA)) {
                return false;
            }
            if (is(at + 1, Unit.Kind.AND)) {
                return is(at + 2, Unit.Kind.GROUP);
            }
            if (!is(at + 1, Unit.Kind.GROUP)) {
                return false;
            }
            at++;
        }
        return false;
    }

    /** "By giving 9 million to Togo, Japan is supporting": the sentence begins with what its subject does. */
    private boolean opensWithGerund(int i) {
        int at = i;
        while (is(at, Unit.Kind.GROUP)) {
            at--;
        }
        return is(at, Unit.Kind.VERB) && verbOf(at).gerund && (at == 0 || is(at - 1, Unit.Kind.STOP));
    }

    /** "On Tuesday, Sweden, Norway and Denmark pledged": the list after an opening phrase is the subject of the verb. */
    private boolean opensSubject(int i) {
        int opening = i - 2;
        while (is(opening, Unit.Kind.GROUP) && (groupOf(opening).preposition >= 0 || groupOf(opening).time)) {
            opening--;
        }
        boolean opened = opening < i - 2 && (opening < 0 || is(opening, Unit.Kind.STOP));
        return opened && isSubjectList(i, false);
    }

    /**
     * Is the group the first of a list that ends in "and" and stands before a finite verb, or the only group before it?
     *
     * @param several whether a single group does not count
     */
    private boolean isSubjectList(int i, boolean several) {
        boolean list = false;
        boolean last = false;
        int at = behind(i);
        while (is(at, Unit.Kind.COMMA) || is(at, Unit.Kind.AND)) {
            boolean both = is(at, Unit.Kind.COMMA) && is(at + 1, Unit.Kind.AND);
            at += both ? 2 : 1;
            if (last || !is(at, Unit.Kind.GROUP) || !groupOf(at).isFree()) {
                return false;
            }
            list = true;
            last = is(at - 1, Unit.Kind.AND);
            at = behind(at);
        }
        return list == last && (list || !several) && is(at, Unit.Kind.VERB) && verbOf(at).finite;
    }

    /** The unit behind a group and the prepositional groups that follow it. */
    private int behind(int i) {
        int at = i + 1;
        while (is(at, Unit.Kind.GROUP) && !groupOf(at).isFree()) {
            at++;
        }
        return at;
    }

    /**
     * Two states side by side, as headlines list them: "Japan, South Korea"; in "Kyiv, Ukraine" the second says where
     * the first is.
     */
    private boolean areTwoStates(int one, int other) {
        ActorMention first = atoms.actor[one];
        ActorMention second = atoms.actor[other];
        return first != null
                && second != null
                && first.form() == ActorForm.NAME
                && second.form() == ActorForm.NAME
                && !first.code().equals(second.code());
    }

    boolean isAgent(int i) {
        Group group = groupOf(i);
        return group.preposition >= 0 && atoms.lemma[group.preposition].equals("agent") && !group.time;
    }

    /** Does a finite verb follow that needs the subject before the unit? */
    boolean finite(int i) {
        return finite(i, false);
    }

    /** The same, counting possible past forms as past: for a form that is not itself past. */
    boolean finiteOrPast(int i) {
        return finite(i, true);
    }

    private boolean finite(int i, boolean pasts) {
        for (int at = i + 1; at < units.size(); at++) {
            Unit unit = units.get(at);
            switch (unit.kind()) {
                case SUB, WH, STOP -> {
                    return false;
                }
                case VERB -> {
                    VerbGroup verb = verbOf(at);
                    if (!verb.finite) {
                        continue;
                    }
                    if (is(at - 1, Unit.Kind.AND) || isInverted(at)) {
                        return false;
                    }
                    if (isBare(at) || isReduced(at) && (!pasts || isFollowedByAgent(at))) {
                        continue;
                    }
                    if (conjunctionBefore(at) > i) {
                        continue;
                    }
                    if (is(at - 1, Unit.Kind.GROUP)) {
                        return freeBefore(at) <= (pasts && !takesClause(i) ? i + 1 : i);
                    }
                    return !(is(at - 1, Unit.Kind.COMMA) && verb.eitherPast);
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean isNamed(Group group) {
        return atoms.is(group.head, WordClass.NAME) || group.pronoun;
    }

    private boolean takesClause(int i) {
        return atoms.language.is(verbOf(i).lemma, VerbClass.SPEECH)
                || atoms.language.is(verbOf(i).lemma, VerbClass.THOUGHT);
    }

    boolean isFollowedByAgent(int i) {
        return is(i + 1, Unit.Kind.GROUP) && isAgent(i + 1);
    }

    /** Is it an infinitive without "to", as in "help Kyiv protect"? */
    private boolean isBare(int at) {
        return is(at - 1, Unit.Kind.GROUP)
                && is(at - 2, Unit.Kind.VERB)
                && atoms.is(verbOf(at).main, WordClass.BASE)
                && verbOf(at).start == verbOf(at).main
                && atoms.language.is(verbOf(at - 2).lemma, VerbClass.BARE);
    }

    /** Is it ", says X", with nothing said after it? */
    boolean isInverted(int i) {
        if (!is(i - 1, Unit.Kind.COMMA)
                || !is(i + 1, Unit.Kind.GROUP)
                || !groupOf(i + 1).isFree()
                || !atoms.language.is(verbOf(i).lemma, VerbClass.SPEECH)
                || atoms.language.is(verbOf(i).lemma, VerbClass.GIVE)
                || atoms.language.is(verbOf(i).lemma, VerbClass.TRANSITIVE) && !isNamed(groupOf(i + 1))) {
            return false;
        }
        int at = i + 2;
        while (is(at, Unit.Kind.GROUP) && !groupOf(at).isFree()) {
            at++;
        }
        return at >= units.size() || is(at, Unit.Kind.STOP) || is(at, Unit.Kind.COMMA);
    }

    /** Is a possible past form rather a participle, after a noun and without an object? */
    private boolean isReduced(int at) {
        VerbGroup verb = verbOf(at);
        return verb.eitherPast
                && is(at - 1, Unit.Kind.GROUP)
                && !(is(at + 1, Unit.Kind.GROUP) && groupOf(at + 1).isFree())
                && !is(at + 1, Unit.Kind.SUB)
                && !is(at + 1, Unit.Kind.VERB)
                && !atoms.language.is(verb.lemma, VerbClass.INTRANSITIVE);
    }

    /**
     * The unit of the free group directly before the unit, skipping prepositional groups after it; -1 if there is none.
     */
    int freeBefore(int i) {
        int at = i - 1;
        while (is(at, Unit.Kind.GROUP)) {
            if (groupOf(at).isFree()
                    || groupOf(at).time && groupOf(at).preposition < 0 && !is(at - 1, Unit.Kind.GROUP)) {
                return at;
            }
            at--;
        }
        return -1;
    }

    /**
     * The unit before a verb that may be its subject after a conjunction read as a preposition; -1 if there is none.
     */
    int conjunctionBefore(int i) {
        int at = i - 1;
        while (is(at, Unit.Kind.GROUP)) {
            Group group = groupOf(at);
            if (group.preposition >= 0
                    && !group.time
                    && !atoms.is(group.head, WordClass.NUM)
                    && atoms.canBe(group.preposition, WordClass.SUB)) {
                return at;
            }
            if (group.preposition < 0) {
                return -1;
            }
            at--;
        }
        return -1;
    }

    /** Does a verb of speech end the quotation, with no clause and at most an addressee after it? */
    boolean reportsBack(int i) {
        if (is(i + 1, Unit.Kind.SUB)) {
            return false;
        }
        if (is(i + 1, Unit.Kind.GROUP) && groupOf(i + 1).isFree()) {
            boolean last = i + 2 >= units.size()
                    || is(i + 2, Unit.Kind.STOP)
                    || is(i + 2, Unit.Kind.COMMA)
                    || is(i + 2, Unit.Kind.GROUP) && !groupOf(i + 2).isFree();
            return last && atoms.language.is(verbOf(i).lemma, VerbClass.GIVE);
        }
        return true;
    }

    /** Are there two adjacent free groups directly before the unit, as in "the aid Congress approved"? */
    boolean adjacentFree(int i) {
        return is(i - 1, Unit.Kind.GROUP)
                && is(i - 2, Unit.Kind.GROUP)
                && groupOf(i - 1).isFree()
                && groupOf(i - 2).isFree();
    }

    /** The groups coordinated with a group, up to and including it, from left to right. */
    List<Group> chain(Group last, List<Group> groups) {
        List<Group> chain = new ArrayList<>();
        Group group = last;
        chain.add(group);
        while (group.coordinated >= 0) {
            group = groups.get(group.coordinated);
            chain.add(group);
        }
        Collections.reverse(chain);
        return chain;
    }
}
