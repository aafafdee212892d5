package dev.tranche.ingest.apart;

import dev.tranche.ingest.Sink;
import dev.tranche.source.Incoming;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** A process that reads documents, seen from the one that started it. Used by one thread at a time. */
final class Child implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Process process;
    private final DataOutputStream tasks;
    private final DataInputStream answers;
    private boolean usable = true;

    private Child(Process process) {
        this.process = process;
        this.tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
    }

    /** The process ended before the document was read. */
    static final class Ended extends IOException {
        private final Stopwatch.Outcome outcome;

        Ended(Stopwatch.Outcome outcome, IOException cause) {
            super(cause);
            this.outcome = outcome;
        }

        /** Returns whether it was ended because the document took too long. */
        Stopwatch.Outcome outcome() {
            return outcome;
        }
    }

    /**
     * Starts a process.
     *
     * @throws IOException if this machine does not start one
     */
    static Child start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Options for the Java of the user could lift the limits of this one.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new Child(builder.start());
    }

    /**
     * Has a document read.
     *
     * @param limits how long the process may take
     * @throws Ended if the process ended early; what was passed on until then stays
     */
    void read(Task task, Children.Limits limits, Sink sink) throws Ended {
        usable = false;
        try (Stopwatch stopwatch = new Stopwatch(process, limits)) {
            usable = read(task, stopwatch, sink);
        }
    }

    private boolean read(Task task, Stopwatch stopwatch, Sink sink) throws Ended {
        try {
            task.write(tasks);
            int kind = answers.readUnsignedByte();
            while (kind == Passing.REPORT || kind == Passing.REFUSED) {
                Incoming next = Passing.read(kind, answers);
                stopwatch.pause(true);
                // What the receiver throws passes, and this process is not used again.
                sink.accept(next);
                stopwatch.pause(false);
                kind = answers.readUnsignedByte();
            }
            if (kind != Passing.DONE && kind != Passing.SPENT) {
                throw new IOException("the answer is not one: " + kind);
            }
            return kind == Passing.DONE;
        } catch (IOException broken) {
            throw new Ended(stopwatch.outcome(), broken);
        }
    }

    /** Can it read another document? */
    boolean isUsable() {
        return usable && process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
