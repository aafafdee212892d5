package dev.tranche.cli;

import dev.tranche.print.Nearest;
import dev.tranche.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command early into a sentence on standard error and an exit status. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final TrancheCommand program;

    /** Builds the handler of a program. */
    public Failures(TrancheCommand program) {
        this.program = program;
    }

    /** Explains a wrong call and names the nearest right word. */
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        say(message(wrong));
        String name = command.getCommandSpec().qualifiedName();
        boolean isProgram = command.getParent() == null;
        if (isProgram) {
            say("the commands are " + String.join(", ", command.getSubcommands().keySet()) + ".");
        }
        say("'" + name + " --help' says more.");
        return CommandException.USAGE;
    }

    private static String message(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().getFirst());
        }
        if (wrong instanceof MissingParameterException) {
            return sentence(String.valueOf(wrong.getMessage()).replace("Missing required parameter", "missing"));
        }
        return sentence(String.valueOf(wrong.getMessage()));
    }

    private static String unmatched(CommandLine command, String word) {
        boolean isOption = word.startsWith("-");
        List<String> known = new ArrayList<>();
        if (isOption) {
            command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
        }
        String bare = isOption ? word.replaceFirst("=.*", "") : word;
        String hint = Nearest.of(bare, known)
                .map(near -> " Did you mean '" + near + "'?")
                .orElse("");
        if (isOption) {
            return "there is no option '" + bare + "'." + hint;
        }
        return known.isEmpty()
                ? "there is nothing to do with '" + word + "'."
                : "there is no command '" + word + "'." + hint;
    }

    private static String sentence(String message) {
        return message.matches("(?s).*[.?!]") ? message : message + ".";
    }

    /** Reports what failed. A reader that closed the pipe has seen enough, which is not a failure. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case ParameterException wrong -> handleParseException(wrong, new String[0]);
            case CommandException known -> {
                String.valueOf(known.getMessage()).lines().forEach(this::say);
                yield known.status();
            }
            case StoreException book -> {
                say(String.valueOf(book.getMessage()));
                showStack(book);
                yield CommandException.OUTSIDE;
            }
            case UncheckedIOException broken -> handleOutside(broken);
            case InvalidPathException wrong -> {
                say("'" + wrong.getInput() + "' cannot be a file name here: " + wrong.getReason()
                        + ". If it has letters outside the English alphabet, run the program with LC_ALL=C.UTF-8.");
                yield CommandException.USAGE;
            }
            default -> handleError(failure);
        };
    }

    /** Reports a bug in the program and prints its stack trace to those who ask for it. */
    public int handleError(Throwable bug) {
        say("a bug in Tranche ended the command: " + bug
                + (program.isDebug() ? "" : ". Run it again with --debug to see where."));
        showStack(bug);
        return CommandException.OUTSIDE;
    }

    private int handleOutside(UncheckedIOException failure) {
        IOException cause = Optional.ofNullable(failure.getCause()).orElseGet(IOException::new);
        String message = String.valueOf(cause.getMessage());
        if (message.contains("Broken pipe")) {
            return 0;
        }
        say("writing or reading failed: " + message + ".");
        showStack(failure);
        return CommandException.OUTSIDE;
    }

    private void showStack(Throwable failure) {
        if (program.isDebug()) {
            failure.printStackTrace(program.terminal().err());
        }
    }

    private void say(String sentence) {
        PrintStream err = program.terminal().err();
        err.println("tranche: " + sentence);
    }
}
