package dev.tranche.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes the reference page "What Tranche reads" from the pages of the specification. */
public final class SpecReference {

    /** Where the page lies below the root of the repository. */
    public static final String PATH = "docs/reference/what-tranche-reads.md";

    private static final List<String> ORDER = List.of(
            "amounts.md",
            "parties.md",
            "stages.md",
            "types.md",
            "authorities.md",
            "totals.md",
            "parts.md",
            "equipment.md",
            "dates.md",
            "dates-in-news.md",
            "no-aid.md",
            "feeds.md",
            "statements.md",
            "claims.md",
            "encounters.md",
            "figures.md",
            "names.md",
            "items.md",
            "agreements.md");

    private static final String HEAD = """
        # What Tranche reads

        Generated from the pages of `corpus/spec`, which are tests as well; change those and run the tests of `testkit` with `-Dgolden=update`.

        Each example is a report and, after an arrow, the facts in it, one per line:

        | Field | Written as |
        |---|---|
        | kind | `aid` for one package, loan, request or payment; `total` for what has added up |
        | parties | donors `->` recipients, codes joined by commas, `-` if not stated |
        | sum | `about`, `at least` or `at most` where the words say so, whole units, currency; a range has two numbers |
        | type | `military`, `financial`, `humanitarian`, `mixed`, `unknown` |
        | stage | `requested`, `planned`, `announced`, `appropriated`, `delivered`, `blocked` |
        | authority | such as `PDA`, `USAI`, `FMF`, `EPF`, `MFA`, `UF`, `IMF`, `PURL`, `ERA`; `-` for none |
        | part of | `#` and the line of the whole |
        | since | the start of a total |
        | ordinal | its number in a series |
        | items | equipment with quantities |
        | quote | words of the report |

        A star matches any value; omitted fields are not checked. A report without facts has `none`.
        """;

    private SpecReference() {}

    /** Returns the text of the page. */
    public static String write(List<SpecPage> pages) {
        List<SpecPage> sorted = new ArrayList<>(pages);
        sorted.sort(Comparator.comparingInt(SpecReference::place).thenComparing(SpecPage::name));
        StringBuilder text = new StringBuilder(HEAD);
        text.append("\n| Page | Examples that are read | Not read yet |\n|---|---|---|\n");
        for (SpecPage page : sorted) {
            text.append("| [")
                    .append(page.title())
                    .append("](#")
                    .append(anchor(page.title()))
                    .append(") | ");
            text.append(counts(page)).append(" |\n");
        }
        sorted.forEach(page -> write(page, text));
        return text.toString();
    }

    /** A page in a notation of its own, such as that of dates, is counted by its own test. */
    private static String counts(SpecPage page) {
        if (page.examples().isEmpty()) {
            return "– | –";
        }
        long open = page.examples().stream().filter(SpecExample::isOpen).count();
        return page.examples().size() - open + " | " + open;
    }

    private static int place(SpecPage page) {
        int place = ORDER.indexOf(page.name());
        return place < 0 ? ORDER.size() : place;
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static void write(SpecPage page, StringBuilder text) {
        text.append('\n');
        int at = 0;
        for (SpecExample example : page.examples()) {
            page.lines().subList(at, example.firstLine()).forEach(line -> prose(line, text));
            text.append("```text\n").append(example.report());
            if (example.expected().isEmpty()) {
                text.append("→ ").append(SpecPage.NONE).append('\n');
            }
            example.expected().forEach(fact -> text.append("→ ").append(fact).append('\n'));
            text.append("```\n");
            at = example.endLine();
        }
        page.lines().subList(at, page.lines().size()).forEach(line -> prose(line, text));
    }

    /** Headings go one level down, below the title of the whole page. */
    private static void prose(String line, StringBuilder text) {
        text.append(line.startsWith("#") ? "#" + line : line).append('\n');
    }
}
