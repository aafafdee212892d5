package dev.tranche.opinion;

/** Someone who can be asked. */
@FunctionalInterface
interface Chat {

    /**
     * Returns the body of the answer to a request.
     *
     * @throws ChatException if there is none
     */
    String ask(String request) throws ChatException, InterruptedException;
}
