package dev.tranche.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Guides, help, messages, contract and comments leave out turns that no editor of the trade would let pass. */
class PlainEnglishTest {

    /** What is refused, and what to write instead. The alternatives are cut in two so that this file does not match itself. */
    private static final Map<Pattern, String> REFUSED = Map.ofEntries(
            refused("\\ban" + "ew\\b", "again, or re- before the verb"),
            refused("\\bfor ev" + "er\\b", "permanently, or without end"),
            refused("\\bby ha" + "lf\\b", "partly, or a part of"),
            refused("\\bmistake (?:of the pro" + "gram|in Tran" + "che)", "a bug, or an internal error"),
            refused("\\b[Hh]ow far it (?:has co" + "me|i" + "s\\b)", "its stage, or its progress"),
            refused("\\brenews? its" + "elf\\b", "refreshes"),
            refused("\\btak(?:e|es|en|ing) aw" + "ay\\b", "remove, delete or clear"),
            refused("\\blea(?:ve|ves) ov" + "er\\b|\\bleft ov" + "er\\b", "remain, or does not balance"),
            refused("\\bcome clo" + "ser\\b", "zoom in"),
            refused("[\"'] ?is no" + "ne of [^a-z]", "must be one of"),
            refused("\\b(?:only )?so ma" + "ny at (?:most|once)\\b", "at most, or a limited number"),
            refused(
                    "\\bso many (?:\\w+ )?(?:accounts|characters|claims|days|entries|later"
                            + " ones|reports|rows|years)\\b",
                    "this many, or a number of"),
            refused("\\bcounted ro" + "ws?\\b", "a numbered series"),
            refused("\\bcannot both sta" + "nd\\b", "cannot both be true"),
            refused("\\btold aga" + "in\\b", "repeated, or restated"),
            refused("\\b[Ll]et(?:s|ting)? go o" + "f\\b", "releases, or drops"),
            refused("\\bone's o" + "wn\\b", "custom, or a user's"),
            refused("\\bsmall let" + "ters\\b", "lower-case letters"),
            refused("\\bwhoever rea" + "ches\\b", "anyone who can reach"),
            refused("\\b[Tt]ells? o" + "f\\b", "mention, or report"),
            refused("\\bmost to" + "ld\\b|\\btold (?:by|twi" + "ce)\\b", "reported, or given"),
            refused("\\bSo ma" + "ny\\b", "how many, or the most"),
            refused("\\bSo lo" + "ng\\b", "how long"),
            refused(
                    "\\b(?:entry|line|message|object|row|statement|sum) a (?:li" + "ne|file|rep" + "ort)\\b",
                    "one per line"),
            refused("\\bgo(?:es)? on where i" + "t\\b", "continue where it"),
            refused(
                    "(?<![Tt]here )\\b[Ii]s n"
                            + "o (?:account|code|day|list|member|parameter|report|request|text|token)\\b",
                    "is not a"),
            refused("\\bis (?:taken|undone|withdrawn|watched) alr" + "eady\\b", "is already …"),
            refused("\\bin a form that tra" + "vels\\b", "as it is sent"),
            refused("\\b(?:one|encounter) a li" + "ne\\b", "one per line"),
            refused("\\bwould el" + "se\\b", "otherwise"),
            refused("\\b[Rr]un the same a" + "gain\\b", "run the same command again"),
            refused("\\binside o" + "f\\b", "inside"),
            refused("\\bwithout se" + "nse\\b", "senseless"),
            refused("\\ball the" + "re are\\b", "all elements, or everything"),
            refused("\\bso oft" + "en\\b", "how often"),
            refused("\\bsmall re" + "st\\b", "a small remainder"),
            refused("\\b[Ww]hat it has to s" + "ay\\b", "its messages, or it reports"),
            refused("\\bholds n" + "o (?:file|table)\\b", "contains no"),
            refused("\\bexclude (?:each ot" + "her|one ano" + "ther)\\b", "cannot be combined"));

    private static Map.Entry<Pattern, String> refused(String turn, String better) {
        return Map.entry(Pattern.compile(turn), better);
    }

    private static final Set<String> SKIPPED =
            Set.of(".git", "target", "node_modules", "web", "gold", "samples", "crash", "what-tranche-reads.md");

    private static final Pattern READ = Pattern.compile(".*\\.(?:java|md|yaml|properties)|tranche|format");

    @Test
    void noTurnOfTheListIsUsed() throws IOException {
        Path root = Sources.root();
        List<Path> files = files(root);
        assertThat(files).as("files read").hasSizeGreaterThan(500);
        List<String> findings = new ArrayList<>();
        for (Path file : files) {
            int line = 0;
            for (String text : Files.readAllLines(file)) {
                line++;
                for (Map.Entry<Pattern, String> refused : REFUSED.entrySet()) {
                    Matcher found = refused.getKey().matcher(text);
                    if (found.find()) {
                        findings.add(root.relativize(file) + ":" + line + ": \"" + found.group() + "\": write "
                                + refused.getValue());
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                // The folder of pages has a check of its own; a package may have its name.
                boolean isSkipped =
                        SKIPPED.contains(name) && (!name.equals("web") || folder.equals(root.resolve("web")));
                return isSkipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                if (READ.matcher(name).matches() && !SKIPPED.contains(name)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
