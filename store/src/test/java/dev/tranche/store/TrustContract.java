package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.contract.JournalContract;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.review.Action;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a book must notice, and what it must not take for damage. */
abstract class TrustContract extends FollowContract {

    /** How to change the words that the search keeps of entry 2, and how to lose them. */
    abstract List<String> damageWords();

    @Test
    void damageInTheDerivedTablesIsSeenAndRebuilt() throws SQLException {
        fill(4);
        try (Store store = open()) {
            store.append(new JournalEntry.Withdrawn("r3", "a hoax"));
            assertThat(store.verify().derived()).isEmpty();
        }
        List<String> damages = new ArrayList<>(damageWords());
        damages.addAll(List.of(
                "DELETE FROM report WHERE entry = 2",
                "UPDATE report SET id = 'r9' WHERE entry = 2",
                "UPDATE report SET part_key = 'x' WHERE entry = 2",
                "UPDATE report SET recall_name = 'x' WHERE entry = 2",
                "UPDATE report SET digest = 'x' WHERE entry = 2",
                "UPDATE report SET reader = 'x' WHERE entry = 2",
                "UPDATE last_word SET withdrawn = 0",
                "UPDATE last_word SET number = number + 1",
                "UPDATE last_word SET report = report || 'x'",
                "INSERT INTO decision (entry) VALUES (1)",
                "DELETE FROM decision",
                "DELETE FROM lean_reading WHERE entry = 4",
                "UPDATE lean_reading SET version = 'x' WHERE entry = 2",
                "UPDATE lean_reading SET reading = 'x' WHERE entry = 2",
                "DELETE FROM ledger_entry WHERE entry = 2",
                "INSERT INTO ledger_entry (entry) VALUES (77)",
                "DELETE FROM tie WHERE entry = 2",
                "INSERT INTO tie (name, entry) VALUES (1, 2)",
                "DROP TABLE last_word"));
        List<String> whole = derived();
        for (String damage : damages) {
            execute(damage);
            try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
                Verification found = store.verify();
                assertThat(found.broken()).as(damage).isEmpty();
                assertThat(found.derived()).as(damage).isPresent();
            }
            try (Store store = open()) {
                store.rebuild();
                assertThat(store.verify().derived()).as(damage).isEmpty();
            }
            assertThat(derived()).as(damage).isEqualTo(whole);
        }
    }

    @Test
    void aNotedHeadIsFoundInTheChainThatGrewFromItAndOnlyThere() throws SQLException {
        fill(2);
        String noted;
        try (Store store = open()) {
            noted = store.verify().head();
            assertThat(store.verify(Optional.of(noted)).holdsNoted()).isTrue();
        }
        fill(2, 4);
        try (Store store = open()) {
            assertThat(store.verify(Optional.of(noted)).holdsNoted())
                    .as("grown")
                    .isTrue();
            assertThat(store.verify(Optional.of("0".repeat(64))).holdsNoted())
                    .as("unknown")
                    .isFalse();
            assertThat(store.verify().holdsNoted()).as("none").isTrue();
        }
        execute(disarm().toArray(String[]::new));
        execute("UPDATE entry SET added_at = '2001-01-01T00:00:00Z' WHERE number = 2");
        try (Store store = open()) {
            Verification broken = store.verify(Optional.of(noted));
            assertThat(broken.broken().orElseThrow().entry()).isEqualTo(2);
            assertThat(broken.holdsNoted()).as("behind the first broken entry").isFalse();
        }
    }

    @Test
    void changedContentIsNotShown() throws SQLException {
        fill(3);
        execute(disarm().toArray(String[]::new));
        execute("UPDATE entry SET payload = replace(payload, '101', '110') WHERE number = 2");
        try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
            for (Runnable question : List.<Runnable>of(
                    store::entries,
                    () -> store.find(2),
                    () -> store.reports(List.of(1L, 2L)),
                    () -> store.search(SearchWords.parse("ukraine"), 9))) {
                assertThatThrownBy(question::run)
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                failed -> assertThat(failed.reason()).isEqualTo(StoreException.Reason.DAMAGED))
                        .hasMessageContaining("entry 2: its content is not what was added");
            }
            assertThat(store.find(3)).isPresent();
        }
    }

    @Test
    void questionsBesideAWriterSeeOneState() throws Exception {
        fill(3);
        try (Store store = Store.open(book(), Access.READ, CLOCK, count);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> writing = thread.submit(() -> {
                try (Store other = Store.open(book(), Access.WRITE, CLOCK)) {
                    for (int i = 0; i < 150; i++) {
                        other.append(
                                i % 2 == 0
                                        ? text("w" + i, "Ferry", "Number " + i)
                                        : JournalContract.decided(i, new Action.Withdraw("w" + (i - 1))));
                    }
                }
            });
            long asked = 0;
            long last = 0;
            boolean isOver = false;
            while (!isOver) {
                isOver = writing.isDone();
                Verification found = store.verify();
                assertThat(found.broken()).isEmpty();
                assertThat(found.derived()).isEmpty();
                assertThat(store.search(SearchWords.parse("ukraine"), 9)).hasSize(3);
                assertThat(store.numbersOf("r0")).containsExactly(1L);
                asked++;
                last = found.entries();
            }
            writing.get();
            assertThat(last).isEqualTo(153);
            assertThat(asked).isGreaterThan(1);
        }
    }

    @Test
    void searchFollowsTheJournalAndNotTheClock() {
        try (Store store = open()) {
            store.append(text("a", "Ferry", "One ferry."));
            store.append(JournalContract.decided(9, new Action.Withdraw("a")));
            assertThat(found(store, "ferry")).isEmpty();
            store.append(JournalContract.decided(2, new Action.Restore("a")));
            assertThat(found(store, "ferry")).containsExactly("a");
        }
    }

    @Test
    void changingMakesNoBook() {
        assertThatThrownBy(() -> Store.open(book(), Access.CHANGE, CLOCK, count))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(StoreException.Reason.MISSING));
        fill(1);
        try (Store store = Store.open(book(), Access.CHANGE, CLOCK, count)) {
            assertThat(store.append(text("x", "Ferry", "A ferry."))).isTrue();
            assertThat(store.isAlive()).isTrue();
            assertThat(store.hash(1)).isPresent();
            assertThat(store.hash(3)).isEmpty();
        }
    }
}
