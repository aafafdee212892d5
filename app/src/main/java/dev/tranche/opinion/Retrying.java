package dev.tranche.opinion;

import java.time.Duration;

/** Asks again, after longer and longer waits, while a failure may pass. */
final class Retrying implements Chat {

    /** How often a question is asked at most. */
    static final int TRIES = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int LONGER = 4;

    private final Chat chat;
    private final Waiting waiting;

    /** Waits. */
    @FunctionalInterface
    interface Waiting {

        /** Comes back after a time. */
        void wait(Duration time) throws InterruptedException;
    }

    Retrying(Chat chat, Waiting waiting) {
        this.chat = chat;
        this.waiting = waiting;
    }

    @Override
    public String ask(String request) throws ChatException, InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int tried = 1; ; tried++) {
            try {
                return chat.ask(request);
            } catch (ChatException failed) {
                if (!failed.mayPass()) {
                    throw failed;
                }
                if (tried == TRIES) {
                    throw new ChatException(failed.getMessage() + ", after " + TRIES + " tries", true);
                }
                waiting.wait(wait);
                wait = wait.multipliedBy(LONGER);
            }
        }
    }
}
