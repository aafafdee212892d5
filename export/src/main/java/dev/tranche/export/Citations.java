package dev.tranche.export;

import dev.tranche.view.ReportLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The reports behind what was selected, for citing them.
 *
 * @param style the programs it is for
 */
public record Citations(Style style) implements Format {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The programs for which reports are listed. */
    public enum Style {
        /** BibTeX, for LaTeX. */
        BIBTEX,
        /** RIS, for Zotero, EndNote and others. */
        RIS,
        /** CSL-JSON, for citation processors. */
        CSL
    }

    @Override
    public About about() {
        return switch (style) {
            case BIBTEX -> references("bibtex", "References (BibTeX)", "reports.bib", "application/x-bibtex");
            case RIS -> references("ris", "References (RIS)", "reports.ris", "application/x-research-info-systems");
            case CSL ->
                references("csl", "References (CSL-JSON)", "reports.json", "application/vnd.citationstyles.csl+json");
        };
    }

    private static About references(String slug, String title, String fileName, String mediaType) {
        return About.file(slug, title, fileName, mediaType, About.Part.LEDGER, About.Part.STORY);
    }

    /**
     * A report as it is cited.
     *
     * @param key a stable name
     * @param title its headline, else its own name
     * @param day when it was published; empty unless it is one day
     * @param year its year, where that is known
     */
    private record Cited(
            String key,
            String title,
            String outlet,
            Optional<String> address,
            Optional<LocalDate> day,
            Optional<Integer> year) {

        static Cited of(ReportLine report) {
            var date = report.published().date();
            Optional<LocalDate> day = date.isOneDay() ? date.from() : Optional.empty();
            boolean sameYear = date.isClosed()
                    && date.from().orElseThrow().getYear()
                            == date.to().orElseThrow().getYear();
            return new Cited(
                    Hashes.name("report", report.key()),
                    oneLine(report.title().isBlank() ? report.id() : report.title()),
                    oneLine(report.outlet().orElse("")),
                    report.address().flatMap(Addresses::web),
                    day,
                    sameYear ? date.from().map(LocalDate::getYear) : Optional.empty());
        }
    }

    /** Line ends of every script become spaces: what reads these formats may take each for the end of a field. */
    private static String oneLine(String text) {
        return WHITE_SPACE.matcher(Characters.forXml(text)).replaceAll(" ").strip();
    }

    /** Describes what the file holds. */
    @Override
    public List<String> remarks(Exported book) {
        return List.of(Phrase.of(book.cover().counts().getOrDefault("reports", 0L), "report") + ".");
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        if (style == Style.CSL) {
            csl(book, to);
            return;
        }
        try (Writer out = new BufferedWriter(
                        new OutputStreamWriter(to.open(about().fileName()), StandardCharsets.UTF_8));
                Stream<Cited> reports = book.reports().map(Cited::of)) {
            for (Cited report : (Iterable<Cited>) reports::iterator) {
                out.write(style == Style.BIBTEX ? bibtex(report) : ris(report));
            }
        }
    }

    private static String bibtex(Cited report) {
        StringBuilder entry = new StringBuilder("@misc{" + report.key());
        field(entry, "title", "{" + latex(report.title()) + "}");
        if (!report.outlet().isEmpty()) {
            field(entry, "howpublished", latex(report.outlet()));
        }
        report.year().ifPresent(year -> field(entry, "year", Integer.toString(year)));
        report.day().ifPresent(day -> field(entry, "date", day.toString()));
        report.address()
                .ifPresent(address ->
                        field(entry, "url", address.replace("{", "%7B").replace("}", "%7D")));
        return entry.append("\n}\n\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }

    private static String latex(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                // BibTeX counts braces whether or not a backslash is before them.
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '\\' -> escaped.append("\\textbackslash{}");
                case '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String ris(Cited report) {
        StringBuilder entry = new StringBuilder("TY  - NEWS\r\n");
        tag(entry, "ID", report.key());
        tag(entry, "TI", report.title());
        if (!report.outlet().isEmpty()) {
            tag(entry, "T2", report.outlet());
        }
        report.year().ifPresent(year -> tag(entry, "PY", Integer.toString(year)));
        report.day().ifPresent(day -> tag(entry, "DA", day.toString().replace('-', '/')));
        report.address().ifPresent(address -> tag(entry, "UR", address));
        return entry.append("ER  - \r\n\r\n").toString();
    }

    private static void tag(StringBuilder entry, String tag, String value) {
        entry.append(tag).append("  - ").append(value).append("\r\n");
    }

    private void csl(Exported book, Parts to) throws IOException {
        try (JsonOut json = new JsonOut(to.open(about().fileName()));
                Stream<Cited> reports = book.reports().map(Cited::of)) {
            json.array(() -> reports.forEachOrdered(report -> json.object(() -> {
                json.text("id", report.key());
                json.text("type", "article-newspaper");
                json.text("title", report.title());
                json.text("container-title", report.outlet());
                json.text("URL", report.address());
                report.year()
                        .ifPresent(year -> json.object(
                                "issued",
                                () -> json.array(
                                        "date-parts",
                                        () -> json.array(() -> {
                                            json.item(java.math.BigDecimal.valueOf(year));
                                            report.day().ifPresent(day -> {
                                                json.item(java.math.BigDecimal.valueOf(day.getMonthValue()));
                                                json.item(java.math.BigDecimal.valueOf(day.getDayOfMonth()));
                                            });
                                        }))));
            })));
        }
    }
}
