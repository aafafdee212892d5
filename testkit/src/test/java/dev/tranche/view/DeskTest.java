package dev.tranche.view;

import static dev.tranche.view.BookViewTest.decided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Standing;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.NoteKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is on the desk of the samples, and what people note about it. */
class DeskTest {

    @SuppressWarnings("NullAway.Init")
    private static BookView view;

    @BeforeAll
    static void readSamples() throws IOException {
        BookViewTest.readSamples();
        view = BookViewTest.sampled();
    }

    @Test
    void allThatIsDoubtedOfAnEntryIsOneTaskAndNoDoubtfulEntryIsMissing() {
        List<Task> single = view.tasks().stream()
                .filter(task -> task.id().startsWith("entry-"))
                .toList();
        assertThat(single.stream().map(Task::entries)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(single).anyMatch(task -> task.matters().size() > 1);
        List<String> doubtful = view.ledger().entries().stream()
                .filter(entry ->
                        entry.standing() == Standing.DOUBTFUL && !entry.claims().isEmpty())
                .map(Commitment::id)
                .toList();
        assertThat(single.stream()
                        .filter(task -> task.isAbout(TaskKind.DOUBTFUL))
                        .flatMap(task -> task.entries().stream()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(doubtful);
    }

    @Test
    void aTaskIsPutAsideUntilWhatIsDoubtedChanges() {
        Task task = view.tasks().stream()
                .filter(one -> one.isAbout(TaskKind.RULE))
                .findFirst()
                .orElseThrow();
        Commitment entry = view.index().find(task.entries().getFirst()).orElseThrow();
        List<ClaimMark> marks = ClaimMark.of(entry.claims());
        BookView aside = decided(new Action.Note(marks, task.id(), task.state(), NoteKind.ASIDE, Optional.empty()));
        assertThat(aside.ledger()).as("the book stays as it is").isEqualTo(view.ledger());
        assertThat(task(aside, task.id()).isOpen()).isFalse();
        assertThat(aside.decisionsOf(entry))
                .as("the story of the entry tells it")
                .hasSize(1);
        BookView otherwise = decided(new Action.Note(marks, task.id(), "0123", NoteKind.ASIDE, Optional.empty()));
        assertThat(task(otherwise, task.id()).isOpen()).isTrue();
    }

    @Test
    void aTaskIsAssignedAndCommentedOn() {
        Task task = view.tasks().getFirst();
        Task assigned = task(
                decided(new Action.Note(List.of(), task.id(), task.state(), NoteKind.ASSIGN, Optional.of("bert"))),
                task.id());
        assertThat(assigned.isOpen()).isTrue();
        assertThat(assigned.notes().assignee()).contains("bert");
        Task commented = task(
                decided(new Action.Note(List.of(), task.id(), "before", NoteKind.COMMENT, Optional.empty())),
                task.id());
        assertThat(commented.notes().comments()).hasSize(1);
        assertThat(commented.notes().assignee()).isEmpty();
    }

    private static Task task(BookView view, String id) {
        return view.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
