package dev.tranche.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a crawl for measurements: {@code CrawlRun FOLDER FILES RESPONSES [SEED]}, with the shares of a news crawl.
 * Prints what it wrote; the same arguments give the same files.
 */
public final class CrawlRun {

    private CrawlRun() {}

    /** Writes the files {@code crawl-0000.warc.gz} and so on, each with the given number of responses. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int files = Integer.parseInt(args[1]);
        int responses = Integer.parseInt(args[2]);
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        Crawl crawl = Crawl.of(seed, Crawl.USUAL_RELEVANT, Crawl.USUAL_BROKEN, true);
        Crawl.Truth truth = new Crawl.Truth(0, 0, 0, 0, 0, 0, 0);
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "crawl-%04d.warc.gz", i));
            truth = truth.plus(crawl.write(file, responses));
            bytes += Files.size(file);
        }
        System.out.println(truth + ", " + bytes + " bytes, " + (crawl.isReal() ? "with" : "without") + " real pages");
    }
}
