package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state while the clauses of a sentence are built from left to right. */
final class Walk {

    final Atoms atoms;
    final Language language;
    final List<Unit> units;
    final List<Group> groups;
    final List<Frame> frames = new ArrayList<>();
    final Lookahead ahead;
    /** The clause that words currently belong to. */
    Frame top;
    /** A free group after a comma: an apposition, or the subject of the next verb. */
    @Nullable
    Group late;
    /** The clause to return to when a bracket closes. */
    @Nullable
    Frame bracket;
    /** Who reports the whole sentence: "according to X", "X:". */
    @Nullable
    Frame attribution;
    /** A clause such as ", said X", whose subject follows. */
    @Nullable
    Frame inverted;
    /** A clause such as "there is", whose subject follows. */
    @Nullable
    Frame there;

    Walk(Atoms atoms, Chunker chunker) {
        this.atoms = atoms;
        this.language = atoms.language;
        this.groups = chunker.groups;
        this.units = chunker.units.stream()
                .filter(unit -> !unit.is(Unit.Kind.OTHER) && !unit.is(Unit.Kind.PREP))
                .toList();
        this.ahead = new Lookahead(atoms, units);
        this.top = open(Link.ROOT, null, null);
    }

    Frame open(Link link, @Nullable Frame parent, @Nullable Frame outer) {
        Frame frame = new Frame(link, parent, outer);
        frames.add(frame);
        return frame;
    }

    Unit.Kind kind(int i) {
        return i < 0 || i >= units.size() ? Unit.Kind.STOP : units.get(i).kind();
    }

    boolean takesClause(Frame frame) {
        return language.is(frame.lemma(), VerbClass.SPEECH) || language.is(frame.lemma(), VerbClass.THOUGHT);
    }

    /** The nearest frame still without its verb. */
    @Nullable
    Frame pending() {
        for (Frame frame = top; frame != null; frame = frame.outer) {
            if (!frame.hasVerb() && !frame.before.isEmpty()) {
                return frame;
            }
        }
        return null;
    }

    void set(Frame frame, VerbGroup verb) {
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
    void adopt(Frame frame) {
        for (Frame other : frames) {
            if (other.orphan && other != frame) {
                other.orphan = false;
                other.parent = frame;
            }
        }
    }

    static Frame root(Frame frame) {
        Frame root = frame;
        while (root.outer != null) {
            root = root.outer;
        }
        return root;
    }
}
