package dev.tranche.bench;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.page.PageEncoding;
import dev.tranche.ingest.page.PageFilter;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;

/**
 * How fast one core turns web pages into documents, beside jsoup's parse of the same pages.
 *
 * <p>{@code java -cp bench/target/quick/bench.jar dev.tranche.bench.PageSpeed FOLDER…} reads the pages below the folders,
 * packed or not; without one, pages made from the sample reports. All contenders take turns in one program, and what
 * counts is the processor time of their thread, so that other load on the machine changes little.
 */
public final class PageSpeed {

    private static final int LEAST_BYTES = 10_000_000;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 11;
    private static final int TEASERS = 120;
    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();

    private PageSpeed() {}

    private record Contender(String name, ToLongFunction<byte[]> reading, double[] megabytesPerSecond) {
        Contender(String name, ToLongFunction<byte[]> reading) {
            this(name, reading, new double[ROUNDS]);
        }

        double median() {
            double[] sorted = megabytesPerSecond.clone();
            Arrays.sort(sorted);
            return sorted[ROUNDS / 2];
        }
    }

    /** Measures all pages, then those that hold no sum of money. */
    public static void main(String[] folders) throws IOException {
        List<byte[]> pages = given(folders);
        List<byte[]> without = pages.stream()
                .filter(page -> !PageFilter.mayHoldSum(PageEncoding.decode(page, Optional.empty())))
                .toList();
        measure("all pages", pages);
        if (!without.isEmpty()) {
            measure("pages without a sum", without);
        }
    }

    private static void measure(String what, List<byte[]> pages) {
        List<byte[]> repeated = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; bytes < LEAST_BYTES || i < pages.size(); i++) {
            byte[] page = pages.get(i % pages.size());
            repeated.add(page);
            bytes += page.length;
        }
        List<Contender> contenders = List.of(
                new Contender("jsoup parses", PageSpeed::parsed),
                new Contender("page to document", page -> read(page, Content.Options.NONE)),
                new Contender(
                        "the same, --sums-only", page -> read(page, new Content.Options(Optional.empty(), true))));
        long sum = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Contender each : contenders) {
                long start = TIME.getCurrentThreadCpuTime();
                for (byte[] page : repeated) {
                    sum += each.reading().applyAsLong(page);
                }
                double seconds = (TIME.getCurrentThreadCpuTime() - start) / 1e9;
                if (round >= 0) {
                    each.megabytesPerSecond()[round] = bytes / 1e6 / seconds;
                }
            }
        }
        double parse = contenders.getFirst().median();
        print("%s: %d, %.1f MB, check %d", what, pages.size(), size(pages) / 1e6, sum);
        for (Contender each : contenders) {
            double[] range = each.megabytesPerSecond();
            print(
                    "  %-22s %7.1f MB/s  (%.1f to %.1f)  %.2f of jsoup",
                    each.name(),
                    each.median(),
                    Arrays.stream(range).min().orElseThrow(),
                    Arrays.stream(range).max().orElseThrow(),
                    each.median() / parse);
        }
    }

    private static long size(List<byte[]> pages) {
        return pages.stream().mapToLong(page -> page.length).sum();
    }

    /** From bytes to document, as a user's file is read. */
    private static long read(byte[] page, Content.Options options) {
        long[] length = {0};
        Ingest.read(Content.of("page.html", page).with(options), incoming -> {
            if (incoming instanceof Incoming.Report report) {
                length[0] += report.document().text().length();
            }
        });
        return length[0];
    }

    /** Only the tree of elements. */
    private static long parsed(byte[] page) {
        return Parser.htmlParser()
                .setTrackErrors(0)
                .parseInput(new String(page, StandardCharsets.UTF_8), "")
                .childNodeSize();
    }

    private static void print(String line, Object... values) {
        System.out.println(line.formatted(values));
    }

    private static List<byte[]> given(String[] folders) throws IOException {
        if (folders.length == 0) {
            return made();
        }
        List<byte[]> pages = new ArrayList<>();
        for (String folder : folders) {
            List<Path> files;
            try (Stream<Path> below = Files.walk(Path.of(folder))) {
                files = below.filter(
                                file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?(\\.gz)?"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                try (InputStream raw = Files.newInputStream(file);
                        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                    pages.add(in.readAllBytes());
                }
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("no pages (.html, .htm, packed or not) below " + List.of(folders));
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
