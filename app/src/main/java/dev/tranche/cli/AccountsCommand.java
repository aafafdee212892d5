package dev.tranche.cli;

import dev.tranche.account.AccountException;
import dev.tranche.account.Accounts;
import dev.tranche.account.Book;
import dev.tranche.account.Role;
import dev.tranche.print.Columns;
import dev.tranche.store.Access;
import dev.tranche.store.AccountTables;
import dev.tranche.store.AccountTables.AccountRow;
import dev.tranche.store.Store;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code tranche accounts}: who may use the server of a book. */
@Command(
        name = "accounts",
        header = "Manage who may use the server of a book.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "With the first account the server asks everybody to sign in. Viewers look, reviewers decide and add"
                + " reports too, admins manage accounts too. Passwords are asked for; where there is no terminal, the"
                + " first line of standard input is taken.",
            ""
        })
public final class AccountsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--book",
            scope = ScopeType.INHERIT,
            paramLabel = "BOOK",
            defaultValue = "${env:TRANCHE_BOOK}",
            description = BookOptions.BOOK)
    private @Nullable String book;

    /** Asks for a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: add, list, disable, enable, role or password.");
    }

    private record Tables(Store store) implements Book {
        @Override
        public <T> T read(Function<AccountTables, T> question) {
            return question.apply(store.accounts());
        }

        @Override
        public <T> T write(Function<AccountTables, T> change) {
            return change.apply(store.accounts());
        }
    }

    private void with(Consumer<Accounts> work) {
        try (Store store = BookOptions.open(book, Access.WRITE)) {
            work.accept(new Accounts(new Tables(store), new SecureRandom(), InstantSource.system()));
        } catch (AccountException refused) {
            throw CommandException.usage(refused.getMessage() + ".");
        }
    }

    private void say(String sentence) {
        program.terminal().err().println("tranche: " + sentence);
    }

    @SuppressWarnings("SystemConsoleNull") // Java 25 returns null again where there is none.
    private String password() {
        Console console = System.console();
        if (console != null && console.isTerminal() && program.terminal().isErrTerminal()) {
            String first = String.valueOf(console.readPassword("Password (12 characters or more): "));
            if (!first.equals(String.valueOf(console.readPassword("The same again: ")))) {
                throw CommandException.usage("the two passwords differ.");
            }
            return first;
        }
        try {
            // Not closed: standard input belongs to the program.
            String line = new BufferedReader(
                            new InputStreamReader(program.terminal().in(), StandardCharsets.UTF_8))
                    .readLine();
            return Optional.ofNullable(line)
                    .orElseThrow(() -> CommandException.usage("no password: standard input is empty."));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Role role(String word) {
        return Role.find(word)
                .orElseThrow(
                        () -> CommandException.usage("--role: '" + word + "' is none of viewer, reviewer, admin."));
    }

    private static Accounts.Change change(Optional<Role> role, Optional<String> password, Optional<Boolean> disabled) {
        return new Accounts.Change(role, password, Optional.empty(), disabled);
    }

    @Command(name = "add", header = "Add an account.")
    void add(
            @Parameters(paramLabel = "NAME", description = "Small letters, digits, full stops, hyphens, underscores.")
                    String name,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = "viewer, reviewer or admin.")
                    String role) {
        Role wanted = role(role);
        with(accounts -> {
            boolean isFirst = !accounts.exist();
            accounts.add(name, wanted, password());
            say(name + " may sign in as " + wanted.slug() + "."
                    + (isFirst ? " From now on the server asks everybody to sign in." : ""));
        });
    }

    @Command(name = "list", header = "List all accounts.")
    void list() {
        with(accounts -> {
            try (Results results = Results.open(program.terminal(), Optional.empty())) {
                for (AccountRow row : accounts.all()) {
                    String last = row.lastLogin().map(Instant::toString).orElse("never");
                    results.write(String.join(
                                    "  ",
                                    Columns.oneLine(row.name()),
                                    row.role(),
                                    row.disabled() ? "disabled" : "enabled",
                                    "signed in " + last)
                            + "\n");
                }
                results.complete();
            }
        });
    }

    @Command(name = "disable", header = "Keep an account from signing in; its sessions and tokens end.")
    void disable(@Parameters(paramLabel = "NAME", description = "The account.") String name) {
        with(accounts -> {
            accounts.change(name, change(Optional.empty(), Optional.empty(), Optional.of(true)));
            say(name + " may not sign in any more.");
        });
    }

    @Command(name = "enable", header = "Let a disabled account sign in again.")
    void enable(@Parameters(paramLabel = "NAME", description = "The account.") String name) {
        with(accounts -> {
            accounts.change(name, change(Optional.empty(), Optional.empty(), Optional.of(false)));
            say(name + " may sign in again.");
        });
    }

    @Command(name = "role", header = "Change what an account may do.")
    void role(
            @Parameters(paramLabel = "NAME", description = "The account.") String name,
            @Parameters(paramLabel = "ROLE", description = "viewer, reviewer or admin.") String role) {
        Role wanted = role(role);
        with(accounts -> {
            accounts.change(name, change(Optional.of(wanted), Optional.empty(), Optional.empty()));
            say(name + " is " + wanted.slug() + " now.");
        });
    }

    @Command(name = "password", header = "Set another password; whoever is signed in with the old one is signed out.")
    void password(@Parameters(paramLabel = "NAME", description = "The account.") String name) {
        with(accounts -> {
            accounts.change(name, change(Optional.empty(), Optional.of(password()), Optional.empty()));
            say(name + " has another password.");
        });
    }
}
