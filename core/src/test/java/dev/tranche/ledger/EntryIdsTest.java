package dev.tranche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names are given once and kept. */
class EntryIdsTest {

    private static final String FIRST = "Norway announced $90 million in military aid for Ukraine.";

    @Test
    void aNameSaysPartiesAndYearAndNoSum() {
        Commitment entry = new Books()
                .tell("a", "Quayside", "2031-03-04", FIRST)
                .ledger()
                .entries()
                .getFirst();
        assertThat(entry.id()).matches("NO-UA-2031-[0-9a-z]{10}");
    }

    @Test
    void laterReportsAndOtherSumsKeepTheName() {
        Books book = new Books().tell("a", "Quayside", "2031-03-04", FIRST);
        String name = book.ledger().entries().getFirst().id();
        book.tell("b", "Hilltop", "2031-03-05", "Norway is sending about $92 million in military aid to Ukraine.")
                .tell("c", "Far Coast", "2031-03-05", "Norway announced $90 million in military aid for Ukraine too.");
        Ledger ledger = book.ledger();
        assertThat(ledger.find(name)).map(Commitment::id).contains(name);
    }

    @Test
    void aNameOfOldFindsTheEntryThatHoldsItsClaim() {
        Books book =
                new Books().tell("b", "Hilltop", "2031-03-05", "Norway sends $90 million in military aid to Ukraine.");
        String old = book.ledger().entries().getFirst().id();
        book.tell("a", "Quayside", "2031-03-04", FIRST);
        Ledger ledger = book.ledger();
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isNotEqualTo(old);
            assertThat(ledger.find(old)).contains(entry);
        });
    }

    @Test
    void shortNamesTellEntriesApart() {
        Map<String, String> names =
                EntryIds.shortened(List.of("A-B-2031-k3f9aaaaaa", "A-B-2031-k3f9bbbbbb", "A-B-2031-zzzzzzzzzz"));
        assertThat(names)
                .containsEntry("A-B-2031-zzzzzzzzzz", "A-B-2031-zzzz")
                .containsEntry("A-B-2031-k3f9aaaaaa", "A-B-2031-k3f9a")
                .containsEntry("A-B-2031-k3f9bbbbbb", "A-B-2031-k3f9b");
    }

    @Test
    void aShortNameFindsItsEntry() {
        Ledger ledger = new Books().tell("a", "Quayside", "2031-03-04", FIRST).ledger();
        Commitment entry = ledger.entries().getFirst();
        assertThat(ledger.find(ledger.shortNames().getOrDefault(entry.id(), "")))
                .contains(entry);
        assertThat(ledger.find("NO-UA-2031-")).isEmpty();
    }
}
