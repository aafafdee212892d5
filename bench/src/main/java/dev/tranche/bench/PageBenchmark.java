package dev.tranche.bench;

import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageFilter;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast one core turns web pages into documents, beside jsoup's parse of the same pages in the same run.
 *
 * <p>Each operation goes over about ten million bytes, so that ten times the operations a second are megabytes a second.
 * The pages are those in the folder {@code -Dtranche.pages}, packed or not; without one, pages made from the sample
 * reports.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PageBenchmark {
    private static final int BYTES = 10_000_000;
    private static final int TEASERS = 120;

    /** Which pages are read: all of them, or those that hold no sum of money. */
    @Param({"all", "none"})
    public String sums = "";

    private List<byte[]> pages = List.of();

    /** Repeats the chosen pages up to ten million bytes. */
    @Setup
    public void load() throws IOException {
        List<byte[]> chosen = new ArrayList<>();
        for (byte[] page : given()) {
            if (sums.equals("all") || !PageFilter.mayHoldSum(new String(page, StandardCharsets.UTF_8))) {
                chosen.add(page);
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalStateException("no page fits; give a folder of pages as -Dtranche.pages");
        }
        pages = new ArrayList<>();
        for (long size = 0, i = 0; size < BYTES; i++) {
            byte[] next = chosen.get((int) (i % chosen.size()));
            pages.add(next);
            size += next.length;
        }
    }

    /** From the bytes to the document. */
    @Benchmark
    public long tranche() {
        long length = 0;
        for (byte[] page : pages) {
            length += Page.of(page, Optional.empty())
                    .document("page", Optional.empty())
                    .text()
                    .length();
        }
        return length;
    }

    /** The same where pages without a sum are left out. */
    @Benchmark
    public long sumsOnly() {
        long length = 0;
        for (byte[] page : pages) {
            String html = new String(page, StandardCharsets.UTF_8);
            length += PageFilter.mayHoldSum(html)
                    ? Page.of(html).document("page", Optional.empty()).text().length()
                    : 0;
        }
        return length;
    }

    /** Only the tree of elements, with jsoup. */
    @Benchmark
    public long jsoup() {
        long children = 0;
        for (byte[] page : pages) {
            children += Parser.htmlParser()
                    .setTrackErrors(0)
                    .parseInput(new String(page, StandardCharsets.UTF_8), "")
                    .childNodeSize();
        }
        return children;
    }

    private static List<byte[]> given() throws IOException {
        String folder = System.getProperty("tranche.pages", "");
        if (folder.isEmpty()) {
            return made();
        }
        List<Path> files;
        try (Stream<Path> below = Files.walk(Path.of(folder))) {
            files = below.filter(file -> file.toString().matches(".*\\.html?(\\.gz)?"))
                    .sorted()
                    .toList();
        }
        List<byte[]> pages = new ArrayList<>();
        for (Path file : files) {
            try (InputStream raw = Files.newInputStream(file);
                    InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                pages.add(in.readAllBytes());
            }
        }
        return pages;
    }

    /** Most of a page of news is menus, teasers and scripts. */
    private static List<byte[]> made() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (Document report : ReadingBenchmark.samples()) {
            StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=en><head><title>");
            page.append(report.title()).append("</title><meta property=og:type content=article></head><body><nav><ul>");
            for (int i = 0; i < TEASERS; i++) {
                page.append("<li class='menu-item menu-item-").append(i);
                page.append("'><a href='/section/").append(i).append("'>Section of the paper</a></li>");
            }
            page.append("</ul></nav><script>").append("var settings = {a: 1, b: 'c'};".repeat(TEASERS));
            page.append("</script><article class='post-content'>");
            report.body()
                    .lines()
                    .forEach(line -> page.append("<p>").append(line).append("</p>"));
            page.append("</article><aside>");
            for (int i = 0; i < TEASERS; i++) {
                page.append("<div class='teaser'><h3><a href='/story/").append(i);
                page.append("'>Another story of the day</a></h3><span class='date'>Yesterday</span></div>");
            }
            pages.add(page.append("</aside></body></html>").toString().getBytes(StandardCharsets.UTF_8));
        }
        return pages;
    }
}
