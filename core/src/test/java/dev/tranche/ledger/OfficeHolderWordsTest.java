package dev.tranche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The words quoted against an office begin with a whole word. */
class OfficeHolderWordsTest {

    @Test
    void theyBeginWithAWholeWord() {
        Books book = new Books()
                .tell(
                        "a",
                        "Quayside Wire",
                        "2023-03-03",
                        "Answering questions in the harbour town, the US Secretary of Defense Mark Esper said the"
                                + " United States had announced $400 million in military aid for Ukraine.");
        assertThat(book.ledger().contradictions()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Contradiction.Kind.OFFICE_HOLDER);
            assertThat(one.two().quote()).endsWith("US Secretary of Defense Mark Esper");
            String first = one.two().quote().split(" ")[0];
            assertThat("Answering questions in the harbour town, the US Secretary".split(" "))
                    .contains(first);
        });
    }
}
