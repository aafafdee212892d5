package dev.tranche.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimPattern;
import dev.tranche.review.Decision;
import dev.tranche.text.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rule rejects what its effect said it would, also in reports that come later, until it is undone. */
class RuleTest {

    private static final String AID = "Norway announced $100 million in military aid to Moldova.";
    private static final String MORE = "Sweden announced $40 million in humanitarian aid to Moldova.";

    private final List<JournalEntry> journal = new ArrayList<>();

    private void report(String id, String outlet, String text) {
        Document document = Document.of(id, "", text)
                .with(Optional.of(outlet), Optional.empty(), Optional.of("2031-03-05"), Optional.empty());
        journal.add(new JournalEntry.Read(Extractor.standard().extract(document)));
    }

    private void decide(Action action) {
        journal.add(new JournalEntry.Decided(new Decision(
                Instant.parse("2031-04-01T08:00:00Z").plusMillis(journal.size()), "anna", "because", action)));
    }

    private BookView view() {
        GrowingBook book = new GrowingBook(new BookSettings(OfficialRecord.EMPTY, false), Lexicon.standard()::nameOf);
        for (int i = 0; i < journal.size(); i++) {
            book.add(i + 1, journal.get(i));
        }
        return book.view();
    }

    private static List<String> donors(BookView view) {
        return view.ledger().entries().stream()
                .flatMap(entry -> entry.donors().stream())
                .sorted()
                .toList();
    }

    private static ClaimPattern pattern(String outlet, String words) {
        return new ClaimPattern(Optional.of(outlet), Optional.of(words), List.of(), List.of());
    }

    @Test
    void rejectsOfOneOutletWhatHoldsItsWords() {
        report("one", "Quayside Wire", AID);
        report("two", "Quayside Wire", MORE);
        report("three", "Harbour Post", AID.replace("$100 million", "$250 million"));
        ClaimPattern pattern = pattern("quayside wire", "$100  MILLION");
        RuleEffect effect = RuleEffect.of(view(), pattern);
        assertThat(effect.claims()).isEqualTo(1);
        assertThat(effect.gone()).extracting(Commitment::donors).containsExactly(List.of("NO"));
        assertThat(effect.less()).isEmpty();
        assertThat(donors(view())).containsExactly("NO", "NO", "SE");
        decide(new Action.Rule(pattern));
        assertThat(donors(view())).containsExactly("NO", "SE");
        assertThat(view().tasks()).noneMatch(task -> task.isAbout(TaskKind.DECISION));
        report("four", "Quayside Wire", AID + " It is the second such sum.");
        assertThat(donors(view())).as("a report that came later").containsExactly("NO", "SE");
        decide(new Action.Undo(
                view().decisions().rulings().getFirst().decision().id()));
        assertThat(donors(view())).containsExactly("NO", "NO", "SE");
    }

    @Test
    void anEntryThatOthersTellTooLosesReportsAlone() {
        report("one", "Quayside Wire", AID);
        report("two", "Harbour Post", "Oslo: " + AID);
        RuleEffect effect = RuleEffect.of(view(), pattern("Quayside Wire", "$100 million"));
        assertThat(effect.gone()).isEmpty();
        assertThat(effect.less()).hasSize(1);
    }

    @Test
    void everythingIsNoPattern() {
        assertThatThrownBy(() -> new ClaimPattern(Optional.empty(), Optional.empty(), List.of("NO"), List.of()))
                .hasMessageContaining("names an outlet or words");
        assertThatThrownBy(() -> pattern("Quayside Wire", " a ")).hasMessageContaining("3 to 200 characters");
    }
}
