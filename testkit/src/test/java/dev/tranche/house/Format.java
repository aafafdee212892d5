package dev.tranche.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The format of the Java sources. Also a program, which {@code ./format} runs: it must need no other module. */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    /**
     * Rewrites the files and folders named, or all sources; with {@code --check} first it only lists those that are not
     * formatted.
     */
    public static void main(String[] args) throws IOException {
        List<String> names = new ArrayList<>(List.of(args));
        boolean check = names.remove("--check");
        List<Path> files = names.isEmpty()
                ? Sources.java(Sources.root())
                : names.stream()
                        .map(Path::of)
                        .flatMap(start -> Sources.below(start).stream())
                        .toList();
        List<String> off = apply(files, !check);
        off.forEach(System.out::println);
        boolean failed = check ? !off.isEmpty() : off.stream().anyMatch(line -> line.contains(": "));
        System.exit(failed ? 1 : 0);
    }

    /** The files that are not formatted, rewritten if {@code write}; an error follows one that cannot be parsed. */
    static List<String> apply(List<Path> files, boolean write) throws IOException {
        List<String> off = new ArrayList<>();
        for (Path file : files) {
            String source = Files.readString(file);
            try {
                String formatted = FORMATTER.formatSourceAndFixImports(source);
                if (formatted.equals(source)) {
                    continue;
                }
                off.add(file.toString());
                if (write) {
                    Files.writeString(file, formatted);
                }
            } catch (FormatterException e) {
                off.add(file + ": " + e.getMessage());
            }
        }
        return off;
    }
}
