package dev.tranche.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Keeps file names and addresses in help whole: lines are wrapped at full stops too, which would break
 * {@code openapi.yaml} in two. While help is laid out, such a full stop is a letter that looks like one.
 */
public final class WholeWords {

    private static final char STOP = '.';

    /** LATIN LETTER SINOLOGICAL DOT: a letter to the code that wraps lines, and not used in our texts. */
    private static final char LETTER = '\uA78F';

    private static final Pattern INNER_STOP = Pattern.compile("(?<=[\\p{L}\\p{N}_])\\.(?=[\\p{L}\\p{N}_])");

    private WholeWords() {}

    /** Prepares the help of a command and of all commands below it. */
    public static void prepare(CommandLine command) {
        describe(command);
        command.setHelpFactory(WholeHelp::new);
    }

    private static void describe(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage().description(whole(spec.usageMessage().description()));
        command.getSubcommands().values().forEach(WholeWords::describe);
    }

    /** The usual help over descriptions whose words stay whole. */
    private static final class WholeHelp extends Help {

        WholeHelp(CommandSpec spec, ColorScheme colours) {
            super(spec, colours);
        }

        @Override
        public IOptionRenderer createDefaultOptionRenderer() {
            IOptionRenderer usual = super.createDefaultOptionRenderer();
            return (option, label, colours) -> usual.render(
                    option.toBuilder().description(whole(option.description())).build(), label, colours);
        }

        @Override
        public IParameterRenderer createDefaultParameterRenderer() {
            IParameterRenderer usual = super.createDefaultParameterRenderer();
            return (parameter, label, colours) -> usual.render(
                    parameter.toBuilder()
                            .description(whole(parameter.description()))
                            .build(),
                    label,
                    colours);
        }
    }

    private static String[] whole(String[] lines) {
        String[] kept = lines.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = INNER_STOP.matcher(kept[i]).replaceAll(String.valueOf(LETTER));
        }
        return kept;
    }

    /** Returns a writer that turns the letters back into full stops. */
    public static Writer restoring(Writer out) {
        return new FilterWriter(out) {
            @Override
            public void write(int c) throws IOException {
                super.write(c == LETTER ? STOP : c);
            }

            @Override
            public void write(char[] letters, int start, int length) throws IOException {
                write(new String(letters, start, length), 0, length);
            }

            @Override
            public void write(String text, int start, int length) throws IOException {
                super.write(text.replace(LETTER, STOP), start, length);
            }
        };
    }
}
