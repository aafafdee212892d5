package dev.tranche.opinion;

/** Somebody to put questions to. */
@FunctionalInterface
interface Chat {

    /**
     * Returns the body of the answer to a request.
     *
     * @throws ChatException when there is none
     */
    String ask(String request) throws ChatException, InterruptedException;
}
