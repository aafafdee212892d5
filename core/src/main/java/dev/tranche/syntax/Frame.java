package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause during the analysis of a sentence. */
final class Frame {

    final Link link;

    @Nullable
    Frame parent;
    /** The frame to return to when this one ends. */
    final @Nullable Frame outer;

    @Nullable
    VerbGroup verb;
    /** Free groups before the verb. */
    final List<Group> before = new ArrayList<>();

    List<Group> subjects = new ArrayList<>();
    final List<Group> objects = new ArrayList<>();
    final List<Group> obliques = new ArrayList<>();
    final List<Group> agents = new ArrayList<>();
    /** Is it a subordinate clause whose main clause is still to come? */
    boolean orphan;

    boolean shared;
    /** The group that a relative clause describes. */
    @Nullable
    Group antecedent;

    /** The atom that says how the group described takes part: "the state to which", "where"; -1 if it is an argument. */
    int role = -1;

    /** May the group described be the object: "the aid (that) Congress approved"? */
    boolean gap;

    @Nullable
    Frame speech;
    /** Has there been a comma since the verb? */
    boolean comma;

    boolean negative;
    boolean passive;
    Link actual;
    Modality modality = Modality.REAL;
    int start = Integer.MAX_VALUE;
    int end;
    int index = -1;

    Frame(Link link, @Nullable Frame parent, @Nullable Frame outer) {
        this.link = link;
        this.actual = link;
        this.parent = parent;
        this.outer = outer;
    }

    void cover(int from, int to) {
        start = Math.min(start, from);
        end = Math.max(end, to);
    }

    String lemma() {
        VerbGroup group = verb;
        return group == null ? "" : group.lemma;
    }

    boolean hasVerb() {
        return verb != null;
    }
}
