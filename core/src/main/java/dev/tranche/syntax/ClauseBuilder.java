package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds clauses from groups and verbs in one walk from left to right. */
final class ClauseBuilder {

    final Atoms atoms;
    final Language language;
    final List<Unit> units;
    final List<Group> groups;
    final List<Frame> frames = new ArrayList<>();
    private final Lookahead ahead;

    private Frame top;
    /** A free group after a comma: an apposition, or the subject of the next verb. */
    private @Nullable Group late;

    private @Nullable Frame bracket;
    private @Nullable Frame attribution;
    /** A clause such as ", said X", whose subject follows. */
    private @Nullable Frame inverted;
    /** A clause such as "there is", whose subject follows. */
    private @Nullable Frame there;

    ClauseBuilder(Atoms atoms, Chunker chunker) {
        this.atoms = atoms;
        this.language = atoms.language;
        this.groups = chunker.groups;
        this.units = chunker.units.stream()
                .filter(unit -> !unit.is(Unit.Kind.OTHER) && !unit.is(Unit.Kind.PREP))
                .toList();
        this.ahead = new Lookahead(atoms, units);
        this.top = open(Link.ROOT, null, null);
    }

    void run() {
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Frame old = top;
            switch (unit.kind()) {
                case GROUP -> group(ahead.groupOf(i), i);
                case VERB -> verb(ahead.verbOf(i), i);
                case SUB -> subordinate(i);
                case WH -> relative(i);
                case COMMA -> top.comma |= top.hasVerb();
                case STOP -> stop(i);
                case AND, PREP, OTHER -> {}
            }
            if (!unit.is(Unit.Kind.STOP) && !unit.is(Unit.Kind.COMMA) && !unit.is(Unit.Kind.AND)) {
                Frame covered = unit.is(Unit.Kind.GROUP) && late != null && late == unit.group() ? old : top;
                covered.cover(unit.atom(), unit.end());
            }
        }
    }

    private Frame open(Link link, @Nullable Frame parent, @Nullable Frame outer) {
        Frame frame = new Frame(link, parent, outer);
        frames.add(frame);
        return frame;
    }

    private Unit.Kind kind(int i) {
        return i < 0 || i >= units.size() ? Unit.Kind.STOP : units.get(i).kind();
    }

    // groups

    private void group(Group group, int i) {
        Group before = ahead.groupBefore(i);
        if (before != null && ahead.isCoordinated(i)) {
            coordinate(group, before);
            return;
        }
        if (group.preposition >= 0) {
            prepositional(group, i);
            return;
        }
        if (group.time && (kind(i + 1) != Unit.Kind.VERB || top.hasVerb() || !top.before.isEmpty())) {
            return;
        }
        if (!top.hasVerb()) {
            Group renamed = kind(i - 1) == Unit.Kind.COMMA ? lastFree(top.before) : null;
            if (renamed != null) {
                group.apposition = renamed.index;
            }
            top.before.add(group);
            return;
        }
        if ((top == inverted || top == there) && top.subjects.isEmpty()) {
            top.subjects.add(group);
            return;
        }
        if (top.comma || kind(i - 1) == Unit.Kind.COMMA) {
            late = group;
            if (before != null && kind(i - 1) == Unit.Kind.COMMA) {
                group.apposition = before.index;
            }
            return;
        }
        top.objects.add(group);
    }

    private static @Nullable Group lastFree(List<Group> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    private void coordinate(Group group, Group before) {
        group.coordinated = before.index;
        if (before == late) {
            return;
        }
        if (group.preposition < 0) {
            for (Frame frame = top; frame != null; frame = frame.outer) {
                for (List<Group> list : List.of(frame.before, frame.objects, frame.obliques, frame.agents)) {
                    if (list.contains(before)) {
                        group.noun = before.noun;
                        list.add(group);
                        return;
                    }
                }
            }
            group.noun = before.noun;
            return;
        }
        group.coordinated = -1;
        if (before.noun >= 0) {
            group.noun = before.noun;
            return;
        }
        attach(group);
    }

    private void prepositional(Group group, int i) {
        String role = atoms.lemma[group.preposition];
        if (role.equals("speech")) {
            Frame source = new Frame(Link.ROOT, null, null);
            source.before.add(group);
            source.subjects.add(group);
            source.cover(group.preposition, group.end);
            frames.add(source);
            attribution = source;
            return;
        }
        VerbGroup verb = top.verb;
        if (role.equals("agent") && !group.time && verb != null && top.passive && !top.comma) {
            top.agents.add(group);
            return;
        }
        Group before = kind(i - 1) == Unit.Kind.GROUP ? ahead.groupOf(i - 1) : null;
        if (before != null && describes(group, role, before)) {
            group.noun = before.index;
            return;
        }
        attach(group);
    }

    /** Does a prepositional group belong to the group right before it rather than to the verb? */
    private boolean describes(Group group, String role, Group before) {
        if (role.equals("noun")) {
            return true;
        }
        if (group.time || before.time || before.pronoun) {
            return false;
        }
        if (!top.hasVerb() && top.before.contains(before) || top.lemma().equals("be")) {
            return true;
        }
        boolean object = top.objects.contains(before)
                || before.noun >= 0
                        && atoms.sum[groups.get(before.noun).head]
                        && top.objects.contains(groups.get(before.noun));
        return switch (role) {
            case "near" -> true;
            case "goal" -> before.noun >= 0 && !object;
            case "place" -> object ? atoms.sum[before.head] && atoms.actor[group.head] == null : true;
            default -> before.noun >= 0;
        };
    }

    private void attach(Group group) {
        top.obliques.add(group);
    }

    // verbs

    private void verb(VerbGroup verb, int i) {
        if (late == null && mergeQuestion(verb, i)) {
            return;
        }
        if (verb.preposition >= 0) {
            gerund(verb, i);
        } else if (verb.infinitive) {
            infinitive(verb, i);
        } else if (isFinite(verb, i)) {
            finite(verb, i);
        } else {
            participle(verb, i);
        }
    }

    /** "Will Germany send", "had parliament agreed": the verb that follows its auxiliary and subject. */
    private boolean mergeQuestion(VerbGroup verb, int i) {
        VerbGroup first = top.verb;
        if (first == null
                || !first.auxiliaryAlone
                || top.objects.isEmpty()
                || !top.subjects.isEmpty()
                || kind(i - 1) != Unit.Kind.GROUP
                || verb.infinitive) {
            return false;
        }
        boolean had = atoms.is(first.main, WordClass.HAVE);
        boolean fits = had
                ? verb.participle || verb.eitherPast
                : atoms.is(verb.main, WordClass.BASE) || atoms.tag[verb.main].isAuxiliary();
        if (!fits) {
            return false;
        }
        top.subjects.addAll(top.objects);
        top.objects.clear();
        if (had) {
            top.actual = Link.CONDITION;
            top.orphan = top.parent == null;
            verb.tense = Tense.PLUPERFECT;
        }
        verb.modality = first.modality;
        verb.negative |= first.negative;
        verb.start = first.start;
        verb.finite = true;
        verb.participle = false;
        top.verb = verb;
        return true;
    }

    private boolean isFinite(VerbGroup verb, int i) {
        if (verb.finite && !verb.eitherPast) {
            return true;
        }
        boolean subject = kind(i - 1) == Unit.Kind.GROUP;
        boolean object = kind(i + 1) == Unit.Kind.GROUP && ahead.groupOf(i + 1).isFree();
        if (verb.gerund) {
            boolean reported = top.hasVerb()
                    && subject
                    && language.is(top.lemma(), VerbClass.SPEECH)
                    && kind(i - 2) == Unit.Kind.VERB
                    && !top.passive;
            return reported
                    || !top.hasVerb() && top.link == Link.ROOT && subject && !top.before.isEmpty() && !ahead.finite(i);
        }
        if (!verb.eitherPast) {
            return verb.finite;
        }
        if (kind(i - 1) == Unit.Kind.AND) {
            VerbGroup other = top.verb;
            return other == null || other.finite;
        }
        if (language.is(verb.lemma, VerbClass.INTRANSITIVE)) {
            return true;
        }
        boolean agent = kind(i + 1) == Unit.Kind.GROUP && ahead.isAgent(i + 1);
        if (!top.hasVerb()) {
            if (top.link != Link.ROOT && !top.before.isEmpty()) {
                return !agent;
            }
            return !top.before.isEmpty()
                    ? !agent && !ahead.finite(i)
                    : top.antecedent != null || kind(i - 1) == Unit.Kind.WH;
        }
        if (late != null) {
            return !agent && !ahead.finite(i);
        }
        boolean clause = object || kind(i + 1) == Unit.Kind.SUB || kind(i + 1) == Unit.Kind.VERB;
        if (!agent && pending() != null && (clause || !ahead.finite(i))) {
            return true;
        }
        if (subject && ahead.groupOf(i - 1).pronoun && !agent) {
            return true;
        }
        if (subject && (object || ahead.adjacentFree(i)) && !agent) {
            return true;
        }
        if (subject && takesClause(top) && !agent && kind(i - 2) == Unit.Kind.VERB) {
            return true;
        }
        return kind(i - 1) == Unit.Kind.COMMA
                && !agent
                && (pending() != null || language.is(verb.lemma, VerbClass.SPEECH));
    }

    private boolean takesClause(Frame frame) {
        return language.is(frame.lemma(), VerbClass.SPEECH) || language.is(frame.lemma(), VerbClass.THOUGHT);
    }

    /** The nearest frame that waits for its verb. */
    private @Nullable Frame pending() {
        for (Frame frame = top; frame != null; frame = frame.outer) {
            if (!frame.hasVerb() && !frame.before.isEmpty()) {
                return frame;
            }
        }
        return null;
    }

    private void finite(VerbGroup verb, int i) {
        Group first = late;
        late = null;
        if (first != null && kind(i - 1) == Unit.Kind.AND) {
            top.objects.add(first);
            coordinated(verb);
            return;
        }
        if (first != null && kind(i - 1) == Unit.Kind.COMMA && first.apposition >= 0 && pending() != null) {
            first = null;
        }
        if (first != null) {
            first.apposition = -1;
            boolean reports = language.is(verb.lemma, VerbClass.SPEECH) && ahead.reportsBack(i);
            Frame frame = reports ? reporter() : main();
            frame.subjects.addAll(ahead.chain(first, groups));
            frame.cover(first.start, first.end);
            set(frame, verb);
            return;
        }
        if (ahead.isInverted(i)) {
            inverted = reporter();
            set(inverted, verb);
            return;
        }
        int opened = ahead.conjunctionBefore(i);
        if (opened >= 0 && late == null && (top.hasVerb() || top.link == Link.ROOT)) {
            conjunction(verb, ahead.groupOf(opened));
            return;
        }
        if (!top.hasVerb()) {
            ownSubject(verb, i);
            return;
        }
        if (kind(i - 1) == Unit.Kind.AND || kind(i - 1) == Unit.Kind.COMMA && kind(i - 2) == Unit.Kind.AND) {
            coordinated(verb);
            return;
        }
        int taken = ahead.freeBefore(i);
        Frame waiting = pending();
        boolean mayTake = taken >= 0 && (waiting == null || takesClause(top) || ahead.groupOf(taken).pronoun);
        if (mayTake && isArgument(top, ahead.groupOf(taken))) {
            steal(verb, taken);
            return;
        }
        if (waiting != null) {
            top = waiting;
            ownSubject(verb, i);
            return;
        }
        if (language.is(verb.lemma, VerbClass.SPEECH) && kind(i + 1) == Unit.Kind.GROUP) {
            inverted = reporter();
            set(inverted, verb);
            return;
        }
        coordinated(verb);
    }

    private static boolean isArgument(Frame frame, Group group) {
        return frame.objects.contains(group) || group.coordinated >= 0;
    }

    private void ownSubject(VerbGroup verb, int i) {
        Frame frame = top;
        Group last = frame.before.isEmpty() ? null : frame.before.get(frame.before.size() - 1);
        if (last == null) {
            Group described = frame.antecedent;
            if (described != null) {
                frame.subjects.addAll(ahead.chain(described, groups));
            }
            set(frame, verb);
            return;
        }
        if (ahead.adjacentFree(i) && ahead.finite(i)) {
            Group described = frame.before.get(frame.before.size() - 2);
            frame.before.remove(last);
            Frame contact = open(Link.RELATIVE, frame, frame);
            contact.antecedent = described;
            contact.subjects.add(last);
            contact.cover(last.start, last.end);
            set(contact, verb);
            return;
        }
        Group subject = last;
        while (subject.apposition >= 0) {
            subject = groups.get(subject.apposition);
        }
        frame.subjects.addAll(ahead.chain(subject, groups));
        set(frame, verb);
    }

    private void set(Frame frame, VerbGroup verb) {
        frame.verb = verb;
        if (frame.subjects.size() == 1 && frame.subjects.get(0).there) {
            frame.subjects.clear();
            there = frame;
        }
        if (verb.tense == Tense.PARTICIPLE && verb.eitherPast && frame.link != Link.PARTICIPLE && !frame.passive) {
            verb.tense = Tense.PAST;
        }
        frame.passive = verb.passive;
        frame.comma = false;
        frame.cover(verb.start, verb.end);
        top = frame;
        if (frame.actual == Link.ROOT || frame.actual == Link.COORDINATED) {
            adopt(frame);
        }
    }

    /** A main clause becomes the parent of the subordinate clauses before it. */
    private void adopt(Frame frame) {
        for (Frame other : frames) {
            if (other.orphan && other != frame) {
                other.orphan = false;
                other.parent = frame;
            }
        }
    }

    private Frame main() {
        Frame root = root(top);
        if (root.orphan || !root.hasVerb()) {
            return open(Link.ROOT, null, null);
        }
        return open(Link.COORDINATED, root, null);
    }

    private static Frame root(Frame frame) {
        Frame root = frame;
        while (root.outer != null) {
            root = root.outer;
        }
        return root;
    }

    /** A clause such as ", X said" that reports what comes before it. */
    private Frame reporter() {
        Frame frame = open(Link.ROOT, null, null);
        for (Frame other : frames) {
            if (other != frame && other.parent == null && !other.orphan && other != attribution && other.hasVerb()) {
                other.parent = frame;
                other.actual = Link.COMPLEMENT;
                other.speech = frame;
            }
        }
        return frame;
    }

    private void coordinated(VerbGroup verb) {
        Frame other = top;
        boolean base = atoms.is(verb.main, WordClass.BASE) && verb.start == verb.main;
        for (Frame frame = top; frame != null; frame = frame.outer) {
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
        Frame frame = open(Link.COORDINATED, other, other.outer);
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
        set(frame, verb);
    }

    /** The last object turns out to be the subject of the verb after it. */
    private void steal(VerbGroup verb, int unit) {
        Frame other = top;
        Group subject = ahead.groupOf(unit);
        List<Group> chain = new ArrayList<>();
        boolean and = subject.coordinated >= 0 && !takesClause(other);
        if (and) {
            chain.add(subject);
            subject.coordinated = -1;
        } else {
            chain.addAll(ahead.chain(subject, groups));
        }
        boolean bare = atoms.is(verb.main, WordClass.BASE)
                && verb.start == verb.main
                && language.is(other.lemma(), VerbClass.BARE);
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
                        : takesClause(other) || other.objects.isEmpty() ? Link.COMPLEMENT : Link.RELATIVE;
        Frame frame = open(link, other, other);
        if (link == Link.RELATIVE) {
            frame.antecedent = other.objects.get(other.objects.size() - 1);
        }
        frame.subjects.addAll(chain);
        frame.cover(chain.get(0).start, subject.end);
        set(frame, verb);
    }

    /** A preposition turns out to be a conjunction: "as China protests". */
    private void conjunction(VerbGroup verb, Group subject) {
        for (Frame frame = top; frame != null; frame = frame.outer) {
            frame.obliques.remove(subject);
        }
        subject.preposition = -1;
        subject.noun = -1;
        Frame frame = open(Link.ADVERBIAL, top, top);
        frame.orphan = !top.hasVerb() && top.before.isEmpty();
        frame.subjects.add(subject);
        frame.cover(subject.start - 1, subject.end);
        set(frame, verb);
    }

    private void gerund(VerbGroup verb, int i) {
        Frame parent = top;
        boolean noun = kind(i - 1) == Unit.Kind.GROUP;
        Frame frame = open(noun ? Link.PARTICIPLE : Link.ADVERBIAL, parent, parent);
        frame.orphan = !parent.hasVerb() && parent.before.isEmpty();
        frame.shared = true;
        frame.subjects = new ArrayList<>(parent.subjects);
        frame.negative = atoms.lemma[verb.preposition].equals("instead");
        frame.cover(verb.preposition, verb.end);
        set(frame, verb);
    }

    private void infinitive(VerbGroup verb, int i) {
        late = null;
        if (!top.hasVerb()) {
            if (!top.before.isEmpty() && top.link != Link.RELATIVE && !ahead.finite(i)) {
                verb.finite = true;
                verb.modality = verb.modality == Modality.REAL ? Modality.FUTURE : verb.modality;
                ownSubject(verb, i);
                return;
            }
            Frame frame = open(Link.INFINITIVE, top, top);
            frame.orphan = top.before.isEmpty();
            if (verb.passive && !top.before.isEmpty()) {
                frame.subjects.add(top.before.get(top.before.size() - 1));
            }
            set(frame, verb);
            return;
        }
        Frame parent = top;
        if (kind(i - 1) == Unit.Kind.AND && verbIsInfinitive(top)) {
            coordinated(verb);
            return;
        }
        boolean control = language.is(parent.lemma(), VerbClass.ASK) && !parent.objects.isEmpty();
        boolean complement = control
                || kind(i - 1) == Unit.Kind.VERB
                || !parent.comma
                        && parent.objects.isEmpty()
                        && language.is(parent.lemma(), VerbClass.COMMIT)
                        && kind(i - 1) == Unit.Kind.GROUP
                        && !ahead.groupOf(i - 1).isFree();
        Frame frame = open(complement ? Link.COMPLEMENT : Link.INFINITIVE, parent, parent);
        frame.shared = true;
        Group object = control ? parent.objects.get(parent.objects.size() - 1) : null;
        frame.subjects = new ArrayList<>(object == null ? parent.subjects : ahead.chain(object, groups));
        set(frame, verb);
    }

    private static boolean verbIsInfinitive(Frame frame) {
        VerbGroup verb = frame.verb;
        return verb != null && verb.infinitive;
    }

    private void participle(VerbGroup verb, int i) {
        boolean past = !verb.gerund;
        if (kind(i - 1) == Unit.Kind.AND && top.hasVerb()) {
            VerbGroup other = top.verb;
            if (other != null && (other.gerund == verb.gerund || past && other.passive)) {
                coordinated(verb);
                top.passive = past;
                return;
            }
        }
        Group noun = kind(i - 1) == Unit.Kind.GROUP
                ? ahead.groupOf(i - 1)
                : kind(i - 1) == Unit.Kind.COMMA ? ahead.groupBefore(i) : null;
        if (!top.hasVerb()
                && top.link == Link.ROOT
                && noun != null
                && !top.before.isEmpty()
                && !ahead.finite(i)
                && kind(i - 1) == Unit.Kind.GROUP) {
            verb.finite = true;
            ownSubject(verb, i);
            top.passive = past;
            return;
        }
        Frame parent = top;
        if (!past && kind(i - 1) == Unit.Kind.COMMA) {
            while (parent.link == Link.PARTICIPLE && parent.outer != null && parent.outer.hasVerb()) {
                parent = parent.outer;
            }
        }
        Link link = kind(i - 1) == Unit.Kind.VERB && !past ? Link.COMPLEMENT : Link.PARTICIPLE;
        Frame frame = open(link, parent, parent);
        boolean ofNoun = noun != null && (past || kind(i - 1) == Unit.Kind.GROUP);
        if (ofNoun) {
            frame.subjects.add(noun);
            frame.antecedent = noun;
        } else {
            frame.shared = true;
            frame.subjects = new ArrayList<>(parent.hasVerb() ? parent.subjects : parent.before);
            frame.orphan = !parent.hasVerb() && parent.before.isEmpty();
        }
        set(frame, verb);
        frame.passive = past;
    }

    // subordinate clauses

    private void subordinate(int i) {
        String role = atoms.lemma[units.get(i).atom()];
        late = null;
        Frame parent = top;
        if (role.equals("that") && kind(i - 1) == Unit.Kind.GROUP && !(parent.hasVerb() && takesClause(parent))) {
            relative(i);
            return;
        }
        if (kind(i - 1) == Unit.Kind.AND
                && role.equals("that")
                && parent.link == Link.COMPLEMENT
                && parent.parent != null) {
            parent = parent.parent;
        }
        Link link = role.equals("condition")
                ? Link.CONDITION
                : role.equals("that") && parent.hasVerb() ? Link.COMPLEMENT : Link.ADVERBIAL;
        Frame frame = open(link, parent, parent);
        frame.orphan = !parent.hasVerb() && parent.before.isEmpty();
        top = frame;
    }

    private void relative(int i) {
        Group described = ahead.described(i);
        late = null;
        Frame frame = open(described == null ? Link.COMPLEMENT : Link.RELATIVE, top, top);
        frame.orphan = !top.hasVerb() && top.before.isEmpty();
        frame.antecedent = described;
        top = frame;
    }

    private void stop(int i) {
        char sign = atoms.tokens
                .text()
                .charAt(atoms.tokens.start(atoms.start[units.get(i).atom()]));
        if (sign == '(' || sign == '[') {
            bracket = top;
            top = open(Link.ROOT, null, null);
            late = null;
            return;
        }
        Frame saved = bracket;
        if ((sign == ')' || sign == ']') && saved != null) {
            top = saved;
            bracket = null;
            late = null;
            return;
        }
        late = null;
        Frame root = root(top);
        if (sign == ':'
                && !root.hasVerb()
                && root.before.size() == 1
                && atoms.actor[root.before.get(0).head] != null
                && i + 1 < units.size()) {
            root.subjects.addAll(root.before);
            attribution = root;
        }
        top = open(Link.ROOT, null, null);
    }

    @Nullable
    Frame attribution() {
        return attribution;
    }
}
