package dev.tranche.export;

import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A book of the samples and of reports that try to break what reads the exports. */
final class SampleBook {

    static final Instant MADE = Instant.parse("2026-02-03T04:05:06Z");

    /** Words that spreadsheets would run, that XML cannot hold, that run from right to left, that lie outside the BMP. */
    static final String HOSTILE_TITLE = "=HYPERLINK(\"http://evil.example\";\"ledger\")";

    static final String HOSTILE_ID = "@SUM(1+9)*cmd|' /C calc'!A0";

    private static final BookView VIEW = view();

    private SampleBook() {}

    private static BookView view() {
        GrowingBook growing =
                new GrowingBook(new BookSettings(OfficialRecord.shipped(), true), Lexicon.standard()::nameOf);
        long number = 0;
        for (Document document : documents()) {
            growing.add(++number, new JournalEntry.Read(Extractor.standard().extract(document)));
        }
        return growing.view();
    }

    private static List<Document> documents() {
        List<Document> documents = new ArrayList<>(hostile());
        try (Stream<Path> files = Files.list(Repository.corpus("samples"))) {
            for (Path file :
                    files.filter(each -> !each.endsWith("README.md")).sorted().toList()) {
                for (Incoming incoming :
                        ReportReader.readAll(String.valueOf(file.getFileName()), Files.readAllBytes(file))) {
                    if (incoming instanceof Incoming.Report report) {
                        documents.add(report.document());
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return documents;
    }

    private static List<Document> hostile() {
        String body =
                "-2+3 is how it begins. Norway announced 321 million kroner in humanitarian aid for Moldova on 3 March"
                        + " 2023,\u0001\u0008\u000B the ministry said \uD83D\uDE80 \u202E\u05D0\u05D1 <b>&amp;</b> ]]>"
                        + " _x000D_ \uD800.\n\n"
                        + "Foreign Minister Jonas Gahr visited Chisinau on 4 March 2023.";
        String endless = "Sweden announced $77 million in military aid for Ukraine on 5 April 2023. "
                + "word ".repeat(20_000) + "\n\nIt said: \"+1-800 is no number\".";
        return List.of(
                Document.of(HOSTILE_ID, HOSTILE_TITLE, body)
                        .with(
                                Optional.of("+outlet\twith a tab"),
                                Optional.of("javascript:alert(1)//<>&\"'"),
                                Optional.of("2023-03-03"),
                                Optional.of("en")),
                Document.of("endless", "T".repeat(40_000), endless)
                        .with(
                                Optional.of("The \uD83D\uDE80 Post"),
                                Optional.of("https://post.example/a?b=1&c=2"),
                                Optional.of("2023-04-05"),
                                Optional.empty()));
    }

    static BookView book() {
        return VIEW;
    }

    /** Returns the export of everything. */
    static BookExport whole() {
        return of(Selected.NOTHING
                .withEntries(VIEW.ledger().entries(), true, Commitment::counted)
                .withEncounters(VIEW.timeline().timeline().events())
                .withStatements(VIEW, Optional.empty(), Optional.empty()));
    }

    static BookExport of(Selected selected) {
        return BookExport.of(
                VIEW,
                Lexicon.standard(),
                selected,
                new BookExport.Made("test", MADE, Cover.USUAL_LICENCE, Cover.Publisher.UNREGISTERED));
    }

    /** Returns the export of everything, with another answer of one of its methods. */
    static Exported with(String method, Supplier<?> answer) {
        BookExport book = whole();
        return (Exported) Proxy.newProxyInstance(
                Exported.class.getClassLoader(),
                new Class<?>[] {Exported.class},
                (self, called, arguments) ->
                        called.getName().equals(method) ? answer.get() : called.invoke(book, arguments));
    }

    /** Returns the files of a format by their names. */
    static Map<String, byte[]> files(Format format, Exported book) throws IOException {
        Map<String, ByteArrayOutputStream> open = new LinkedHashMap<>();
        format.write(book, name -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            if (open.put(name, file) != null) {
                throw new IOException("two files are named " + name);
            }
            return file;
        });
        Map<String, byte[]> files = new LinkedHashMap<>();
        open.forEach((name, file) -> files.put(name, file.toByteArray()));
        return files;
    }

    /** Returns the only file of a format. */
    static byte[] file(Format format, Exported book) throws IOException {
        Map<String, byte[]> files = files(format, book);
        if (files.size() != 1) {
            throw new IOException("not one file: " + files.keySet());
        }
        return files.values().iterator().next();
    }
}
