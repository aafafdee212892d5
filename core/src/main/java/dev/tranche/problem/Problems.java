package dev.tranche.problem;

import java.util.ArrayList;
import java.util.List;

/** A bounded list of problems that is being filled; not safe for several threads. */
public final class Problems {

    /** The most problems kept for one report; the last one kept then says so. */
    public static final int LIMIT = 100;

    private final List<Problem> list = new ArrayList<>();

    /** Starts empty. */
    public Problems() {}

    /** Adds a problem, or nothing when the limit is reached. */
    public void add(Problem problem) {
        if (list.size() < LIMIT - 1) {
            list.add(problem);
            return;
        }
        if (list.size() == LIMIT - 1) {
            list.add(Problem.of(
                    ProblemCode.TOO_MANY, "More than " + (LIMIT - 1) + " problems; the rest is not listed."));
        }
    }

    /** Returns what was added so far, in order. */
    public List<Problem> toList() {
        return List.copyOf(list);
    }
}
