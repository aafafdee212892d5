package dev.tranche.opinion;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.text.Document;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/** Puts questions about the doubtful entries of a book to a model, and keeps its answers beside the book. */
public final class SecondReader {

    /** After this many failures of the connection in a row, the remaining questions are not asked. */
    static final int MOST_FAILURES = 3;

    private final Chat chat;
    private final Settings settings;
    private final ProposalFile file;
    private final InstantSource clock;
    private final AtomicInteger failuresInRow = new AtomicInteger();

    /**
     * How it asks.
     *
     * @param model name of the model
     * @param atOnce how many questions are under way at once, from 1
     * @param most how many questions are asked in one run, from 1
     */
    public record Settings(String model, int atOnce, int most) {}

    /** What a run did; receives it as it happens. */
    public interface Told {

        /** A value was proposed that differs from the one shown. */
        void proposed(Proposal proposal);

        /** A question got no answer; {@code why} is half a sentence. */
        void failed(String entry, String field, String why);
    }

    /**
     * What a run came to.
     *
     * @param proposed answers that propose another value
     * @param agreed answers that chose the value shown
     * @param undecided answers that chose none
     * @param failed questions without a usable answer; the next run asks them again
     * @param left questions that were not asked, because the reader could not be reached or there were too many
     * @param known questions that were answered before
     */
    public record Outcome(int proposed, int agreed, int undecided, int failed, int left, int known) {}

    SecondReader(Chat chat, Settings settings, ProposalFile file, InstantSource clock) {
        this.chat = chat;
        this.settings = settings;
        this.file = file;
        this.clock = clock;
    }

    /** Asks a model over HTTP. */
    public static Outcome ask(
            SecondReaderAddress reader, Duration patience, Settings settings, ProposalFile file, Book book, Told told)
            throws IOException, InterruptedException {
        try (HttpChat http = new HttpChat(reader, patience)) {
            Chat chat = new Retrying(http, Thread::sleep);
            return new SecondReader(chat, settings, file, InstantSource.system()).run(book, told);
        }
    }

    /**
     * What the questions are about.
     *
     * @param view the book
     * @param lexicon finds the names in its reports
     * @param reportOf the report of a journal entry; empty where there is none
     */
    public record Book(BookView view, Lexicon lexicon, LongFunction<Optional<Document>> reportOf) {}

    /** Counts the outcomes of the questions. */
    private static final class Tally {
        private int proposed;
        private int agreed;
        private int undecided;
        private int failed;
        private int left;
    }

    /** A question on its way. */
    private record Sent(Question question, String id, Future<Optional<ChatAnswer>> answer) {}

    Outcome run(Book book, Told told) throws IOException, InterruptedException {
        Map<String, Proposal> before = file.read().answers();
        List<Question> open = new ArrayList<>();
        int known = 0;
        Questions questions = new Questions(book.lexicon(), book.view());
        for (Commitment entry : questions.doubtful()) {
            for (Question question : questionsOf(entry, questions, book)) {
                if (before.containsKey(question.id(settings.model()))) {
                    known++;
                } else {
                    open.add(question);
                }
            }
        }
        List<Question> put = open.subList(0, Math.min(open.size(), settings.most()));
        return all(put, open.size() - put.size(), known, told);
    }

    private static List<Question> questionsOf(Commitment entry, Questions questions, Book book) {
        return book.view()
                .report(Questions.told(entry).report())
                .map(ReportLine::number)
                .flatMap(book.reportOf()::apply)
                .map(report -> questions.of(entry, report))
                .orElse(List.of());
    }

    private Outcome all(List<Question> put, int tooMany, int known, Told told)
            throws IOException, InterruptedException {
        Tally tally = new Tally();
        tally.left = tooMany;
        ExecutorService threads = Executors.newFixedThreadPool(
                settings.atOnce(),
                Thread.ofPlatform().name("second-reader-", 0).daemon().factory());
        try {
            List<Sent> sent = new ArrayList<>();
            for (Question question : put) {
                sent.add(new Sent(question, question.id(settings.model()), threads.submit(asking(question))));
            }
            for (Sent one : sent) {
                take(one, tally, told);
            }
        } finally {
            threads.shutdownNow();
        }
        return new Outcome(tally.proposed, tally.agreed, tally.undecided, tally.failed, tally.left, known);
    }

    /** Empty when the reader has been unreachable for long enough. */
    private Callable<Optional<ChatAnswer>> asking(Question question) {
        return () -> {
            if (failuresInRow.get() >= MOST_FAILURES) {
                return Optional.empty();
            }
            try {
                String body = chat.ask(Prompt.request(settings.model(), question));
                failuresInRow.set(0);
                return Optional.of(ChatAnswer.parse(body, question.candidates().size()));
            } catch (ChatException failed) {
                if (failed.mayPass()) {
                    failuresInRow.incrementAndGet();
                }
                return Optional.of(new ChatAnswer.Unusable(String.valueOf(failed.getMessage())));
            }
        };
    }

    /** Keeps an answer as soon as it is there, so that an interrupted run loses nothing. */
    private void take(Sent sent, Tally tally, Told told) throws IOException, InterruptedException {
        Optional<ChatAnswer> answer;
        try {
            answer = sent.answer().get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a question could not be put", bug.getCause());
        }
        Question question = sent.question();
        if (answer.isEmpty()) {
            tally.left++;
            return;
        }
        switch (answer.get()) {
            case ChatAnswer.Unusable unusable -> {
                tally.failed++;
                told.failed(question.entry(), question.field().slug(), unusable.why());
            }
            case ChatAnswer.None none -> {
                tally.undecided++;
                file.add(proposal(sent, new Candidate("", "", "")));
            }
            case ChatAnswer.Chosen chosen -> {
                Proposal proposal = proposal(sent, question.candidates().get(chosen.number() - 1));
                file.add(proposal);
                if (proposal.proposesChange()) {
                    tally.proposed++;
                    told.proposed(proposal);
                } else {
                    tally.agreed++;
                }
            }
        }
    }

    private Proposal proposal(Sent sent, Candidate chosen) {
        Question question = sent.question();
        return new Proposal(
                sent.id(),
                question.entry(),
                question.field(),
                question.before(),
                chosen.value(),
                chosen.label(),
                chosen.words(),
                question.report(),
                question.quote(),
                settings.model(),
                Prompt.VERSION,
                clock.instant());
    }
}
