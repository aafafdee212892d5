package dev.tranche.cli;

/** A command cannot continue; the message is a sentence for the user. */
public final class CommandException extends RuntimeException {

    /** Exit status for failures outside the program. */
    public static final int OUTSIDE = 1;

    /** Exit status for wrong usage. */
    public static final int USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final int status;

    private CommandException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Builds the end of a command because disk, network or all inputs failed. */
    public static CommandException outside(String message) {
        return new CommandException(OUTSIDE, message);
    }

    /** Builds the end of a command because it was called wrongly. */
    public static CommandException usage(String message) {
        return new CommandException(USAGE, message);
    }

    /** Returns the exit status. */
    public int status() {
        return status;
    }
}
