package dev.tranche.crawl;

import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Writes web archives like those of a news crawl: one gzip member per record, one about the crawl first, then pages of
 * servers. Most are in English and about something else, many in other languages, some are missing or malformed, and a
 * small share report aid.
 *
 * <p>The same settings give the same bytes. Reports of aid are the samples of this repository; other pages are the real
 * ones beside the repository, if there are any, with a number in their title; otherwise they are made of generated
 * sentences.
 */
public final class Crawl {

    /** Two in a hundred pages of a news crawl report aid: an estimate that is high rather than low. */
    public static final double USUAL_RELEVANT = 0.02;

    private static final double OTHER_LANGUAGE = 0.45;
    private static final double MISSING = 0.02;
    /** The share of broken records in files of the first years. */
    public static final double USUAL_BROKEN = 0.002;

    private static final double COPIED = 0.3;
    private static final int LARGEST_PAGE = 400_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 3, 1);
    private static final int DAYS = 600;

    private final SplittableRandom random;
    private final List<Document> aid;
    private final List<String> pages;
    private final double relevant;
    private final double broken;
    private final Wording wording;
    private final WarcFile records = new WarcFile();

    private Crawl(long seed, double relevant, double broken, List<Document> aid, List<String> pages) {
        this.random = new SplittableRandom(seed);
        this.relevant = relevant;
        this.broken = broken;
        this.aid = aid;
        this.pages = pages;
        this.wording = new Wording(random.split());
    }

    /**
     * What was written.
     *
     * @param records records of any kind whose head can be read, the one about the crawl included
     * @param pages responses of status 200 with a page of HTML
     * @param relevant pages made of a report of aid
     * @param other pages in other languages than English
     * @param missing responses of another status
     * @param malformed records that can be decompressed but not understood
     * @param damaged ranges of bytes that cannot be decompressed
     */
    public record Truth(int records, int pages, int relevant, int other, int missing, int malformed, int damaged) {

        /** Returns the sum of two. */
        public Truth plus(Truth more) {
            return new Truth(
                    records + more.records,
                    pages + more.pages,
                    relevant + more.relevant,
                    other + more.other,
                    missing + more.missing,
                    malformed + more.malformed,
                    damaged + more.damaged);
        }
    }

    /**
     * Returns a crawl.
     *
     * @param seed another seed, other pages
     * @param relevant share of pages that report aid
     * @param broken share of records that are malformed or damaged
     * @param real whether to use the real pages beside the repository, if there are any
     */
    public static Crawl of(long seed, double relevant, double broken, boolean real) {
        return new Crawl(seed, relevant, broken, samples(), real ? realPages() : List.of());
    }

    /** Returns whether real pages are among the pages. */
    public boolean isReal() {
        return !pages.isEmpty();
    }

    /**
     * Writes the next file of the crawl.
     *
     * @param responses how many servers answered, whatever they sent
     */
    public Truth write(Path file, int responses) throws IOException {
        Truth truth = new Truth(1, 0, 0, 0, 0, 0, 0);
        String name = String.valueOf(file.getFileName());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(records.info(name));
            for (int i = 0; i < responses; i++) {
                truth = truth.plus(next(out, "https://" + outlet() + ".example/" + name + "/" + i));
            }
        }
        return truth;
    }

    private Truth next(OutputStream out, String address) throws IOException {
        double chance = random.nextDouble();
        if (chance < broken) {
            return broken(out, address);
        }
        if (chance < broken + MISSING) {
            out.write(records.response(address, "404 Not Found", "text/html", bytes("<html><p>Nothing here.</p>")));
            return new Truth(1, 0, 0, 0, 1, 0, 0);
        }
        if (random.nextDouble() < relevant) {
            out.write(page(address, aidPage()));
            return new Truth(1, 1, 1, 0, 0, 0, 0);
        }
        if (random.nextDouble() < OTHER_LANGUAGE) {
            out.write(page(address, wording.foreignPage()));
            return new Truth(1, 1, 0, 1, 0, 0, 0);
        }
        out.write(page(address, pages.isEmpty() ? wording.page() : realPage()));
        return new Truth(1, 1, 0, 0, 0, 0, 0);
    }

    private byte[] page(String address, String html) {
        return records.response(address, "200 OK", "text/html; charset=UTF-8", bytes(html));
    }

    /** What goes wrong in old crawls: a malformed header, a record without address, missing bytes, random bytes. */
    private Truth broken(OutputStream out, String address) throws IOException {
        byte[] whole = page(address, wording.page());
        int kind = random.nextInt(3);
        if (kind == 0) {
            byte[] plain = records.plainResponse(address, "200 OK", "text/html", bytes("<p>Lost.</p>"));
            String nameless = new String(plain, StandardCharsets.UTF_8).replaceFirst("WARC-Target-URI: .*\r\n", "");
            out.write(records.member(bytes(nameless)));
            return new Truth(1, 0, 0, 0, 0, 1, 0);
        }
        // A sound record follows at once, so that each damaged part is separate.
        byte[] after = records.response(address + "/after", "404 Not Found", "text/html", bytes("<p>Gone.</p>"));
        if (kind == 1) {
            out.write(whole, 0, whole.length / 2);
            out.write(after);
            return new Truth(2, 0, 0, 0, 1, 0, 1);
        }
        byte[] nothing = new byte[500];
        random.nextBytes(nothing);
        out.write(records.response(address, "404 Not Found", "text/html", bytes("<p>Gone.</p>")));
        out.write(nothing);
        out.write(after);
        return new Truth(2, 0, 0, 0, 2, 0, 1);
    }

    /** A report as written, or without its end as other outlets print it, on another day. */
    private String aidPage() {
        Document sample = aid.get(random.nextInt(aid.size()));
        List<String> paragraphs = new ArrayList<>(Stream.of(sample.body().split("\n\\s*\n"))
                .filter(each -> !each.isBlank())
                .toList());
        boolean copied = random.nextDouble() < COPIED;
        if (copied && paragraphs.size() > 4) {
            paragraphs.removeLast();
        }
        if (!copied) {
            paragraphs.add(wording.paragraph());
        }
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        return wording.page(sample.title(), day, paragraphs);
    }

    private String realPage() {
        String html = pages.get(random.nextInt(pages.size()));
        int title = html.toLowerCase(Locale.ROOT).indexOf("</title>");
        String own = " " + wording.words(3) + " ";
        return title < 0 ? html + own : html.substring(0, title) + own + html.substring(title);
    }

    private String outlet() {
        return "outlet" + random.nextInt(400);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Document> samples() {
        List<Document> documents = new ArrayList<>();
        for (Path file : files(Repository.corpus("samples"))) {
            String name = String.valueOf(file.getFileName());
            if (name.equals("README.md")) {
                continue;
            }
            for (Incoming incoming : ReportReader.readAll(name, read(file))) {
                if (incoming instanceof Incoming.Report report) {
                    documents.add(report.document());
                }
            }
        }
        if (documents.isEmpty()) {
            throw new IllegalStateException("corpus/samples holds no report");
        }
        return documents;
    }

    private static List<String> realPages() {
        List<String> html = new ArrayList<>();
        for (String folder : List.of("files/article_pages", "files/dated_pages")) {
            Optional<Path> shared = Repository.shared(folder);
            for (Path file : shared.map(Crawl::files).orElse(List.of())) {
                String name = String.valueOf(file.getFileName());
                if (!name.contains(".htm")) {
                    continue;
                }
                byte[] bytes = name.endsWith(".gz") ? unpacked(read(file)) : read(file);
                if (bytes.length <= LARGEST_PAGE) {
                    html.add(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return html;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] unpacked(byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
