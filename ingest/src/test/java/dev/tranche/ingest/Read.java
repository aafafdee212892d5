package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Block;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads bytes and checks what holds for every report, whatever it is about. */
final class Read {

    private Read() {}

    static List<Incoming> all(String name, byte[] bytes) {
        List<Incoming> all = Ingest.readAll(name, bytes);
        assertThat(all).as("what became of " + name).isNotEmpty();
        for (Incoming each : all) {
            switch (each) {
                case Incoming.Report report -> check(report.document());
                case Incoming.Refused refused ->
                    assertThat(refused.problem().message()).startsWith(refused.place());
            }
        }
        return all;
    }

    static List<Incoming> all(String name, String text) {
        return all(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Document> documents(String name, byte[] bytes) {
        return all(name, bytes).stream()
                .filter(Incoming.Report.class::isInstance)
                .map(each -> ((Incoming.Report) each).document())
                .toList();
    }

    static List<Document> documents(String name, String text) {
        return documents(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Document only(String name, String text) {
        List<Document> documents = documents(name, text);
        assertThat(documents).as("reports in " + name).hasSize(1);
        return documents.getFirst();
    }

    static List<String> refusals(String name, byte[] bytes) {
        return all(name, bytes).stream()
                .filter(Incoming.Refused.class::isInstance)
                .map(each -> ((Incoming.Refused) each).problem())
                .map(problem -> problem.code().slug() + " " + problem.message())
                .toList();
    }

    /** Blocks cover words and nothing else, in the order of the text. */
    private static void check(Document document) {
        for (Block block : document.markup().blocks()) {
            String words =
                    document.text().substring(block.span().start(), block.span().end());
            assertThat(words).isEqualTo(words.strip()).isNotEmpty();
        }
    }
}
