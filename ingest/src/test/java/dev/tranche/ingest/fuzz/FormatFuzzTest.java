package dev.tranche.ingest.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tranche.ingest.Ingest;
import dev.tranche.source.Incoming;
import java.util.List;

/** Any bytes under the name of any format are reports or refusals, never an exception, and the same each time. */
class FormatFuzzTest {

    @FuzzTest
    void readsPages(byte[] bytes) {
        check("page.html", bytes);
    }

    @FuzzTest
    void readsFeeds(byte[] bytes) {
        check("feed.xml", bytes);
    }

    @FuzzTest
    void readsJson(byte[] bytes) {
        check("feed.json", bytes);
    }

    @FuzzTest
    void readsMail(byte[] bytes) {
        check("letter.eml", bytes);
    }

    @FuzzTest
    void readsMailboxes(byte[] bytes) {
        check("letters.mbox", bytes);
    }

    @FuzzTest
    void readsRichText(byte[] bytes) {
        check("note.rtf", bytes);
    }

    @FuzzTest
    void readsPapers(byte[] bytes) {
        check("paper.pdf", bytes);
    }

    @FuzzTest
    void readsTables(byte[] bytes) {
        check("list.csv", bytes);
    }

    @FuzzTest
    void readsWebArchives(byte[] bytes) {
        check("crawl.warc", bytes);
    }

    @FuzzTest
    void readsArchives(byte[] bytes) {
        check("reports.zip", bytes);
    }

    /** The content alone says what it is. */
    @FuzzTest
    void readsWhatHasNoName(byte[] bytes) {
        check("reports", bytes);
    }

    private static void check(String name, byte[] bytes) {
        List<Incoming> first = Ingest.readAll(name, bytes);
        if (!Ingest.readAll(name, bytes).equals(first)) {
            throw new AssertionError("another reading of the same bytes: " + first);
        }
        for (Incoming incoming : first) {
            if (incoming.place().isBlank()) {
                throw new AssertionError("a report or refusal without a place: " + incoming);
            }
        }
    }
}
