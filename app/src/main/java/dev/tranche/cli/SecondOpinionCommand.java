package dev.tranche.cli;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.opinion.Proposal;
import dev.tranche.opinion.ProposalFile;
import dev.tranche.opinion.SecondReader;
import dev.tranche.opinion.SecondReaderAddress;
import dev.tranche.store.Access;
import dev.tranche.store.Store;
import dev.tranche.view.BookView;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche second-opinion}: asks a model about doubtful cells. */
@Command(
        name = "second-opinion",
        header =
                "Ask a model on this machine about the doubtful cells of a book; a person decides on what it proposes.",
        description = {
            "",
            "Any server with the chat interface of OpenAI (POST /v1/chat/completions) will do, such as those of"
                + " llama.cpp or Ollama. It is asked about doubtful entries only, and only about the donor, recipient,"
                + " type or stage that their doubts name. It chooses among values whose words are in the report, or"
                + " none. Nothing is booked: its proposals are shown on the desk of 'tranche serve', to accept or"
                + " refuse. Answers are kept in a file beside the book; a question is asked once.",
            "",
            "Example: tranche second-opinion --second-reader http://localhost:8080 --model qwen3-8b",
            ""
        })
public final class SecondOpinionCommand implements Runnable {

    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_TOLD = 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private LexiconOption names = new LexiconOption();

    @Mixin
    private RecordOption record = new RecordOption();

    @Option(
            names = "--second-reader",
            paramLabel = "ADDRESS",
            required = true,
            description = "Where the model is, such as http://localhost:8080. Only this machine, unless"
                    + " --beyond-this-machine is given.")
    @SuppressWarnings("NullAway.Init")
    private String reader;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            required = true,
            description = "The name of the model, as its server knows it. Proposals carry it.")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(
            names = "--beyond-this-machine",
            description = "Allow a second reader on another machine. The texts of doubtful reports are sent there.")
    private boolean beyond;

    @Option(names = "--at-once", paramLabel = "N", description = "Ask N questions at once, 1 to 16. Default: 2.")
    private int atOnce = 2;

    @Option(names = "--most", paramLabel = "N", description = "Ask at most N questions in this run. Default: 500.")
    private int most = 500;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long one answer may take; after that the question is asked again, twice at most."
                    + " Default: 120.")
    private int patience = 120;

    /** Asks, and prints what is proposed. */
    @Override
    public void run() {
        check("--at-once", atOnce, MOST_AT_ONCE);
        check("--most", most, Integer.MAX_VALUE);
        check("--patience", patience, MOST_SECONDS);
        if (model.isBlank() || model.length() > 100) {
            throw CommandException.usage("--model needs a name of 1 to 100 characters.");
        }
        SecondReaderAddress address = address();
        Lexicon lexicon = names.lexicon();
        BookView view = BookViews.of(book.named(), lexicon, record);
        ProposalFile file = ProposalFile.of(book.address());
        try (Store store = book.open(Access.READ)) {
            SecondReader.Book asked = new SecondReader.Book(
                    view,
                    lexicon,
                    number -> Optional.ofNullable(store.reports(List.of(number)).get(number)));
            Printing printing = new Printing(view);
            SecondReader.Outcome outcome = SecondReader.ask(
                    address,
                    Duration.ofSeconds(patience),
                    new SecondReader.Settings(model.strip(), atOnce, most),
                    file,
                    asked,
                    printing);
            printing.end(outcome, address);
        } catch (IOException broken) {
            throw CommandException.outside(file.path() + ": the answers cannot be kept: " + broken.getMessage() + ".");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private SecondReaderAddress address() {
        try {
            return SecondReaderAddress.parse(reader, beyond);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage("--second-reader: " + wrong.getMessage());
        }
    }

    private static void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw CommandException.usage(option + " needs a number from 1 to " + most + ", not " + value + ".");
        }
    }

    /** Prints a line for each proposal, and one for each of the first failures. */
    private final class Printing implements SecondReader.Told {
        private final BookView view;
        private int failures;

        private Printing(BookView view) {
            this.view = view;
        }

        @Override
        public void proposed(Proposal proposal) {
            String line = view.shortName(proposal.entry()) + "  " + proposal.sentence() + ", now "
                    + (proposal.before().isEmpty() ? "empty" : proposal.before()) + ": \"" + proposal.words() + "\"\n";
            try (Results results = Results.open(program.terminal(), Optional.empty())) {
                results.write(line);
                results.complete();
            }
        }

        @Override
        public void failed(String entry, String field, String why) {
            failures++;
            if (failures <= MOST_TOLD) {
                say(view.shortName(entry) + ", " + field + ": no answer: " + why + ".");
            }
        }

        private void say(String sentence) {
            program.terminal().err().println("tranche: " + sentence);
        }

        private void end(SecondReader.Outcome outcome, SecondReaderAddress address) {
            if (failures > MOST_TOLD) {
                say((failures - MOST_TOLD) + " more questions without an answer.");
            }
            int answered = outcome.proposed() + outcome.agreed() + outcome.undecided();
            say(answered + " answers: " + outcome.proposed() + " propose another value, " + outcome.agreed()
                    + " agree with what is shown, " + outcome.undecided() + " do not decide; " + outcome.failed()
                    + " without an answer, " + outcome.left() + " not asked, " + outcome.known()
                    + " answered before.");
            if (outcome.proposed() > 0) {
                say("'tranche serve' shows the proposals on the desk; nothing is booked.");
            }
            if (answered == 0 && outcome.failed() > 0) {
                throw CommandException.outside(
                        address + " gave no usable answer. Nothing is lost: the next run asks the questions again.");
            }
        }
    }
}
