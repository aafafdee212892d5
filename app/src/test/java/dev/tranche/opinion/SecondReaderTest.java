package dev.tranche.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Standing;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.review.Field;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondReaderTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Document> REPORTS = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static GrowingBook growing;

    @SuppressWarnings("NullAway.Init")
    private static BookView view;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void readSamples() throws IOException {
        growing = new GrowingBook(new BookSettings(OfficialRecord.shipped(), true), Lexicon.standard()::nameOf);
        try (Stream<Path> files = Files.list(Repository.corpus("samples"))) {
            for (Path path :
                    files.filter(each -> !each.endsWith("README.md")).sorted().toList()) {
                for (Incoming incoming :
                        ReportReader.readAll(String.valueOf(path.getFileName()), Files.readAllBytes(path))) {
                    if (incoming instanceof Incoming.Report report) {
                        REPORTS.add(report.document());
                        growing.add(
                                REPORTS.size(),
                                new JournalEntry.Read(Extractor.standard().extract(report.document())));
                    }
                }
            }
        }
        view = growing.view();
    }

    private static SecondReader.Book book() {
        return new SecondReader.Book(view, Lexicon.standard(), number -> Optional.of(REPORTS.get((int) number - 1)));
    }

    private ProposalFile file() {
        return new ProposalFile(folder.resolve("answers.jsonl"));
    }

    /** Notes what it is told. */
    private static final class Noting implements SecondReader.Told {
        private final List<Proposal> proposed = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        @Override
        public void proposed(Proposal proposal) {
            proposed.add(proposal);
        }

        @Override
        public void failed(String entry, String field, String why) {
            failed.add(why);
        }
    }

    private SecondReader.Outcome run(ModelServer server, SecondReader.Settings settings, Noting noting)
            throws Exception {
        try (HttpChat http = new HttpChat(server.reader(), PATIENCE)) {
            Chat chat = new Retrying(http, time -> {});
            return new SecondReader(chat, settings, file(), InstantSource.fixed(AT)).run(book(), noting);
        }
    }

    private static SecondReader.Settings usual() {
        return new SecondReader.Settings("tiny", 2, 1_000);
    }

    private static List<Question> questions() {
        Questions questions = new Questions(Lexicon.standard(), view);
        List<Question> all = new ArrayList<>();
        for (Commitment entry : questions.doubtful()) {
            long number =
                    view.report(Questions.told(entry).report()).orElseThrow().number();
            all.addAll(questions.of(entry, REPORTS.get((int) number - 1)));
        }
        return all;
    }

    @Test
    void onlyDoubtfulCellsAreAskedAboutAndEveryCandidateStandsInTheReport() {
        List<Question> all = questions();
        assertThat(all).hasSizeGreaterThan(5);
        for (Question question : all) {
            Commitment entry = view.index().find(question.entry()).orElseThrow();
            assertThat(entry.standing()).isEqualTo(Standing.DOUBTFUL);
            assertThat(question.field()).isIn(Field.DONOR, Field.RECIPIENT, Field.TYPE, Field.STAGE);
            assertThat(question.text()).contains(question.quote()).hasSizeLessThanOrEqualTo(Questions.LONGEST_TEXT);
            String line = question.text().replaceAll("\\s+", " ");
            assertThat(question.candidates())
                    .allSatisfy(candidate -> assertThat(line).contains(candidate.words()))
                    .anyMatch(candidate -> !candidate.value().equals(question.before()));
            String prompt = Prompt.user(question);
            assertThat(prompt)
                    .contains("\n1. ")
                    .contains("\n" + question.candidates().size() + ". ");
        }
        assertThat(all.stream().map(question -> question.id("tiny")).distinct()).hasSameSizeAs(all);
    }

    /** The words of a candidate are its name in the report and no more. */
    @Test
    void aCandidateIsQuotedExactly() {
        List<String> ukraine = questions().stream()
                .flatMap(question -> question.candidates().stream())
                .filter(candidate -> candidate.value().equals("UA"))
                .map(Candidate::words)
                .distinct()
                .toList();
        assertThat(ukraine).contains("Ukraine").noneMatch(words -> words.matches("(?:Ukraine|Kyiv|Kiev)\\W.*"));
    }

    @Test
    void aChosenValueIsProposedAndNothingIsBooked() throws Exception {
        Noting noting = new Noting();
        try (ModelServer server = ModelServer.saying(request -> "{\"answer\": 1}")) {
            SecondReader.Outcome outcome = run(server, usual(), noting);
            assertThat(outcome.proposed()).isPositive().isEqualTo(noting.proposed.size());
            assertThat(outcome.proposed() + outcome.agreed())
                    .isEqualTo(questions().size());
            assertThat(outcome.failed() + outcome.left() + outcome.undecided() + outcome.known())
                    .isZero();
            assertThat(server.requests())
                    .hasSameSizeAs(questions())
                    .allSatisfy(request -> assertThat(request)
                            .contains("\"model\":\"tiny\"", "\"temperature\":0", "\"stream\":false"));
            assertThat(server.mostAtOnce()).isBetween(1, 2);
            // A question is put once.
            SecondReader.Outcome again = run(server, usual(), noting);
            assertThat(again.known()).isEqualTo(questions().size());
            assertThat(server.requests()).hasSameSizeAs(questions());
        }
        assertThat(growing.view().ledger()).isEqualTo(view.ledger());
        List<Proposal> open = OpenProposals.of(file().read(), view);
        assertThat(open).isEqualTo(noting.proposed);
        Question first = questions().stream()
                .filter(question -> question.id("tiny").equals(open.getFirst().id()))
                .findFirst()
                .orElseThrow();
        assertThat(open.getFirst().value())
                .isEqualTo(first.candidates().getFirst().value());
        assertThat(open.getFirst().sentence()).endsWith("(model tiny, prompt " + Prompt.VERSION + ")");
    }

    @Test
    void unusableAnswersAreToldAndAskedAgain() throws Exception {
        for (String nonsense : List.of("{\"answer\": 99}", "I like trains.", "{\"answer\"")) {
            Noting noting = new Noting();
            try (ModelServer server = ModelServer.saying(request -> nonsense)) {
                SecondReader.Outcome outcome = run(server, usual(), noting);
                assertThat(outcome.failed()).isEqualTo(questions().size());
                assertThat(noting.failed).hasSameSizeAs(questions()).allMatch(why -> why.startsWith("the model"));
                assertThat(outcome.left() + outcome.known()).isZero();
            }
        }
        assertThat(file().read().answers()).isEmpty();
        try (ModelServer server = ModelServer.saying(request -> "none")) {
            assertThat(run(server, usual(), new Noting()).undecided())
                    .isEqualTo(questions().size());
        }
        assertThat(OpenProposals.of(file().read(), view)).isEmpty();
    }

    @Test
    void aReaderOutOfReachIsLeftInPeace() throws Exception {
        Noting noting = new Noting();
        try (ModelServer server =
                ModelServer.of((exchange, request) -> ModelServer.send(exchange, 500, "out of memory"))) {
            SecondReader.Outcome outcome = run(server, new SecondReader.Settings("tiny", 1, 1_000), noting);
            assertThat(outcome.failed()).isEqualTo(SecondReader.MOST_FAILURES);
            assertThat(outcome.left()).isEqualTo(questions().size() - SecondReader.MOST_FAILURES);
            assertThat(noting.failed).allMatch(why -> why.startsWith("HTTP 500") && why.endsWith("after 3 tries"));
            assertThat(server.requests()).hasSize(SecondReader.MOST_FAILURES * Retrying.TRIES);
        }
        assertThat(file().read().answers()).isEmpty();
    }

    @Test
    void noMoreQuestionsArePutThanWereAllowed() throws Exception {
        try (ModelServer server = ModelServer.saying(request -> "1")) {
            SecondReader.Outcome outcome = run(server, new SecondReader.Settings("tiny", 4, 3), new Noting());
            assertThat(server.requests()).hasSize(3);
            assertThat(outcome.left()).isEqualTo(questions().size() - 3);
        }
    }

    @Test
    void aProposalClosesWhenAPersonDecides() throws Exception {
        Noting noting = new Noting();
        try (ModelServer server = ModelServer.saying(request -> "1")) {
            run(server, usual(), noting);
        }
        assertThat(noting.proposed).hasSizeGreaterThan(1);
        Proposal refused = noting.proposed.getFirst();
        Proposal accepted = noting.proposed.getLast();
        file().refuse(refused.id(), "anna", AT);
        assertThat(OpenProposals.of(file().read(), view))
                .doesNotContain(refused)
                .contains(accepted);
        Commitment entry = view.index().find(accepted.entry()).orElseThrow();
        GrowingBook decided =
                new GrowingBook(new BookSettings(OfficialRecord.shipped(), true), Lexicon.standard()::nameOf);
        for (Document report : REPORTS) {
            decided.add(
                    REPORTS.indexOf(report) + 1L,
                    new JournalEntry.Read(Extractor.standard().extract(report)));
        }
        decided.add(
                REPORTS.size() + 1L,
                new JournalEntry.Decided(new Decision(
                        AT,
                        "anna",
                        accepted.sentence(),
                        new Action.Correct(
                                ClaimMark.of(entry.claims()),
                                List.of(new CellChange(
                                        accepted.before(), accepted.cell().orElseThrow()))))));
        BookView after = decided.view();
        assertThat(Questions.shown(after.index().find(accepted.entry()).orElseThrow(), accepted.field()))
                .isEqualTo(accepted.value());
        assertThat(OpenProposals.of(file().read(), after)).doesNotContain(refused, accepted);
    }
}
