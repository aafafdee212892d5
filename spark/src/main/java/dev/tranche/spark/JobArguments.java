package dev.tranche.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the job was asked to do.
 *
 * @param warc files, folders and patterns to read, in order
 * @param lists files that name further ones, one per line
 * @param prefix put before every name in a list, such as the address of a bucket
 * @param out the folder to write to
 * @param allPages whether pages without a sum of money are read as well
 * @param pieceBytes the most bytes of a piece
 * @param lexicon a folder of the user's own tables, where the job was started
 * @param parquet whether to write tables for analysis
 * @param hints whether to look for copies and for claims of one commitment
 */
record JobArguments(
        List<String> warc,
        List<String> lists,
        String prefix,
        String out,
        boolean allPages,
        long pieceBytes,
        Optional<String> lexicon,
        boolean parquet,
        boolean hints) {

    static final String USAGE = "usage: spark-submit tranche-spark-job.jar --out FOLDER [--warc PATH]… [--list FILE]…"
            + " [--prefix ADDRESS] [--all-pages] [--piece-mb N] [--lexicon FOLDER] [--no-parquet] [--no-hints]";

    /** Copies the lists. */
    JobArguments {
        warc = List.copyOf(warc);
        lists = List.copyOf(lists);
    }

    /** Reads a command line; throws {@link IllegalArgumentException} with a sentence for a wrong one. */
    static JobArguments parse(String... args) {
        Builder built = new Builder();
        for (int i = 0; i < args.length; i++) {
            String name = args[i];
            switch (name) {
                case "--all-pages" -> built.allPages = true;
                case "--no-parquet" -> built.parquet = false;
                case "--no-hints" -> built.hints = false;
                case "--warc", "--list", "--prefix", "--out", "--piece-mb", "--lexicon" -> {
                    if (i + 1 == args.length) {
                        throw new IllegalArgumentException(name + " needs a value. " + USAGE);
                    }
                    built.set(name, args[++i]);
                }
                default -> throw new IllegalArgumentException("there is no option '" + name + "'. " + USAGE);
            }
        }
        return built.build();
    }

    private static final class Builder {
        private final List<String> warc = new ArrayList<>();
        private final List<String> lists = new ArrayList<>();
        private String prefix = "";
        private String out = "";
        private boolean allPages;
        private long pieceBytes = Pieces.USUAL_BYTES;
        private Optional<String> lexicon = Optional.empty();
        private boolean parquet = true;
        private boolean hints = true;

        void set(String name, String value) {
            switch (name) {
                case "--warc" -> warc.add(value);
                case "--list" -> lists.add(value);
                case "--prefix" -> prefix = value;
                case "--out" -> out = value.replaceFirst("/+$", "");
                case "--lexicon" -> lexicon = Optional.of(value);
                default -> pieceBytes = megabytes(value);
            }
        }

        private static long megabytes(String value) {
            try {
                double number = Double.parseDouble(value);
                if (number >= 0.001 && number <= 1_000_000) {
                    return (long) (number * (1 << 20));
                }
            } catch (NumberFormatException wrong) {
                // Reported below.
            }
            throw new IllegalArgumentException(
                    "--piece-mb needs a number of mebibytes from 0.001 on, not " + value + ".");
        }

        JobArguments build() {
            if (out.isEmpty()) {
                throw new IllegalArgumentException("--out is missing. " + USAGE);
            }
            if (warc.isEmpty() && lists.isEmpty()) {
                throw new IllegalArgumentException("there is nothing to read: give --warc or --list. " + USAGE);
            }
            return new JobArguments(warc, lists, prefix, out, allPages, pieceBytes, lexicon, parquet, hints);
        }
    }
}
