package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens clauses for infinitives, participles and -ing forms. */
final class BareVerbs {

    private static final long FOR = Language.hash("for");
    private static final long WITH = Language.hash("with");

    private final Walk walk;
    private final FiniteVerbs finite;

    BareVerbs(Walk walk, FiniteVerbs finite) {
        this.walk = walk;
        this.finite = finite;
    }

    void gerund(VerbGroup verb, int i) {
        Frame parent = walk.top;
        boolean noun = walk.kind(i - 1) == Unit.Kind.GROUP;
        Group judged = noun ? judged(parent, walk.ahead.groupOf(i - 1)) : null;
        boolean prevented = judged != null && walk.language.is(parent.lemma(), VerbClass.REFUSE);
        Link link = prevented ? Link.COMPLEMENT : noun ? Link.PARTICIPLE : Link.ADVERBIAL;
        Frame frame = walk.open(link, parent, parent);
        frame.orphan = !parent.hasVerb() && parent.before.isEmpty();
        frame.shared = judged == null;
        frame.subjects = judged == null ? new ArrayList<>(parent.subjects) : walk.ahead.chain(judged, walk.groups);
        frame.negative = walk.atoms.lemma[verb.preposition].equals("instead");
        frame.cover(verb.preposition, verb.end);
        walk.set(frame, verb);
    }

    void infinitive(VerbGroup verb, int i) {
        walk.late = null;
        if (!walk.top.hasVerb()) {
            if (!walk.top.before.isEmpty() && walk.top.link != Link.RELATIVE && !walk.ahead.finiteOrPast(i)) {
                verb.finite = true;
                verb.modality = verb.modality == Modality.REAL ? Modality.FUTURE : verb.modality;
                finite.ownSubject(verb, i);
                return;
            }
            Frame frame = walk.open(Link.INFINITIVE, walk.top, walk.top);
            frame.orphan = walk.top.before.isEmpty();
            if (verb.passive && !walk.top.before.isEmpty()) {
                frame.subjects.add(walk.top.before.get(walk.top.before.size() - 1));
            }
            walk.set(frame, verb);
            return;
        }
        Frame parent = walk.top;
        if (walk.kind(i - 1) == Unit.Kind.AND && verbIsInfinitive(walk.top)) {
            finite.coordinated(verb);
            return;
        }
        boolean control = walk.language.is(parent.lemma(), VerbClass.ASK) && !parent.objects.isEmpty();
        boolean complement = control
                || walk.kind(i - 1) == Unit.Kind.VERB
                || !parent.comma
                        && parent.objects.isEmpty()
                        && walk.language.is(parent.lemma(), VerbClass.COMMIT)
                        && walk.kind(i - 1) == Unit.Kind.GROUP
                        && !walk.ahead.groupOf(i - 1).isFree();
        Frame frame = walk.open(complement ? Link.COMPLEMENT : Link.INFINITIVE, parent, parent);
        frame.shared = true;
        Group agent = walk.kind(i - 1) == Unit.Kind.GROUP ? forSubject(walk.ahead.groupOf(i - 1)) : null;
        if (agent != null && !complement) {
            frame.shared = false;
            frame.subjects = walk.ahead.chain(agent, walk.groups);
            walk.set(frame, verb);
            return;
        }
        if (verb.modality == Modality.REAL && isPending(i - 1)) {
            verb.modality = Modality.NECESSARY;
        }
        Group object = control ? parent.objects.get(parent.objects.size() - 1) : null;
        frame.subjects = new ArrayList<>(object == null ? parent.subjects : walk.ahead.chain(object, walk.groups));
        walk.set(frame, verb);
    }

    /** "Faces pressure to pass": what a noun says is still to be done. */
    private boolean isPending(int i) {
        return walk.kind(i) == Unit.Kind.GROUP
                && walk.language.is(walk.atoms.lemmaAs(walk.ahead.groupOf(i).head, WordClass.BASE), VerbClass.PENDING);
    }

    /** "Clears the way for Togo to borrow": the subject of an infinitive, or null. */
    private @Nullable Group forSubject(Group group) {
        boolean named = group.preposition >= 0
                && !walk.atoms.sum[group.head]
                && walk.atoms.tokens.hash(walk.atoms.start[group.preposition]) == FOR;
        return named ? group : null;
    }

    /** "With Georgia and Chad promising", "from Denmark and Norway contributing": all who are listed act. */
    private List<Group> actors(Group last) {
        List<Group> chain = walk.ahead.chain(last, walk.groups);
        int preposition = chain.getFirst().preposition;
        boolean with = preposition >= 0 && walk.atoms.tokens.hash(walk.atoms.start[preposition]) == WITH;
        boolean actors = chain.stream().allMatch(group -> walk.atoms.actor[group.head] != null);
        return with || actors ? chain : List.of(last);
    }

    /** "Thanked Norway for giving", "accused Norway of giving": the object of the verb did what follows. */
    private @Nullable Group judged(Frame parent, Group last) {
        boolean judges = walk.language.is(parent.lemma(), VerbClass.JUDGE) && !parent.passive;
        return judges && parent.objects.contains(last) ? last : null;
    }

    private static boolean verbIsInfinitive(Frame frame) {
        VerbGroup verb = frame.verb;
        return verb != null && verb.infinitive;
    }

    void participle(VerbGroup verb, int i) {
        boolean past = !verb.gerund;
        if (verb.start == verb.main) {
            verb.tense = Tense.PARTICIPLE;
        }
        if (walk.kind(i - 1) == Unit.Kind.AND && walk.top.hasVerb()) {
            VerbGroup other = walk.top.verb;
            if (other != null && (other.gerund == verb.gerund || past && other.passive)) {
                finite.coordinated(verb);
                walk.top.passive = past;
                return;
            }
        }
        Group noun = walk.kind(i - 1) == Unit.Kind.GROUP
                ? walk.ahead.groupOf(i - 1)
                : walk.kind(i - 1) == Unit.Kind.COMMA ? walk.ahead.groupBefore(i) : null;
        if (!walk.top.hasVerb()
                && walk.top.link == Link.ROOT
                && noun != null
                && !walk.top.before.isEmpty()
                && !(past ? walk.ahead.finite(i) : walk.ahead.finiteOrPast(i))
                && walk.kind(i - 1) == Unit.Kind.GROUP) {
            verb.finite = true;
            finite.ownSubject(verb, i);
            walk.top.passive = past;
            return;
        }
        Frame parent = walk.top;
        if (!past && walk.kind(i - 1) == Unit.Kind.COMMA) {
            while (parent.link == Link.PARTICIPLE && parent.outer != null && parent.outer.hasVerb()) {
                parent = parent.outer;
            }
        }
        Link link = walk.kind(i - 1) == Unit.Kind.VERB && !past ? Link.COMPLEMENT : Link.PARTICIPLE;
        Frame frame = walk.open(link, parent, parent);
        if (noun != null && (past || walk.kind(i - 1) == Unit.Kind.GROUP)) {
            frame.subjects.addAll(past ? List.of(noun) : actors(noun));
            frame.antecedent = noun;
        } else {
            frame.shared = true;
            frame.subjects = new ArrayList<>(parent.hasVerb() ? parent.subjects : parent.before);
            frame.orphan = !parent.hasVerb() && parent.before.isEmpty();
        }
        walk.set(frame, verb);
        frame.passive = past;
    }
}
