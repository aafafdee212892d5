package dev.tranche.ingest.apart;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.paper.OfficeFile;
import dev.tranche.ingest.paper.PdfSource;
import dev.tranche.ingest.paper.RtfSource;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The process that reads documents for another one: takes them on standard input, one after the other, and passes on
 * standard output what they yield.
 *
 * <p>It ends when the other one ends, or when a document has used up its memory.
 */
public final class ChildMain {

    private static final long LOOK_AT_PARENT_MILLIS = 2000;
    private static final int BUFFER_BYTES = 1 << 16;

    private ChildMain() {}

    /** Reads documents until there are no more. */
    public static void main(String[] arguments) throws IOException {
        run(ChildMain::source);
    }

    /**
     * Reads documents until there are no more.
     *
     * @param readers what reads each of them
     */
    static void run(Function<Task, Source> readers) throws IOException {
        endWithParent();
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES));
        // What a library prints must not get among the answers.
        System.setOut(System.err);
        serve(in, out, readers);
    }

    private static void serve(DataInputStream in, DataOutputStream out, Function<Task, Source> readers)
            throws IOException {
        for (Optional<Task> task = Task.read(in); task.isPresent(); task = Task.read(in)) {
            boolean spent = read(task.get(), readers.apply(task.get()), incoming -> pass(out, incoming));
            out.writeByte(spent ? Passing.SPENT : Passing.DONE);
            out.flush();
            if (spent) {
                return;
            }
        }
    }

    /** Each at once: if the document never ends, what it yielded until then stays. */
    private static void pass(DataOutputStream out, Incoming incoming) {
        try {
            Passing.write(out, incoming);
            out.flush();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** Reads a document; returns whether it took more memory than there is. */
    private static boolean read(Task task, Source source, Sink sink) {
        boolean[] spent = {false};
        Ingest.read(
                task.content(),
                task.format(),
                (content, found) -> {
                    try {
                        source.read(content, found);
                    } catch (NoClassDefFoundError missing) {
                        found.refuse(
                                content.name(),
                                ProblemCode.UNREADABLE,
                                "A part of the program that reads such documents cannot be loaded: "
                                        + String.valueOf(missing.getMessage()).replace('/', '.') + ".");
                    } catch (OutOfMemoryError large) {
                        spent[0] = true;
                        throw large;
                    }
                },
                sink);
        return spent[0];
    }

    private static Source source(Task task) {
        return switch (task.format()) {
            case PDF -> new PdfSource();
            case RTF -> new RtfSource();
            case ZIP ->
                (Content content, Sink sink) -> {
                    Optional<OfficeFile> file = OfficeFile.open(task.bytes());
                    if (file.isPresent()) {
                        file.get().read(content, sink);
                    }
                };
            default -> throw new IllegalArgumentException("not read apart: " + task.format());
        };
    }

    /** A document that takes too long is ended from outside; if nobody is there to do so, the process ends itself. */
    private static void endWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            while (parent.filter(ProcessHandle::isAlive).isPresent()) {
                try {
                    Thread.sleep(LOOK_AT_PARENT_MILLIS);
                } catch (InterruptedException never) {
                    break;
                }
            }
            Runtime.getRuntime().halt(1);
        });
    }
}
