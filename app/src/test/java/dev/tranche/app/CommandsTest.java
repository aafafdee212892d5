package dev.tranche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.cli.Terminal;
import dev.tranche.cli.TrancheCommand;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

    private static List<String> added(String... arguments) {
        CommandLine program = new CommandLine(new TrancheCommand(Terminal.ofProcess(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream())));
        Commands.addTo(program, arguments);
        return List.copyOf(program.getSubcommands().keySet());
    }

    @Test
    void everyCommandIsListedUnderItsOwnName() {
        Commands.byName()
                .forEach((name, command) -> assertThat(new CommandLine(command.get()).getCommandName())
                        .isEqualTo(name));
    }

    @Test
    void onlyTheCommandThatIsCalledIsSetUp() {
        assertThat(added("read", "help")).containsExactly("read");
        assertThat(added("accounts", "add", "vera")).containsExactly("accounts");
    }

    @Test
    void helpAndWhatIsNoCommandKnowAllOfThem() {
        List<String> all = List.copyOf(Commands.byName().keySet());
        assertThat(all).hasSizeGreaterThan(25);
        for (String first : new String[] {"help", "--color", "raed", "replay", "--version"}) {
            assertThat(added(first, "read")).as(first).containsAll(all);
        }
        assertThat(added()).containsAll(all);
    }
}
