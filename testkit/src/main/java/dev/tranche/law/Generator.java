package dev.tranche.law;

import dev.tranche.text.Document;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes random texts: sentences in the manner of reports with sums in wild forms, and noise that no one would write. */
public final class Generator {

    private static final List<String> GIVERS = List.of(
            "Germany",
            "The United States",
            "Washington",
            "The Pentagon",
            "Berlin",
            "Norway",
            "The European Commission",
            "The IMF",
            "Japan",
            "It",
            "The country",
            "Britain and France",
            "NATO allies",
            "Sweden's parliament",
            "He");
    private static final List<String> RECEIVERS = List.of(
            "Ukraine",
            "Kyiv",
            "Moldova",
            "the country",
            "Taiwan",
            "Estonia, Latvia and Lithuania",
            "its allies",
            "Israel",
            "Jordan",
            "the Ukrainian army",
            "refugees",
            "households");
    private static final List<String> VERBS = List.of(
            "will give",
            "has sent",
            "announced",
            "is expected to send",
            "asked for",
            "blocked",
            "approved",
            "received",
            "sanctioned",
            "lent",
            "disbursed",
            "wants",
            "did not give",
            "has pledged",
            "seized",
            "sold");
    private static final List<String> SIGNS = List.of("$", "US$", "€", "£", "USD ", "C$", "EUR ", "$ ", "¥", "kr ");
    private static final List<String> MAGNITUDES = List.of(
            " million", " billion", "bn", "m", "B", " MILLION", " trillion", "-billion", "mn", "", "k", " thousand");
    private static final List<String> BOUNDS =
            List.of("", "", "", "up to ", "more than ", "nearly ", "some ", "at least ", "upto ", "a further ", "~");
    private static final List<String> NOUNS = List.of(
            "in military aid",
            "in weapons",
            "in humanitarian assistance",
            "for the budget",
            "in loans",
            "in damage",
            "worth of HIMARS",
            "for 12 Leopard 2 tanks",
            "under the Ukraine Facility",
            "by drawdown",
            "of which half",
            "since the invasion",
            "(about $3 billion)",
            "bringing the total to $40 billion",
            "in taxes");
    private static final List<String> ENDS =
            List.of(".", ".", ".", "!", "?", "…", " –", ";", "\n", ".\n\n", ":", " \"so he said.\"", ")");
    private static final List<String> ODD = List.of(
            "\u0000",
            "\u202E",
            "\uD83D",
            "\uDE00",
            "\uFEFF",
            "\u00AD",
            "\u200B",
            "\u0130",
            "\u0131",
            "\u1E9E",
            "\uFB01",
            "e\u0301",
            "\uD83D\uDE80",
            "\u2028",
            "\t",
            "\r\n",
            "\u00A0",
            "''",
            "\u201C\u201E",
            "1,,2..3",
            "$",
            "$$$",
            "%",
            "9".repeat(40),
            "U.S.",
            "\u0661\u0662",
            "\u2460",
            "\u00BD",
            "--",
            "’s",
            "'",
            "&amp;",
            "\uFFFD",
            "0");

    private static final int MOST_SENTENCES = 10;
    private static final List<String> PLAIN_GIVERS = List.of("Germany", "France", "Norway", "Japan", "Canada");
    private static final List<String> PLAIN_VERBS = List.of(" will give ", " announced ", " asked for ", " sent ");
    private static final List<String> PLAIN_SUMS =
            List.of(" million euros", " billion dollars", " million pounds", " billion yen");
    private static final List<String> PLAIN_NOUNS =
            List.of(" in military aid", " in humanitarian aid", " in budget support", " in weapons");
    private static final List<String> PLAIN_RECEIVERS = List.of(" to Ukraine.", " to Moldova.", " to Jordan.");

    private final SplittableRandom random;
    private final int size;
    private final long seed;

    Generator(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
        this.seed = seed;
    }

    /** Returns a number from 0 to a limit, exclusive. */
    public int below(int limit) {
        return random.nextInt(limit);
    }

    /** Returns one element of a list that is not empty. */
    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Returns a sum of money in one of the forms of news, or a broken one. */
    public String sum() {
        String number = below(4) == 0 ? "%d.%d".formatted(below(100), below(100)) : String.valueOf(below(900));
        String range = below(12) == 0 ? "-" + (900 + below(100)) : "";
        String after = below(5) == 0 ? " euros" : "";
        return pick(BOUNDS) + (after.isEmpty() ? pick(SIGNS) : "") + number + range + pick(MAGNITUDES) + after;
    }

    /** Returns words that look like a sentence of a report. */
    public String sentence() {
        String words = pick(GIVERS) + " " + pick(VERBS) + " ";
        return switch (below(4)) {
            case 0 -> words + pick(RECEIVERS) + " " + sum() + " " + pick(NOUNS) + pick(ENDS);
            case 1 -> words + sum() + " " + pick(NOUNS) + " to " + pick(RECEIVERS) + pick(ENDS);
            case 2 -> words + sum() + " " + pick(NOUNS) + ", including " + sum() + " " + pick(NOUNS) + pick(ENDS);
            default ->
                sum() + " " + pick(NOUNS) + " for " + pick(RECEIVERS) + " was announced by " + pick(GIVERS)
                        + pick(ENDS);
        };
    }

    /** Returns sentences in paragraphs, as many as the size of the case says, at most ten. */
    public String report() {
        StringBuilder text = new StringBuilder();
        int sentences = 1 + below(Math.min(MOST_SENTENCES, size));
        for (int i = 0; i < sentences; i++) {
            text.append(sentence()).append(below(4) == 0 ? "\n\n" : " ");
        }
        return text.toString().strip();
    }

    /** Returns a report's words mixed with odd characters, cut anywhere. */
    public String noise() {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + below(2 * size);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    switch (below(5)) {
                        case 0 -> pick(ODD);
                        case 1 -> sum();
                        case 2 -> String.valueOf((char) below(0x10000));
                        case 3 -> " ";
                        default -> sentence();
                    });
        }
        return text.substring(below(Math.min(text.length(), 20)));
    }

    /** Returns a document with a report's words, with or without a title and metadata. */
    public Document document() {
        return document(below(2) == 0 ? sentence().strip() : "", report());
    }

    /** Returns a document of sentences that each say who gives how much of what to whom. */
    public Document plainDocument() {
        StringBuilder text = new StringBuilder();
        int sentences = 1 + below(Math.min(MOST_SENTENCES, size));
        for (int i = 0; i < sentences; i++) {
            text.append(pick(PLAIN_GIVERS))
                    .append(pick(PLAIN_VERBS))
                    .append(1 + below(900))
                    .append(pick(PLAIN_SUMS));
            text.append(pick(PLAIN_NOUNS)).append(pick(PLAIN_RECEIVERS)).append(below(3) == 0 ? "\n\n" : " ");
        }
        return document("", text.toString().strip());
    }

    /** Returns a document of noise. */
    public Document oddDocument() {
        return document(below(2) == 0 ? noise() : "", noise());
    }

    private Document document(String title, String body) {
        return Document.of("case-" + seed, title, body)
                .with(
                        Optional.of(pick(ODD) + "Outlet").filter(outlet -> below(2) == 0),
                        Optional.empty(),
                        Optional.of(pick(List.of("2022-03-16", "2023-12-31T23:59:59Z", "1/2/3", "\u0000", "")))
                                .filter(day -> below(2) == 0),
                        Optional.of("en").filter(language -> below(2) == 0));
    }
}
