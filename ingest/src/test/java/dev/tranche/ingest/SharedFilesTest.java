package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.StatedDate;
import dev.tranche.eval.PagesScore;
import dev.tranche.ingest.feed.Feed;
import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageEncoding;
import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import dev.tranche.testkit.Repository;
import dev.tranche.text.MarkedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public collections with their truth, read in place: floors that may rise and must not fall. */
class SharedFilesTest {

    private static final double LEAST_TEXT_F1 = 0.965;
    private static final double LEAST_RIGHT_DAYS = 0.91;
    private static final double MOST_WRONG_DAYS = 0.03;
    private static final double LEAST_FEEDS = 0.98;

    private static Path folder(String name) {
        Optional<Path> folder = Repository.shared("files/" + name);
        assumeTrue(folder.isPresent(), "../shared/files/" + name + " is not there: it is not part of the project");
        return folder.orElseThrow();
    }

    private static PagesScore score(Path folder) throws IOException {
        Path truth = folder.resolve("truth.json");
        PagesScore score = PagesScore.against(truth.toString(), Files.readString(truth));
        for (Path file : files(folder)) {
            Optional<String> name = score.nameOf(file.toString());
            if (name.isEmpty()) {
                continue;
            }
            for (Incoming incoming : Ingest.readAll(file.toString(), Files.readAllBytes(file))) {
                if (incoming instanceof Incoming.Report report) {
                    StatedDate day = report.document()
                            .markup()
                            .day()
                            .map(MarkedDay::day)
                            .map(StatedDate::on)
                            .orElse(StatedDate.UNKNOWN);
                    score.add(name.get(), report.document().body(), day);
                }
            }
        }
        score.complete();
        return score;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void mainTextOfPages() throws IOException {
        PagesScore score = score(folder("article_pages"));
        assertThat(score.textF1()).as(score.text()).isGreaterThanOrEqualTo(LEAST_TEXT_F1);
    }

    @Test
    void daysOfPages() throws IOException {
        PagesScore score = score(folder("dated_pages"));
        assertThat(score.dayRight()).as(score.text()).isGreaterThanOrEqualTo(LEAST_RIGHT_DAYS);
        assertThat(score.dayWrong()).as(score.text()).isLessThanOrEqualTo(MOST_WRONG_DAYS);
    }

    @Test
    void itemsOfFeeds() throws IOException {
        int all = 0;
        List<String> off = new ArrayList<>();
        for (Path file : files(folder("feeds"))) {
            byte[] bytes = Files.readAllBytes(file);
            Ingest.readAll(file.toString(), bytes);
            Path expected = Path.of(file.toString().replaceFirst("\\.xml$", ".json"));
            if (!file.toString().endsWith(".xml") || !Files.exists(expected)) {
                continue;
            }
            all++;
            assertThat(Format.detect(Arrays.copyOf(bytes, Math.min(bytes.length, 8192)), file.toString()))
                    .as(file.toString())
                    .isEqualTo(Format.FEED);
            JsonValue truth = JsonValue.parse(expected.toString(), Files.readString(expected));
            List<JsonValue> wanted = truth.member("items").list().isEmpty()
                    ? truth.member("entries").list()
                    : truth.member("items").list();
            List<Feed.Item> found = Feed.parse(PageEncoding.decode(bytes, Optional.empty()), Optional.empty())
                    .items();
            if (!same(found, wanted)) {
                off.add(String.valueOf(file.getFileName()));
            }
        }
        assertThat(all).isGreaterThan(200);
        assertThat((double) (all - off.size()) / all).as("off: " + off).isGreaterThanOrEqualTo(LEAST_FEEDS);
    }

    private static boolean same(List<Feed.Item> found, List<JsonValue> wanted) {
        if (found.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            JsonValue want = wanted.get(i);
            Feed.Item item = found.get(i);
            String link = want.member("link").text().orElse(item.link());
            String day = want.member("published")
                    .text()
                    .or(() -> want.member("pubDate").text())
                    .orElse(item.published());
            if (!Page.line(want.member("title").text().orElse("")).equals(Page.line(item.title()))
                    || !link.strip().equals(item.link())
                    || !day.equals(item.published())) {
                return false;
            }
        }
        return true;
    }

    @Test
    void documentsAreReadOrRefusedByName() throws IOException {
        List<Path> files = new ArrayList<>(files(folder("documents")));
        files.addAll(files(folder("newsml")));
        files.addAll(files(folder("warc")));
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            assertThat(Ingest.readAll(file.toString(), Files.readAllBytes(file)))
                    .as(file.toString())
                    .isNotEmpty()
                    .allSatisfy(each -> {
                        if (each instanceof Incoming.Refused refused) {
                            assertThat(refused.problem().message()).contains(String.valueOf(file.getFileName()));
                        }
                    });
        }
    }
}
