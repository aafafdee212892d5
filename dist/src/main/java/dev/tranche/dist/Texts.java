package dev.tranche.dist;

import dev.tranche.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes manual pages and completions of all commands, as they lie in the folder {@code share} of a release. */
public final class Texts {

    private static final int DAY_LENGTH = "2026-01-31".length();

    private Texts() {}

    /** Writes them. Arguments: the folder {@code share}, the version of the program, the moment of the release in ISO form. */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        CommandLine program = Main.described();
        CommandSpec spec = program.getCommandSpec();
        ManPages pages = new ManPages(arguments[1], arguments[2].substring(0, DAY_LENGTH));
        for (CommandSpec command : Described.all(spec).toList()) {
            write(share.resolve("man/man1").resolve(ManPages.fileName(command)), pages.page(command));
        }
        String name = program.getCommandName();
        write(share.resolve("bash-completion/completions").resolve(name), AutoComplete.bash(name, program));
        write(share.resolve("zsh/site-functions").resolve("_" + name), ZshCompletion.of(spec));
        write(share.resolve("fish/vendor_completions.d").resolve(name + ".fish"), FishCompletion.of(spec));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
