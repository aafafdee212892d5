package dev.tranche.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the specification: prose with fenced examples, in the manner of CommonMark's own specification.
 *
 * <pre>
 *   page    = { prose | example }
 *   example = "```tranche" NL report "---" NL facts "```" NL        ; is read
 *           | "```tranche-open" NL report "---" NL facts "```" NL   ; is not read yet
 *   facts   = "none" NL | { {@link FactLine fact line} NL }
 * </pre>
 *
 * @param name file name, such as {@code amounts.md}
 * @param title its first heading
 * @param lines all lines
 * @param examples its examples in order
 */
public record SpecPage(String name, String title, List<String> lines, List<SpecExample> examples) {

    /** The heading above examples that are not read yet; the last of a page. */
    public static final String OPEN_HEADING = "## Not read yet";

    /** The line for a report without facts. */
    public static final String NONE = "none";

    private static final String FENCE = "```";
    private static final String READ = "```tranche";
    private static final String OPEN = "```tranche-open";
    private static final String RULE = "---";

    /** Copies the lists. */
    public SpecPage {
        lines = List.copyOf(lines);
        examples = List.copyOf(examples);
    }

    /** Reads all pages of a folder, in order of their names. */
    public static List<SpecPage> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(SpecPage::read)
                    .toList();
        } catch (IOException e) {
            throw new SpecException("The folder " + folder + " of the pages cannot be listed: " + e.getMessage());
        }
    }

    private static SpecPage read(Path file) {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readAllLines(file));
        } catch (IOException e) {
            throw new SpecException("The page " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** Parses the lines of a page; throws {@link SpecException} for an example that is malformed. */
    public static SpecPage parse(String name, List<String> lines) {
        List<SpecExample> examples = new ArrayList<>();
        String title = "";
        String section = "";
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.startsWith("# ") && title.isEmpty()) {
                title = line.substring(2).strip();
            }
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            }
            if (!line.startsWith(READ)) {
                at++;
                continue;
            }
            SpecExample example = example(name, section, lines, at);
            examples.add(example);
            at = example.endLine();
        }
        return new SpecPage(name, title, lines, examples);
    }

    private static SpecExample example(String name, String section, List<String> lines, int first) {
        String place = name + ":" + (first + 1);
        String opening = lines.get(first).strip();
        if (!opening.equals(READ) && !opening.equals(OPEN)) {
            throw new SpecException(place + ": \"" + opening + "\" is neither \"" + READ + "\" nor \"" + OPEN + "\"");
        }
        int rule = next(lines, first + 1, RULE);
        int close = next(lines, first + 1, FENCE);
        if (close == lines.size() || rule > close) {
            throw new SpecException(place + ": an example needs a line \"---\" and a closing fence");
        }
        List<FactLine> facts = new ArrayList<>();
        boolean none = false;
        for (int i = rule + 1; i < close; i++) {
            String line = lines.get(i).strip();
            if (line.equals(NONE)) {
                none = true;
            } else if (!line.isEmpty()) {
                facts.add(FactLine.parse(name + ":" + (i + 1), line));
            }
        }
        if (none != facts.isEmpty()) {
            throw new SpecException(place + ": an example says \"none\" or lists facts");
        }
        String report = String.join("\n", lines.subList(first + 1, rule)) + "\n";
        return new SpecExample(place, section, opening.equals(OPEN), report, facts, first, close + 1);
    }

    private static int next(List<String> lines, int from, String wanted) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(wanted)) {
                return i;
            }
        }
        return lines.size();
    }
}
