package dev.tranche.api;

import dev.tranche.print.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A decision that an assistant may make for a reviewer. Its words and schemas are in the resource of its name. */
enum DecisionTool {
    /** An entry is right as it is shown. */
    ACCEPT_ENTRY("accept", false),
    /** Cells of an entry have other values. */
    CORRECT_ENTRY("correct", true),
    /** Several entries are one commitment. */
    MERGE_ENTRIES("merge", true),
    /** An entry is not a commitment. */
    REJECT_ENTRY("reject", true),
    /** A task of the desk is put aside, assigned or commented on. */
    NOTE_TASK("note", false),
    /** An earlier decision no longer applies. */
    UNDO_DECISION("undo", true);

    private static final String HEAD = "head";

    private final String action;
    private final boolean changesSums;

    DecisionTool(String action, boolean changesSums) {
        this.action = action;
        this.changesSums = changesSums;
    }

    /** The arguments that it has besides those of every decision. */
    private List<String> own() {
        return switch (this) {
            case ACCEPT_ENTRY, REJECT_ENTRY -> List.of("entry");
            case CORRECT_ENTRY -> List.of("entry", "values");
            case MERGE_ENTRIES -> List.of("entries");
            case NOTE_TASK -> List.of("task", "note", "to");
            case UNDO_DECISION -> List.of("decision");
        };
    }

    /** Returns the name by which it is called. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** May it change what the book adds up to? */
    boolean changesSums() {
        return changesSums;
    }

    /** Is it about entries, which have to be looked at before? */
    private boolean isAboutEntries() {
        return this != UNDO_DECISION && this != NOTE_TASK;
    }

    /**
     * Returns the members of the decision that a call asks for.
     *
     * @throws ApiProblem for arguments that the tool does not have, and for a decision about entries that does not name
     *     the state in which they were looked at
     */
    Map<String, Object> members(Map<String, Object> arguments) {
        List<String> known = new ArrayList<>(own());
        known.add("reason");
        if (isAboutEntries()) {
            known.add(HEAD);
        }
        List<ApiProblem.Field> wrong = arguments.keySet().stream()
                .filter(name -> !known.contains(name))
                .limit(Body.MOST_WRONG)
                .map(name -> unknown(name, known))
                .toList();
        if (!wrong.isEmpty()) {
            throw ApiProblem.wrong(wrong);
        }
        if (isAboutEntries() && arguments.get(HEAD) == null) {
            throw ApiProblem.wrong(
                    HEAD,
                    "is missing. Look at the entry with get_entry first and give the `head` of its answer, so that"
                            + " nobody decides on what they have not seen.");
        }
        Map<String, Object> members = new LinkedHashMap<>(arguments);
        members.put("action", action);
        return members;
    }

    private static ApiProblem.Field unknown(String name, List<String> known) {
        String shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        String hint = Nearest.of(name, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        return new ApiProblem.Field(
                shown, "is not an argument of this tool. Its arguments are " + String.join(", ", known) + "." + hint);
    }
}
