package dev.tranche.cli;

import dev.tranche.account.Account;
import dev.tranche.account.AccountName;
import dev.tranche.account.Change;
import dev.tranche.account.Changed;
import dev.tranche.account.Door;
import dev.tranche.account.DoorSettings;
import dev.tranche.account.Login;
import dev.tranche.account.LoginPage;
import dev.tranche.account.Role;
import dev.tranche.print.Columns;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.StoreException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
        header = "Manage who may use the server of the book.",
        synopsisSubcommandLabel = "ACTION",
        description = {
            "",
            "A book without accounts is open to anyone who can reach its server. From the first account on, which is"
                + " an admin, everyone signs in with a name and password. Accounts are never deleted, only disabled:"
                + " decisions carry their names.",
            ""
        },
        commandListHeading = "%nActions:%n",
        subcommands = {
            AccountsCommand.Add.class,
            AccountsCommand.All.class,
            AccountsCommand.ChangeRole.class,
            AccountsCommand.Disable.class,
            AccountsCommand.Enable.class,
            AccountsCommand.Password.class,
            AccountsCommand.Logins.class
        })
public final class AccountsCommand implements Runnable {

    private static final String NAME = "The name of the account.";
    private static final String PASSWORD =
            "The password is asked for twice on a terminal, and is one line of standard input otherwise. It has 12 to"
                    + " 1000 characters; several words are fine.";

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

    /** Refuses a call without an action. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "What should be done with accounts? The actions are "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    private BookAddress address() {
        return BookOptions.address(book);
    }

    private Door door(Access access) {
        try {
            return Door.open(address(), access, DoorSettings.USUAL, InstantSource.system(), new SecureRandom());
        } catch (StoreException failed) {
            if (failed.reason() == StoreException.Reason.MISSING) {
                throw CommandException.usage(
                        failed.getMessage() + " 'tranche accounts add NAME' creates one with its first account.");
            }
            throw failed;
        }
    }

    private static AccountName name(String text) {
        return AccountName.find(text)
                .orElseThrow(() -> CommandException.usage(
                        "'" + Columns.oneLine(text) + "' is not a valid account name: " + AccountName.RULE + "."));
    }

    private void say(String sentence) {
        program.terminal().err().println("tranche: " + sentence);
    }

    private void change(String text, Change change, String done) {
        AccountName name = name(text);
        try (Door door = door(Access.WRITE)) {
            accept(door.change(name, change));
        }
        say(name + done);
    }

    private Account accept(Changed changed) {
        return switch (changed) {
            case Changed.Done done -> done.account();
            case Changed.Refused refused -> throw refusal(refused);
        };
    }

    private static CommandException refusal(Changed.Refused refused) {
        String next = switch (refused.why()) {
            case UNKNOWN -> " 'tranche accounts list' shows all.";
            case EXISTS -> " 'tranche accounts password' changes its password.";
            case NO_ADMIN -> " Leave --role out, or say --role admin.";
            case LAST_ADMIN, WEAK_PASSWORD, WRONG_PASSWORD, TOO_MANY, FULL -> "";
        };
        return CommandException.usage(refused.sentence() + next);
    }

    private void print(List<List<String>> rows) {
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(aligned(rows));
            results.complete();
        }
    }

    private static String aligned(List<List<String>> rows) {
        StringBuilder page = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(each -> Columns.width(each.get(column)))
                        .max()
                        .orElse(0);
                line.append(Columns.pad(row.get(i), width)).append("  ");
            }
            page.append(line.toString().stripTrailing()).append('\n');
        }
        return page.toString();
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code tranche accounts add}. */
    @Command(
            name = "add",
            header = "Add an account.",
            description = {"", PASSWORD, ""})
    static final class Add implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        @Parameters(
                index = "0",
                paramLabel = "NAME",
                description = "The name: lower-case letters, digits, dots, dashes and underscores, 40 at most.")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                converter = RoleConverter.class,
                description = "viewer reads; reviewer also decides and adds reports; admin also manages accounts."
                        + " Default: viewer, but admin for the first account.")
        private @Nullable Role role;

        /** Asks for the password and adds the account. */
        @Override
        public void run() {
            AccountName checked = name(name);
            try (Door door = accounts.door(Access.WRITE)) {
                boolean isFirst = !door.hasAccounts();
                Role given = Optional.ofNullable(role).orElse(isFirst ? Role.ADMIN : Role.VIEWER);
                door.refusal(checked, given).ifPresent(refused -> {
                    throw refusal(refused);
                });
                String password = SecretInput.read(accounts.program.terminal(), checked.value());
                Account added = accounts.accept(door.add(checked, password, given));
                accounts.say("account " + added.name() + " (" + added.role().slug() + ") added to "
                        + accounts.address() + "."
                        + (isFirst ? " It is the first: from now on everybody signs in." : ""));
            }
        }
    }

    /** {@code tranche accounts list}. */
    @Command(name = "list", header = "List the accounts: name, role, creation, last sign-in.")
    static final class All implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        /** Prints one line for each account. */
        @Override
        public void run() {
            List<Account> all;
            try (Door door = accounts.door(Access.READ)) {
                all = door.accounts();
            }
            accounts.print(all.stream().map(All::row).toList());
            if (all.isEmpty()) {
                accounts.say("there are no accounts: anyone who can reach the server may do everything."
                        + " 'tranche accounts add NAME' creates the first.");
            }
        }

        private static List<String> row(Account account) {
            return List.of(
                    account.name().value(),
                    account.role().slug() + (account.disabled() ? ", disabled" : ""),
                    "made " + second(account.created()),
                    account.lastLogin()
                            .map(at -> "last signed in " + second(at))
                            .orElse("never signed in"));
        }
    }

    /** {@code tranche accounts role}. */
    @Command(name = "role", header = "Change the role of an account; this takes effect at once, also in open sessions.")
    static final class ChangeRole implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        @Parameters(index = "0", paramLabel = "NAME", description = NAME)
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Parameters(
                index = "1",
                paramLabel = "ROLE",
                converter = RoleConverter.class,
                description = "viewer, reviewer or admin.")
        @SuppressWarnings("NullAway.Init")
        private Role role;

        /** Changes the role. */
        @Override
        public void run() {
            accounts.change(name, Change.ofRole(role), " is " + role.slug() + ".");
        }
    }

    /** {@code tranche accounts disable}. */
    @Command(
            name = "disable",
            header = "Disable an account.",
            description = {"", "Ends its sessions; its tokens are refused until it is enabled again.", ""})
    static final class Disable implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        @Parameters(index = "0", paramLabel = "NAME", description = NAME)
        @SuppressWarnings("NullAway.Init")
        private String name;

        /** Disables the account. */
        @Override
        public void run() {
            accounts.change(name, Change.ofDisabled(true), " is disabled and signed out everywhere.");
        }
    }

    /** {@code tranche accounts enable}. */
    @Command(name = "enable", header = "Enable a disabled account.")
    static final class Enable implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        @Parameters(index = "0", paramLabel = "NAME", description = NAME)
        @SuppressWarnings("NullAway.Init")
        private String name;

        /** Enables the account. */
        @Override
        public void run() {
            accounts.change(name, Change.ofDisabled(false), " may sign in.");
        }
    }

    /** {@code tranche accounts password}. */
    @Command(
            name = "password",
            header = "Change the password of an account.",
            description = {"", PASSWORD + " Its sessions end and its tokens are removed.", ""})
    static final class Password implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        @Parameters(index = "0", paramLabel = "NAME", description = NAME)
        @SuppressWarnings("NullAway.Init")
        private String name;

        /** Asks for the password and changes it. */
        @Override
        public void run() {
            AccountName checked = name(name);
            try (Door door = accounts.door(Access.WRITE)) {
                accounts.accept(door.change(checked, new Change(Optional.empty(), Optional.empty(), Optional.empty())));
                String password = SecretInput.read(accounts.program.terminal(), checked.value());
                accounts.accept(door.change(checked, Change.ofPassword(password)));
            }
            accounts.say(checked + " has the new password; sessions and tokens of the old one are gone.");
        }
    }

    /** {@code tranche accounts logins}. */
    @Command(name = "logins", header = "List sign-ins and attempts, the latest first.")
    static final class Logins implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private AccountsCommand accounts;

        @Option(names = "--limit", paramLabel = "N", description = "At most N, 1 to 1000. Default: 50.")
        private int limit = 50;

        /** Prints one line for each. */
        @Override
        public void run() {
            if (limit < 1 || limit > Door.MOST_LOGINS) {
                throw CommandException.usage("--limit: " + limit + " is not between 1 and " + Door.MOST_LOGINS + ".");
            }
            LoginPage page;
            try (Door door = accounts.door(Access.READ)) {
                page = door.logins(0, limit);
            }
            accounts.print(page.items().stream().map(Logins::row).toList());
            if (page.items().isEmpty()) {
                accounts.say("nobody has signed in or tried to.");
            }
        }

        private static List<String> row(Login login) {
            return List.of(
                    second(login.at()),
                    Columns.oneLine(login.name()),
                    login.outcome().slug(),
                    Columns.oneLine(login.address()));
        }
    }
}
