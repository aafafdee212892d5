package dev.tranche.ingest;

import dev.tranche.ingest.apart.ApartSource;
import dev.tranche.ingest.archive.CompressedSource;
import dev.tranche.ingest.archive.SevenZipSource;
import dev.tranche.ingest.archive.TarSource;
import dev.tranche.ingest.archive.WarcSource;
import dev.tranche.ingest.archive.ZipSource;
import dev.tranche.ingest.feed.FeedSource;
import dev.tranche.ingest.feed.JsonSource;
import dev.tranche.ingest.feed.OpmlSource;
import dev.tranche.ingest.mail.MailSource;
import dev.tranche.ingest.mail.MailboxSource;
import dev.tranche.ingest.page.PageSource;
import dev.tranche.ingest.paper.CompoundSource;
import dev.tranche.ingest.table.TableSource;
import dev.tranche.ingest.wire.WireSource;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input of any known format; the entry point of this module.
 *
 * <p>The format of an input is recognised from its first bytes. Never throws because of its content: what is not a
 * report is refused by name.
 */
public final class Ingest {

    /** How many archives and emails a report may be nested in. */
    public static final int DEEPEST = 8;

    private static final int START_BYTES = 8192;

    /** A licence in a comment, or blank lines, may precede a page or feed. */
    private static final int LONGEST_START_BYTES = 1 << 20;

    private Ingest() {}

    /** Returns all that an input yields. Only for inputs that fit in memory. */
    public static List<Incoming> readAll(String name, byte[] bytes) {
        List<Incoming> all = new ArrayList<>();
        read(Content.of(name, bytes), all::add);
        return all;
    }

    /** Reads an input to its end; a failure of the stream is a refusal of code {@link ProblemCode#UNREADABLE}. */
    public static void read(String name, InputStream bytes, Sink sink) {
        read(Content.of(name, bytes), sink);
    }

    /** Reads an input to its end. */
    public static void read(Content content, Sink sink) {
        read(content, Optional.empty(), Optional.empty(), sink);
    }

    /** Reads an input of a known format with a specific source. */
    public static void read(Content content, Format format, Source source, Sink sink) {
        read(content, Optional.of(format), Optional.of(source), sink);
    }

    @SuppressWarnings("ReferenceEquality") // The very exception that the receiver threw, not one like it.
    private static void read(Content content, Optional<Format> known, Optional<Source> own, Sink sink) {
        Counted counted = new Counted(addressed(content, sink));
        try {
            if (content.depth() > DEEPEST) {
                sink.refuse(
                        content.name(),
                        ProblemCode.TOO_LARGE,
                        "It is nested in more than " + DEEPEST + " archives or emails; not read.");
                return;
            }
            Content whole = content.buffered();
            byte[] start = start(whole);
            if (start.length == 0) {
                sink.refuse(content.name(), ProblemCode.EMPTY, "The input is empty.");
                return;
            }
            Format format = known.orElseGet(() -> Format.detect(start, content.name()));
            counted.format = bare(format == Format.OTHER ? Format.describe(start) : format.description());
            own.orElseGet(() -> source(format)).read(whole, counted);
            if (counted.count == 0) {
                sink.refuse(content.name(), ProblemCode.EMPTY, "It contains no report.");
            }
        } catch (Guard.Bomb bomb) {
            sink.refuse(content.name(), ProblemCode.TOO_LARGE, "Reading broke off: " + bomb.getMessage() + ".");
        } catch (IOException broken) {
            sink.refuse(content.name(), ProblemCode.UNREADABLE, "Reading broke off: " + reason(broken) + ".");
        } catch (RuntimeException bug) {
            // From a library or a source here: it must not affect the other inputs. What the receiver of the
            // reports throws is not about this input.
            if (bug == counted.thrown) {
                throw bug;
            }
            sink.refuse(content.name(), ProblemCode.UNREADABLE, "Reading broke off because of a bug: " + bug + ".");
        } catch (OutOfMemoryError large) {
            // What it was unpacked into is released by now; a hostile file must not cost the inputs beside it.
            sink.refuse(content.name(), ProblemCode.TOO_LARGE, "It needs more memory than is available; not read.");
        } catch (StackOverflowError deep) {
            sink.refuse(content.name(), ProblemCode.TOO_LARGE, "It is nested too deeply; not read.");
        }
    }

    private static byte[] start(Content whole) throws IOException {
        byte[] start = whole.peek(START_BYTES);
        return start.length == START_BYTES && Format.isUndecided(start) ? whole.peek(LONGEST_START_BYTES) : start;
    }

    private static String bare(String description) {
        return description.replaceFirst("^an? ", "");
    }

    /** Reports of inputs that the user did not vouch for say where they came from. */
    private static Sink addressed(Content content, Sink sink) {
        if (content.address().isEmpty() && content.sender() instanceof Content.Sender.User) {
            return sink;
        }
        return incoming -> {
            if (!(incoming instanceof Incoming.Report report)) {
                sink.accept(incoming);
                return;
            }
            Document named = named(content, report.document());
            boolean stated = named.delivery().origin().isPresent();
            Document whole = stated ? named : named.with(content.delivery(named));
            sink.accept(new Incoming.Report(report.place(), whole, report.problems()));
        };
    }

    /** Fetched inputs are named after their full address: its last part, such as index.html, says nothing. */
    private static Document named(Content content, Document document) {
        if (content.address().isEmpty()) {
            return document;
        }
        String address = content.address().get();
        boolean unnamed = document.id().value().equals(content.baseName());
        Document named = unnamed ? document.withId(Content.id(address)) : document;
        return named.address().isPresent()
                ? named
                : named.with(named.outlet(), Optional.of(address), named.published(), named.language());
    }

    /** Returns the format of an input in memory. */
    public static Format format(byte[] bytes, String name) {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, START_BYTES));
        boolean more = bytes.length > START_BYTES && Format.isUndecided(start);
        return Format.detect(more ? Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_START_BYTES)) : start, name);
    }

    /** Returns the source of a format. */
    static Source source(Format format) {
        return switch (format) {
            case HTML -> new PageSource();
            case FEED -> new FeedSource();
            case JSON -> new JsonSource();
            case OPML -> new OpmlSource();
            case NEWSML -> new WireSource();
            case TABLE -> new TableSource();
            case MAIL -> new MailSource();
            case MAILBOX -> new MailboxSource();
            case WARC -> new WarcSource();
            case PDF, RTF -> new ApartSource(format);
            case COMPOUND -> new CompoundSource();
            case ZIP -> new ZipSource();
            case TAR -> new TarSource();
            case SEVEN_ZIP -> new SevenZipSource();
            case GZIP, BZIP2, XZ -> new CompressedSource(format);
            case JSON_LINES -> (content, sink) -> plain(content, incoming -> sink.accept(FieldText.rendered(incoming)));
            case TEXT, XML, OTHER -> Ingest::plain;
        };
    }

    private static void plain(Content content, Sink sink) {
        ReportReader reader = ReportReader.of(content.name(), content.bytes());
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            sink.accept(next.get());
        }
    }

    private static String reason(IOException broken) {
        String message = broken.getMessage();
        return message == null
                ? broken.getClass().getSimpleName()
                : message.strip().replaceFirst("\\.$", "");
    }

    private static final class Counted implements Sink {
        private final Sink sink;
        private String format = "";
        private int count;
        private @Nullable RuntimeException thrown;

        Counted(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(Incoming incoming) {
            count++;
            try {
                sink.accept(incoming instanceof Incoming.Refused refused ? named(refused) : incoming);
            } catch (RuntimeException failed) {
                thrown = failed;
                throw failed;
            }
        }

        /** Inputs that are not read state their format in one word. */
        private Incoming named(Incoming.Refused refused) {
            Problem problem = refused.problem();
            boolean bare =
                    problem.code() == ProblemCode.NOT_READ && problem.subject().isEmpty();
            return bare && !format.isEmpty()
                    ? new Incoming.Refused(
                            refused.place(),
                            Problem.about(ProblemCode.NOT_READ, format, problem.message()),
                            refused.recall())
                    : refused;
        }
    }
}
