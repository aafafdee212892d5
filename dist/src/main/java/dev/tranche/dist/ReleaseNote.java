package dev.tranche.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the note of a release: what CHANGES.md says at its top. */
public final class ReleaseNote {

    private static final String HEAD = "## ";

    private ReleaseNote() {}

    /** Writes it. Arguments: CHANGES.md, the version of the program, the file to write. */
    public static void main(String[] arguments) throws IOException {
        Path note = Path.of(arguments[2]);
        Files.createDirectories(note.getParent());
        Files.writeString(note, of(Files.readString(Path.of(arguments[0])), arguments[1]));
    }

    /**
     * Returns the note: the first section, under the name of the version.
     *
     * @param changes the text of CHANGES.md, its newest section first, each under a heading of the second level
     * @throws IOException if there is no section, or nothing in the first
     */
    static String of(String changes, String version) throws IOException {
        List<String> lines = changes.lines().toList();
        int start = next(lines, 0);
        if (start == lines.size()) {
            throw new IOException("CHANGES.md has no section; a section begins with \"" + HEAD + "\".");
        }
        String text = String.join("\n", lines.subList(start + 1, next(lines, start + 1)))
                .strip();
        String section = lines.get(start).substring(HEAD.length()).strip();
        if (text.isEmpty()) {
            throw new IOException("CHANGES.md says nothing under \"" + section + "\".");
        }
        return "# Tranche " + version + "\n\n" + standing(section, version) + text + "\n";
    }

    private static int next(List<String> lines, int from) {
        int place = from;
        while (place < lines.size() && !lines.get(place).startsWith(HEAD)) {
            place++;
        }
        return place;
    }

    /** A build between two releases says so; otherwise its note would pass for that of the previous release. */
    private static String standing(String section, String version) {
        return section.equals(version) || section.startsWith(version + " ")
                ? ""
                : "Not a release: built from a checkout whose newest changes are under “" + section + "”.\n\n";
    }
}
