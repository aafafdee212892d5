package dev.tranche.opinion;

/** A question got no answer; the message is half a sentence for people. */
final class ChatException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /**
     * Builds it.
     *
     * @param mayPass whether the same question could be answered a little later
     */
    ChatException(String message, boolean mayPass) {
        super(message);
        this.mayPass = mayPass;
    }

    /** Could the same question get an answer a little later? */
    boolean mayPass() {
        return mayPass;
    }
}
