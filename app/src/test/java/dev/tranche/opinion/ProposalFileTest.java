package dev.tranche.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.review.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalFileTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private ProposalFile file() {
        return new ProposalFile(folder.resolve("book.db.second-reader.jsonl"));
    }

    private static Proposal answer(String id) {
        return new Proposal(
                id,
                "entry-1",
                Field.RECIPIENT,
                "",
                "MD",
                "Moldova",
                "\"Chişinău\"\n",
                "a/b",
                "$5 million",
                "m:1",
                1,
                AT);
    }

    @Test
    void whatIsAddedIsReadAgain() throws IOException {
        ProposalFile file = file();
        assertThat(file.read().answers()).isEmpty();
        file.add(answer("one"));
        file.refuse("one", "anna", AT);
        file.add(answer("two"));
        ProposalFile.Content content = file.read();
        assertThat(content.answers().values()).containsExactly(answer("one"), answer("two"));
        assertThat(content.refused()).containsExactly("one");
        assertThat(content.unreadable()).isZero();
        assertThat(answer("one").sentence())
                .isEqualTo("Second reader proposes: recipient Moldova (model m:1, prompt 1)");
    }

    @Test
    void aHalfWrittenLineCostsNothingElse() throws IOException {
        ProposalFile file = file();
        file.add(answer("one"));
        Files.writeString(file.path(), "{\"kind\":\"answer\",\"id\":\"ha", StandardOpenOption.APPEND);
        file.add(answer("two"));
        Files.writeString(file.path(), "nonsense\n[]\n{\"kind\":\"answer\"}\n", StandardOpenOption.APPEND);
        ProposalFile.Content content = file.read();
        assertThat(content.answers()).containsOnlyKeys("one", "two");
        assertThat(content.unreadable()).isEqualTo(4);
    }

    @Test
    void severalMayAddAtOnce() throws Exception {
        ProposalFile file = file();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "q" + i;
            all.add(() -> {
                file.add(answer(id));
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(file.read().answers()).hasSize(40);
        assertThat(file.read().unreadable()).isZero();
    }
}
