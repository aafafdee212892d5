package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.List;

/** Opens clauses for finite verbs and finds their subjects. */
final class FiniteVerbs {

    private final Walk walk;

    FiniteVerbs(Walk walk) {
        this.walk = walk;
    }

    /** "Will Germany send", "had parliament agreed": a verb that follows its auxiliary and subject. */
    boolean mergeQuestion(VerbGroup verb, int i) {
        VerbGroup first = walk.top.verb;
        if (first == null
                || !first.auxiliaryAlone
                || walk.top.objects.isEmpty()
                || !walk.top.subjects.isEmpty()
                || walk.kind(i - 1) != Unit.Kind.GROUP
                || verb.infinitive) {
            return false;
        }
        boolean had = walk.atoms.is(first.main, WordClass.HAVE);
        boolean fits = had
                ? verb.participle || verb.eitherPast
                : walk.atoms.is(verb.main, WordClass.BASE) || walk.atoms.tag[verb.main].isAuxiliary();
        if (!fits) {
            return false;
        }
        walk.top.subjects.addAll(walk.top.objects);
        walk.top.objects.clear();
        boolean condition =
                !walk.atoms.isQuestion() && (had || first.modality == Modality.NECESSARY && walk.top.before.isEmpty());
        if (condition) {
            walk.top.actual = Link.CONDITION;
            walk.top.orphan = walk.top.parent == null;
        }
        if (had) {
            verb.tense = Tense.PLUPERFECT;
        }
        verb.modality = first.modality;
        verb.negative |= first.negative;
        verb.start = first.start;
        verb.finite = true;
        verb.participle = false;
        walk.top.verb = verb;
        return true;
    }

    /** "Minister Accused of Theft": a headline omits "is" where a verb that takes an object has none. */
    private boolean isHeadlinePassive(VerbGroup verb, int i) {
        return walk.atoms.isHeadline()
                && walk.kind(i + 1) == Unit.Kind.GROUP
                && !walk.ahead.groupOf(i + 1).isFree()
                && !walk.ahead.groupOf(i + 1).time
                && walk.language.is(verb.lemma, VerbClass.TRANSITIVE)
                && !walk.language.is(verb.lemma, VerbClass.SPEECH);
    }

    boolean isFinite(VerbGroup verb, int i) {
        if (verb.finite && !verb.eitherPast) {
            return true;
        }
        boolean subject = walk.kind(i - 1) == Unit.Kind.GROUP;
        boolean object =
                walk.kind(i + 1) == Unit.Kind.GROUP && walk.ahead.groupOf(i + 1).isFree();
        if (verb.gerund) {
            boolean reported = walk.top.hasVerb()
                    && subject
                    && walk.language.is(walk.top.lemma(), VerbClass.SPEECH)
                    && walk.kind(i - 2) == Unit.Kind.VERB
                    && !walk.top.passive;
            return reported
                    || !walk.top.hasVerb()
                            && walk.top.link == Link.ROOT
                            && subject
                            && !walk.top.before.isEmpty()
                            && !walk.ahead.finiteOrPast(i);
        }
        if (!verb.eitherPast) {
            return verb.finite;
        }
        if (walk.kind(i - 1) == Unit.Kind.AND) {
            VerbGroup other = walk.top.verb;
            return other == null || other.finite;
        }
        if (walk.language.is(verb.lemma, VerbClass.INTRANSITIVE)) {
            return true;
        }
        boolean agent = walk.kind(i + 1) == Unit.Kind.GROUP && walk.ahead.isAgent(i + 1);
        if (walk.ahead.conjunctionBefore(i) >= 0 && (object || walk.kind(i + 1) == Unit.Kind.COMMA)) {
            return true;
        }
        if (!walk.top.hasVerb()) {
            if (walk.top.link != Link.ROOT && !walk.top.before.isEmpty()) {
                return !agent;
            }
            if (walk.ahead.adjacentFree(i) && !object && walk.ahead.finite(i)) {
                return !agent;
            }
            if (isHeadlinePassive(verb, i)) {
                return false;
            }
            return !walk.top.before.isEmpty()
                    ? !agent && !walk.ahead.finite(i)
                    : walk.top.antecedent != null || walk.kind(i - 1) == Unit.Kind.WH;
        }
        if (walk.late != null) {
            return !agent && !walk.ahead.finite(i);
        }
        boolean clause = object || walk.kind(i + 1) == Unit.Kind.SUB || walk.kind(i + 1) == Unit.Kind.VERB;
        if (!agent && walk.pending() != null && (clause || !walk.ahead.finite(i))) {
            return true;
        }
        if (subject && walk.ahead.groupOf(i - 1).pronoun && !agent) {
            return true;
        }
        if (subject && (object || walk.ahead.adjacentFree(i)) && !agent) {
            return true;
        }
        if (subject && walk.takesClause(walk.top) && !agent && walk.kind(i - 2) == Unit.Kind.VERB) {
            return true;
        }
        return walk.kind(i - 1) == Unit.Kind.COMMA
                && !agent
                && (walk.pending() != null || walk.language.is(verb.lemma, VerbClass.SPEECH));
    }

    void finite(VerbGroup verb, int i) {
        Group first = walk.late;
        walk.late = null;
        if (first != null && walk.kind(i - 1) == Unit.Kind.AND) {
            walk.top.objects.add(first);
            coordinated(verb);
            return;
        }
        if (first != null && walk.kind(i - 1) == Unit.Kind.COMMA && first.apposition >= 0 && walk.pending() != null) {
            first = null;
        }
        if (first != null) {
            List<Group> actors = walk.ahead.chain(first, walk.groups);
            actors.forEach(actor -> actor.apposition = -1);
            boolean reports = walk.language.is(verb.lemma, VerbClass.SPEECH) && walk.ahead.reportsBack(i);
            Frame frame = reports ? reporter() : main();
            frame.subjects.addAll(actors);
            frame.cover(actors.getFirst().start, first.end);
            walk.set(frame, verb);
            return;
        }
        if (walk.ahead.isInverted(i)) {
            walk.inverted = reporter();
            walk.set(walk.inverted, verb);
            return;
        }
        int opened = walk.ahead.conjunctionBefore(i);
        if (opened >= 0 && walk.late == null && (walk.top.hasVerb() || walk.top.link == Link.ROOT)) {
            conjunction(verb, walk.ahead.groupOf(opened));
            return;
        }
        if (!walk.top.hasVerb()) {
            ownSubject(verb, i);
            return;
        }
        if (walk.kind(i - 1) == Unit.Kind.AND
                || walk.kind(i - 1) == Unit.Kind.COMMA && walk.kind(i - 2) == Unit.Kind.AND) {
            coordinated(verb);
            return;
        }
        int taken = walk.ahead.freeBefore(i);
        Frame waiting = walk.pending();
        boolean mayTake =
                taken >= 0 && (waiting == null || walk.takesClause(walk.top) || walk.ahead.groupOf(taken).pronoun);
        if (mayTake && isArgument(walk.top, walk.ahead.groupOf(taken))) {
            steal(verb, taken);
            return;
        }
        if (waiting != null) {
            walk.top = waiting;
            ownSubject(verb, i);
            return;
        }
        if (walk.language.is(verb.lemma, VerbClass.SPEECH) && walk.kind(i + 1) == Unit.Kind.GROUP) {
            walk.inverted = reporter();
            walk.set(walk.inverted, verb);
            return;
        }
        coordinated(verb);
    }

    private static boolean isArgument(Frame frame, Group group) {
        return frame.objects.contains(group) || group.coordinated >= 0;
    }

    void ownSubject(VerbGroup verb, int i) {
        Frame frame = walk.top;
        Group last = frame.before.isEmpty() ? null : frame.before.get(frame.before.size() - 1);
        if (last == null) {
            Group described = frame.antecedent;
            if (described != null) {
                frame.subjects.addAll(walk.ahead.chain(described, walk.groups));
            }
            walk.set(frame, verb);
            return;
        }
        // The free group before the last one may belong to a finished clause.
        if (frame.before.size() > 1 && walk.ahead.adjacentFree(i) && walk.ahead.finite(i)) {
            Group described = frame.before.get(frame.before.size() - 2);
            frame.before.remove(last);
            Frame contact = walk.open(Link.RELATIVE, frame, frame);
            contact.antecedent = described;
            contact.gap = true;
            contact.subjects.add(last);
            contact.cover(last.start, last.end);
            walk.set(contact, verb);
            return;
        }
        Group subject = last;
        while (subject.apposition >= 0) {
            subject = walk.groups.get(subject.apposition);
        }
        frame.subjects.addAll(walk.ahead.chain(subject, walk.groups));
        walk.set(frame, verb);
    }

    private Frame main() {
        Frame root = Walk.root(walk.top);
        if (root.orphan || !root.hasVerb()) {
            return walk.open(Link.ROOT, null, null);
        }
        return walk.open(Link.COORDINATED, root, null);
    }

    /** A clause such as ", X said" that reports what comes before it. */
    private Frame reporter() {
        Frame frame = walk.open(Link.ROOT, null, null);
        for (Frame other : walk.frames) {
            if (other != frame
                    && other.parent == null
                    && !other.orphan
                    && other != walk.attribution
                    && other.hasVerb()) {
                other.parent = frame;
                other.actual = Link.COMPLEMENT;
                other.speech = frame;
            }
        }
        return frame;
    }

    void coordinated(VerbGroup verb) {
        Frame other = walk.top;
        boolean base = walk.atoms.is(verb.main, WordClass.BASE) && verb.start == verb.main;
        for (Frame frame = walk.top; frame != null; frame = frame.outer) {
            VerbGroup candidate = frame.verb;
            if (candidate == null) {
                continue;
            }
            boolean same =
                    base ? candidate.tense == Tense.INFINITIVE || candidate.tense == Tense.PRESENT : candidate.finite;
            if (same) {
                other = frame;
                break;
            }
        }
        VerbGroup model = other.verb;
        Frame frame = walk.open(Link.COORDINATED, other, other.outer);
        frame.shared = true;
        frame.subjects = new ArrayList<>(other.subjects);
        if (model != null) {
            if (base && model.tense == Tense.INFINITIVE) {
                verb.tense = Tense.INFINITIVE;
                verb.infinitive = model.infinitive;
                verb.modality = model.modality;
            }
            boolean bare = verb.start == verb.main && verb.eitherPast;
            if (bare && (model.tense == Tense.PERFECT || model.tense == Tense.PLUPERFECT)) {
                verb.tense = model.tense;
            }
            if (bare && model.passive) {
                verb.passive = true;
            }
        }
        walk.set(frame, verb);
    }

    /** The last object turns out to be the subject of the next verb. */
    private void steal(VerbGroup verb, int unit) {
        Frame other = walk.top;
        Group subject = walk.ahead.groupOf(unit);
        List<Group> chain = new ArrayList<>();
        boolean and = subject.coordinated >= 0 && !walk.takesClause(other);
        if (and) {
            chain.add(subject);
            subject.coordinated = -1;
        } else {
            chain.addAll(walk.ahead.chain(subject, walk.groups));
        }
        boolean bare = walk.atoms.is(verb.main, WordClass.BASE)
                && verb.start == verb.main
                && walk.language.is(other.lemma(), VerbClass.BARE);
        if (!bare) {
            other.objects.removeAll(chain);
        }
        other.obliques.removeAll(chain);
        other.agents.removeAll(chain);
        chain.get(0).noun = -1;
        Link link = bare
                ? Link.COMPLEMENT
                : and
                        ? Link.COORDINATED
                        : walk.takesClause(other) || other.objects.isEmpty() ? Link.COMPLEMENT : Link.RELATIVE;
        Frame frame = walk.open(link, other, other);
        if (link == Link.RELATIVE) {
            frame.antecedent = other.objects.get(other.objects.size() - 1);
        }
        frame.subjects.addAll(chain);
        frame.cover(chain.get(0).start, subject.end);
        walk.set(frame, verb);
    }

    /** A preposition turns out to be a conjunction: "as China protests". */
    private void conjunction(VerbGroup verb, Group subject) {
        for (Frame frame = walk.top; frame != null; frame = frame.outer) {
            frame.obliques.remove(subject);
        }
        subject.preposition = -1;
        subject.noun = -1;
        Frame frame = walk.open(Link.ADVERBIAL, walk.top, walk.top);
        frame.orphan = !walk.top.hasVerb() && walk.top.before.isEmpty();
        frame.subjects.add(subject);
        frame.cover(subject.start - 1, subject.end);
        walk.set(frame, verb);
    }
}
