package dev.tranche.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tranche.dating.Clue;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.law.ReadingLaws;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any words are a date or no date: as the stated day of a report, at the end of its text, and as its title. */
class DatesFuzzTest {
    private static final Extractor EXTRACTOR = Extractor.standard();

    @FuzzTest
    void readsAnyStatedDay(byte[] bytes) {
        String words = new String(bytes, StandardCharsets.UTF_8);
        check(Document.of("fuzz", "", "Norway gave Ukraine $5 million.")
                .with(Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty()));
    }

    @FuzzTest
    void readsAnyDateInAText(byte[] bytes) {
        String words = new String(bytes, StandardCharsets.UTF_8);
        check(Document.of("fuzz", words, "Norway gave Ukraine $5 million on " + words));
    }

    private static void check(Document document) {
        Extraction read = EXTRACTOR.extract(document);
        List<String> complaints = ReadingLaws.quote(read);
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints.toString());
        }
        for (Clue clue : read.published().clues()) {
            if (clue.date().from().isPresent()
                    && clue.date().to().isPresent()
                    && clue.date().from().get().isAfter(clue.date().to().get())) {
                throw new AssertionError("a clue ends before it begins: " + clue);
            }
        }
    }
}
