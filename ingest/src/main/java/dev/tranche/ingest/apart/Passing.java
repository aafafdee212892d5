package dev.tranche.ingest.apart;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.text.Block;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Markup;
import dev.tranche.text.Span;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How reports and refusals pass from one process to another: each part in a fixed order, texts unit by unit, so that
 * even unpaired surrogates arrive as they were.
 *
 * <p>Documents that are read apart come from no agency: their deliveries and withdrawals do not pass.
 */
final class Passing {

    /** A report or refusal follows. */
    static final int REPORT = 1;

    static final int REFUSED = 2;

    /** The document has been read, and the process takes the next one. */
    static final int DONE = 3;

    /** The document has been read as far as its memory went; the process ends. */
    static final int SPENT = 4;

    private Passing() {}

    static void write(DataOutputStream out, Incoming incoming) throws IOException {
        switch (incoming) {
            case Incoming.Report report -> {
                out.writeByte(REPORT);
                text(out, report.place());
                document(out, report.document());
                out.writeInt(report.problems().size());
                for (Problem problem : report.problems()) {
                    problem(out, problem);
                }
            }
            case Incoming.Refused refused -> {
                out.writeByte(REFUSED);
                text(out, refused.place());
                problem(out, refused.problem());
            }
        }
    }

    /** Reads what follows its kind. */
    static Incoming read(int kind, DataInputStream in) throws IOException {
        String place = text(in);
        if (kind == REFUSED) {
            return new Incoming.Refused(place, problem(in));
        }
        Document document = document(in);
        int count = in.readInt();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            problems.add(problem(in));
        }
        return new Incoming.Report(place, document, problems);
    }

    private static void document(DataOutputStream out, Document document) throws IOException {
        text(out, document.id().value());
        text(out, document.title());
        text(out, document.body());
        optional(out, document.outlet());
        optional(out, document.address());
        optional(out, document.published());
        optional(out, document.language());
        Markup markup = document.markup();
        out.writeInt(markup.blocks().size());
        for (Block block : markup.blocks()) {
            out.writeByte(block.kind().ordinal());
            span(out, block.span());
        }
        out.writeBoolean(markup.day().isPresent());
        if (markup.day().isPresent()) {
            out.writeLong(markup.day().get().day().toEpochDay());
            text(out, markup.day().get().rule());
            text(out, markup.day().get().written());
        }
        optional(out, markup.author());
        optional(out, markup.agency());
        texts(out, markup.categories());
        texts(out, markup.enclosures());
    }

    private static Document document(DataInputStream in) throws IOException {
        Document bare =
                Document.of(text(in), text(in), text(in)).with(optional(in), optional(in), optional(in), optional(in));
        int count = in.readInt();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(new Block(BlockKind.values()[in.readByte()], span(in)));
        }
        Optional<MarkedDay> day = in.readBoolean()
                ? Optional.of(new MarkedDay(LocalDate.ofEpochDay(in.readLong()), text(in), text(in)))
                : Optional.empty();
        return bare.with(new Markup(blocks, day, optional(in), optional(in), texts(in), texts(in)));
    }

    private static void problem(DataOutputStream out, Problem problem) throws IOException {
        out.writeByte(problem.code().ordinal());
        text(out, problem.message());
        out.writeBoolean(problem.span().isPresent());
        if (problem.span().isPresent()) {
            span(out, problem.span().get());
        }
        optional(out, problem.subject());
    }

    private static Problem problem(DataInputStream in) throws IOException {
        ProblemCode code = ProblemCode.values()[in.readByte()];
        String message = text(in);
        Optional<Span> span = in.readBoolean() ? Optional.of(span(in)) : Optional.empty();
        return new Problem(code, message, span, optional(in));
    }

    private static void span(DataOutputStream out, Span span) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt());
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    static void optional(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            text(out, text.get());
        }
    }

    static Optional<String> optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
    }

    static void text(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }
}
