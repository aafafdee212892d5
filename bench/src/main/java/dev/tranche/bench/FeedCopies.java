package dev.tranche.bench;

import dev.tranche.Tranche;
import dev.tranche.extract.Extraction;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import dev.tranche.text.Folding;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a large feed out of a real one: repeats its reports with other names and other days, until there are as many as
 * asked for.
 *
 * <p>The first round is the feed as it is. In every other round all surnames and places that the reader finds are
 * replaced, each by the same other name throughout the round, ids and addresses are new, and days and years move by a
 * whole number of weeks. So each round has its own people and days, and merging works as hard as on a real feed,
 * instead of on one report a hundred times. The same arguments give the same bytes.
 *
 * <p>Arguments: the feed (JSON Lines, also gzipped), the file to write (gzipped), how many reports.
 */
public final class FeedCopies {

    /** Whole weeks, so that weekdays in the text stay right. */
    private static final int DAYS_APART = 371;

    private static final int SHORTEST = 4;
    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{L}+");
    private static final Pattern YEAR = Pattern.compile("\\b20\\d\\d\\b");
    private static final String[] SOUNDS = {
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dar", "fel", "gor", "hal", "jun", "per"
    };

    private final List<Extraction> feed;
    private final Map<String, NameKind> words = new HashMap<>();
    private final List<String> places;

    private FeedCopies(List<Extraction> feed) {
        this.feed = feed;
        TreeSet<String> towns = new TreeSet<>();
        for (Extraction report : feed) {
            for (Name name : report.story().names()) {
                String last = name.name().substring(name.name().lastIndexOf(' ') + 1);
                boolean whole = name.kind() == NameKind.PLACE && last.equals(name.name());
                if (last.length() >= SHORTEST && WORD.matcher(last).matches()) {
                    if (whole) {
                        words.put(last, NameKind.PLACE);
                        towns.add(last);
                    } else if (name.kind() == NameKind.PERSON) {
                        words.putIfAbsent(last, NameKind.PERSON);
                    }
                }
            }
        }
        this.places = List.copyOf(towns);
    }

    /** Reads, repeats and writes; see the class. */
    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        int most = Integer.parseInt(args[2]);
        byte[] bytes = Files.readAllBytes(from);
        if (from.toString().endsWith(".gz")) {
            try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = plain.readAllBytes();
            }
        }
        List<Extraction> feed = new ArrayList<>();
        for (Incoming incoming : Tranche.reports("feed.jsonl", bytes)) {
            if (incoming instanceof Incoming.Report report) {
                feed.add(Tranche.read(report.document()));
            }
        }
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(Path.of(args[1]))), StandardCharsets.UTF_8))) {
            new FeedCopies(feed).write(out, most);
        }
        System.out.printf(Locale.ROOT, "%,d reports out of %,d%n", most, feed.size());
    }

    private void write(BufferedWriter out, int most) throws IOException {
        int written = 0;
        for (int round = 0; written < most; round++) {
            Map<String, String> others = others(round);
            for (int i = 0; i < feed.size() && written < most; i++, written++) {
                out.write(line(feed.get(i).document(), round, others));
                out.newLine();
            }
        }
    }

    /** Returns the name that replaces each in a round. */
    private Map<String, String> others(int round) {
        Map<String, String> others = new HashMap<>();
        if (round == 0) {
            return others;
        }
        List<String> moved = new ArrayList<>(places);
        Collections.shuffle(moved, new Random(round));
        for (int i = 0; i < places.size(); i++) {
            others.put(places.get(i), moved.get(i));
        }
        words.forEach((word, kind) -> {
            if (kind == NameKind.PERSON) {
                others.put(word, surname(word, round));
            }
        });
        return others;
    }

    private static String surname(String word, int round) {
        long hash = Folding.hash(word) ^ round * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SOUNDS[(int) (hash >>> (8 * i + 8)) & 15]);
        }
        name.append(word.charAt(word.length() - 1));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String line(Document report, int round, Map<String, String> others) {
        long days = (round + 1L) / 2 * DAYS_APART * (round % 2 == 0 ? 1 : -1);
        StringBuilder line = new StringBuilder("{\"id\":");
        text(line, round == 0 ? report.id().value() : report.id().value() + "-" + round);
        report.outlet().ifPresent(outlet -> text(line.append(",\"outlet\":"), outlet));
        text(line.append(",\"title\":"), renamed(report.title(), others, days));
        text(line.append(",\"text\":"), renamed(report.text().substring(report.bodyStart()), others, days));
        report.address()
                .ifPresent(address -> text(
                        line.append(",\"url\":"),
                        round == 0 ? address : address.replaceFirst("(https?://[^/]+)", "$1/round" + round)));
        report.published().ifPresent(time -> text(line.append(",\"published\":"), moved(time, days)));
        report.language().ifPresent(language -> text(line.append(",\"language\":"), language));
        return line.append('}').toString();
    }

    private static String moved(String time, long days) {
        try {
            return LocalDate.parse(time.substring(0, 10)).plusDays(days) + time.substring(10);
        } catch (DateTimeParseException | StringIndexOutOfBoundsException noDay) {
            return time;
        }
    }

    private static String renamed(String text, Map<String, String> others, long days) {
        if (others.isEmpty()) {
            return text;
        }
        String named = WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(others.getOrDefault(found.group(), found.group())));
        long years = Math.round(days / 365.25);
        return YEAR.matcher(named).replaceAll(found -> String.valueOf(Integer.parseInt(found.group()) + years));
    }

    private static void text(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                line.append('\\').append(sign);
            } else if (sign < ' ' || Character.isSurrogate(sign)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
            } else {
                line.append(sign);
            }
        }
        line.append('"');
    }
}
