package dev.tranche.ingest.apart;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Format;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads PDF, RTF and office documents in a process of their own with limited time and memory: what reads them follows
 * the instructions of whoever wrote them, and cannot be stopped within this process.
 */
public final class ApartSource implements Source {

    private static final Children USUAL = new Children(Children.Limits.USUAL);

    private final Format format;
    private final Children children;

    /** Builds a source of one format: PDF, RTF, or ZIP for office documents and e-books. */
    public ApartSource(Format format) {
        this(format, USUAL);
    }

    ApartSource(Format format, Children children) {
        this.format = format;
        this.children = children;
    }

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "This is " + format.description() + " larger than 64 MiB; not read.");
            return;
        }
        read(content, bytes.get(), sink);
    }

    /** Reads a document whose bytes are here already. */
    public void read(Content content, byte[] bytes, Sink sink) {
        Child child;
        try {
            child = children.take();
        } catch (IOException none) {
            sink.refuse(
                    content.name(),
                    ProblemCode.UNREADABLE,
                    "Such documents are read by a process of their own, and it could not be started: "
                            + none.getMessage() + ".");
            return;
        }
        try {
            Task task = new Task(format, content.name(), content.options().columns(), bytes);
            child.read(task, children.limits(), sink);
        } catch (Child.Ended ended) {
            ProblemCode code =
                    ended.outcome() == Stopwatch.Outcome.IN_TIME ? ProblemCode.UNREADABLE : ProblemCode.TOO_LARGE;
            sink.refuse(content.name(), code, why(ended.outcome()) + "; not read, or not to its end.");
        } finally {
            children.give(child);
        }
    }

    private String why(Stopwatch.Outcome outcome) {
        Children.Limits limits = children.limits();
        return switch (outcome) {
            case IN_TIME -> "The process that read it ended early";
            case COMPUTED -> "Reading it takes more than " + seconds(limits.time()) + " of processor time";
            case WAITED -> "Reading it takes more than " + seconds(limits.patience());
        };
    }

    private static String seconds(Duration time) {
        long count = time.toSeconds();
        return count + (count == 1 ? " second" : " seconds");
    }
}
