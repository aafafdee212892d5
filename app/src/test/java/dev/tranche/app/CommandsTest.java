package dev.tranche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {

    @Command(name = "program")
    private static final class Program {}

    private static List<String> added(String... arguments) {
        CommandLine program = new CommandLine(new Program());
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
        for (String first : new String[] {"help", "--color", "raed", "--version"}) {
            assertThat(added(first, "read")).as(first).isEqualTo(all);
        }
        assertThat(added()).isEqualTo(all);
    }
}
