package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Determines polarity, modality and the reporting clause, and writes the clauses. */
final class ClauseWriter {

    private final Atoms atoms;
    private final Language language;
    private final Walk walk;

    ClauseWriter(Atoms atoms, Walk walk) {
        this.atoms = atoms;
        this.language = atoms.language;
        this.walk = walk;
    }

    List<Clause> write() {
        List<Frame> frames = walk.frames.stream()
                .filter(frame ->
                        frame.hasVerb() || !frame.before.isEmpty() || frame.parent == null && !frame.obliques.isEmpty())
                .sorted(Comparator.comparingInt(ClauseWriter::place))
                .toList();
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).index = i;
        }
        frames.forEach(this::settleParent);
        for (Frame frame : walk.frames) {
            if (frame.index >= 0) {
                settle(frame, 0);
            }
        }
        for (Frame frame : frames) {
            if (frame.actual == Link.CONDITION && frame.parent != null) {
                Frame main = frame.parent;
                boolean told = main.verb != null && main.verb.tense == Tense.PRESENT && !infinitive(main);
                if (main.modality == Modality.REAL && !told || main.modality == Modality.FUTURE) {
                    main.modality = Modality.CONDITIONAL;
                }
            }
        }
        for (int i = frames.size() - 1; i >= 0; i--) {
            widen(frames.get(i));
        }
        List<Clause> clauses = new ArrayList<>();
        frames.forEach(frame -> clauses.add(clause(frame)));
        return clauses;
    }

    private static int place(Frame frame) {
        VerbGroup verb = frame.verb;
        return verb == null ? frame.start == Integer.MAX_VALUE ? frame.end : frame.start : verb.main;
    }

    private void settleParent(Frame frame) {
        Frame parent = frame.parent;
        int steps = 0;
        while (parent != null && parent.index < 0 && steps++ < 50) {
            parent = parent.parent;
        }
        frame.parent = parent == frame ? null : parent;
        if (frame.parent == null && frame.actual != Link.CONDITION) {
            frame.actual = Link.ROOT;
        }
    }

    private final List<Frame> settled = new ArrayList<>();

    private void settle(Frame frame, int depth) {
        if (settled.contains(frame) || depth > 50) {
            return;
        }
        settled.add(frame);
        Frame parent = frame.parent;
        if (parent != null) {
            settle(parent, depth + 1);
        }
        VerbGroup verb = frame.verb;
        if (verb != null) {
            frame.negative |= verb.negative;
            frame.modality = verb.modality;
        }
        Frame source = walk.attribution;
        if (parent == null) {
            if (source != null && source != frame && source.index >= 0 && frame.speech == null) {
                frame.speech = source;
            }
        } else {
            inherit(frame, parent);
        }
        if (frame.actual == Link.CONDITION) {
            frame.modality = Modality.CONDITIONAL;
        }
    }

    private void inherit(Frame frame, Frame parent) {
        if (frame.speech == null) {
            boolean reported = frame.actual == Link.COMPLEMENT
                    && language.is(parent.lemma(), VerbClass.SPEECH)
                    && !infinitive(frame);
            frame.speech = reported ? parent : parent.speech;
        }
        if (frame.actual != Link.COMPLEMENT) {
            boolean follows = frame.actual == Link.INFINITIVE || frame.actual == Link.COORDINATED && infinitive(frame);
            if (follows && frame.modality == Modality.REAL && parent.modality != Modality.REAL) {
                frame.modality = parent.modality;
            }
            if (frame.actual == Link.COORDINATED && frame.shared && infinitive(frame)) {
                frame.negative |= parent.negative;
            }
            return;
        }
        String lemma = parent.lemma();
        if (language.is(lemma, VerbClass.REFUSE)) {
            frame.negative = parent.negative ? frame.negative : !frame.negative;
            if (parent.negative && frame.modality == Modality.REAL) {
                frame.modality = Modality.POSSIBLE;
            }
        } else if (parent.negative && (infinitive(frame) || frame.shared)) {
            frame.negative = true;
        }
        if (frame.modality != Modality.REAL) {
            return;
        }
        if (parent.modality != Modality.REAL && (infinitive(frame) || parent.modality == Modality.CONDITIONAL)) {
            frame.modality = parent.modality;
        }
        if (infinitive(frame) && frame.modality != Modality.CONDITIONAL) {
            if (language.is(lemma, VerbClass.NECESSARY) || language.is(lemma, VerbClass.WISH)) {
                frame.modality = Modality.NECESSARY;
            } else if (language.is(lemma, VerbClass.PLAN)) {
                frame.modality = Modality.FUTURE;
            }
        }
    }

    private static boolean infinitive(Frame frame) {
        VerbGroup verb = frame.verb;
        return verb != null && verb.infinitive;
    }

    private static void widen(Frame frame) {
        Frame parent = frame.parent;
        for (int steps = 0; parent != null && steps < 50; steps++) {
            if (frame.actual != Link.COORDINATED) {
                parent.cover(frame.start, frame.end);
            }
            parent = parent.parent;
        }
    }

    private Clause clause(Frame frame) {
        VerbGroup verb = frame.verb;
        int start = atoms.start[Math.min(frame.start, atoms.size - 1)];
        int end = atoms.end[Math.max(frame.end, 1) - 1];
        boolean verbless = verb == null;
        List<Group> subjects = verbless ? frame.before : frame.subjects;
        Group gap = gap(frame);
        List<Group> objects = frame.objects;
        if (gap != null) {
            objects = new ArrayList<>(List.of(gap));
            objects.addAll(frame.objects);
        }
        return new Clause(
                frame.index,
                Math.min(start, end - 1),
                end,
                verb == null ? -1 : atoms.start[verb.main],
                verb == null ? start : atoms.start[verb.start],
                verb == null ? start : atoms.end[verb.end - 1],
                frame.lemma(),
                indices(subjects),
                indices(objects),
                obliques(frame),
                indices(frame.agents),
                index(frame.parent),
                frame.actual,
                frame.negative,
                frame.modality,
                verb == null ? Tense.PRESENT : verb.tense,
                frame.passive,
                frame.shared,
                index(frame.speech));
    }

    /** The group described, if it is the object of a relative clause with its own subject. */
    private @Nullable Group gap(Frame frame) {
        Group described = frame.antecedent;
        boolean open = frame.gap
                && frame.verb != null
                && frame.actual == Link.RELATIVE
                && !frame.passive
                && (frame.objects.isEmpty() || isGivenTo(frame))
                && !frame.subjects.isEmpty()
                && !frame.lemma().equals("be")
                && !language.is(frame.lemma(), VerbClass.INTRANSITIVE);
        return open && described != null && !frame.subjects.contains(described) ? described : null;
    }

    /** "Which the bank had lent 30 million", "that it owes Norway and its banks": the objects are one coordination. */
    private boolean isGivenTo(Frame frame) {
        return language.is(frame.lemma(), VerbClass.GIVE)
                && frame.objects.stream().skip(1).allMatch(object -> object.coordinated >= 0);
    }

    /** The prepositional groups of a clause, with the group that it describes by "to which" or "where". */
    private List<Oblique> obliques(Frame frame) {
        List<Oblique> all = new ArrayList<>();
        Group described = frame.antecedent;
        // "A loan, of which a third": a sum stays an argument of its own clause.
        if (frame.role >= 0
                && described != null
                && !atoms.sum[described.head]
                && frame.actual == Link.RELATIVE
                && frame.verb != null) {
            all.add(new Oblique(atoms.start[frame.role], described.index));
        }
        frame.obliques.forEach(group -> all.add(oblique(group)));
        return all;
    }

    private Oblique oblique(Group group) {
        Group first = group;
        while (first.preposition < 0 && first.coordinated >= 0) {
            first = walk.groups.get(first.coordinated);
        }
        int preposition = first.preposition < 0 ? first.start : first.preposition;
        return new Oblique(atoms.start[preposition], group.index);
    }

    private static List<Integer> indices(List<Group> groups) {
        return groups.stream().map(group -> group.index).toList();
    }

    private static int index(@Nullable Frame frame) {
        return frame == null ? -1 : frame.index;
    }
}
