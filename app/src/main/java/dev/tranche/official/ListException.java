package dev.tranche.official;

import java.util.List;

/** A list that cannot be added, with a sentence for each thing that is wrong: file, line, column and what to do. */
public final class ListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Builds it of at least one problem. */
    public ListException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
