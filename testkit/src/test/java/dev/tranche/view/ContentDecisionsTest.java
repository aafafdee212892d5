package dev.tranche.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.naming.NameKind;
import dev.tranche.record.OfficialRecord;
import dev.tranche.review.Action;
import dev.tranche.review.Content;
import dev.tranche.review.ContentMark;
import dev.tranche.review.Decision;
import dev.tranche.review.NameMark;
import dev.tranche.review.StoryAction;
import dev.tranche.text.Document;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.StoryRulings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people decide about encounters, statements, figures and names shows wherever these are shown. */
class ContentDecisionsTest {

    private static final String VISIT = "President Ada Berg of Norway visited Oslo on Tuesday.";
    private static final String ABROAD = "President Ada Berg of Norway visited Vilnius on Tuesday.";

    private final List<JournalEntry> journal = new ArrayList<>();

    private Extraction report(String id, String text) {
        Extraction read = Extractor.standard()
                .extract(Document.of(id, "", text)
                        .with(
                                Optional.of("Quayside Wire"),
                                Optional.empty(),
                                Optional.of("2031-03-05"),
                                Optional.empty()));
        journal.add(new JournalEntry.Read(read));
        return read;
    }

    private String decide(Action action) {
        Decision decision = new Decision(
                Instant.parse("2031-04-01T08:00:00Z").plusMillis(journal.size()), "anna", "because", action);
        journal.add(new JournalEntry.Decided(decision));
        return decision.id();
    }

    private BookView view() {
        GrowingBook book = new GrowingBook(new BookSettings(OfficialRecord.EMPTY, false), Lexicon.standard()::nameOf);
        for (int i = 0; i < journal.size(); i++) {
            book.add(i + 1, journal.get(i));
        }
        return book.view();
    }

    private static ContentMark visit(Extraction report) {
        Encounter visit = report.story().encounters().stream()
                .filter(one -> one.kind() == EncounterKind.VISIT)
                .findFirst()
                .orElseThrow();
        return new ContentMark(report.document().id().value(), new Content.Met(visit));
    }

    private static List<Encounter> visits(BookView view) {
        return view.timeline().timeline().events().stream()
                .map(event -> event.encounter())
                .filter(one -> one.kind() == EncounterKind.VISIT)
                .toList();
    }

    private static Content.Met at(ContentMark mark, String town) {
        Encounter one = ((Content.Met) mark.seen()).encounter();
        return new Content.Met(new Encounter(
                one.kind(),
                one.participants(),
                Optional.of(new Place(town, Optional.empty())),
                one.date(),
                one.stage(),
                one.ordinal(),
                one.evidence()));
    }

    @Test
    void whatIsCorrectedShowsEverywhereUntilItIsUndone() {
        ContentMark mark = visit(report("one", VISIT));
        String decision = decide(new StoryAction.SetContent("one", Optional.of(mark.seen()), at(mark, "Narvik")));
        assertThat(visits(view()))
                .singleElement()
                .satisfies(one -> assertThat(one.place().orElseThrow().name()).isEqualTo("Narvik"));
        assertThat(view().storyRulings().of("one", List.of(mark.seen())))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(StoryRulings.State.CORRECTED));
        decide(new Action.Undo(decision));
        assertThat(visits(view())).singleElement().isEqualTo(((Content.Met) mark.seen()).encounter());
    }

    @Test
    void whatIsAcceptedStaysAndWhatIsRejectedLeaves() {
        ContentMark mark = visit(report("one", VISIT));
        decide(new StoryAction.SetContent("one", Optional.of(mark.seen()), mark.seen()));
        assertThat(view().storyRulings()
                        .of("one", List.of(mark.seen()))
                        .getFirst()
                        .state())
                .isEqualTo(StoryRulings.State.ACCEPTED);
        assertThat(visits(view())).hasSize(1);
        decide(new StoryAction.RejectContent(List.of(mark)));
        assertThat(visits(view())).isEmpty();
        assertThat(view().decisions().rulings()).noneMatch(ruling -> ruling.dangling());
        assertThat(view().decisionsOf("one")).hasSize(2);
    }

    /** Without the decision the two places keep the visits apart. */
    @Test
    void whatIsMergedIsOneAndWhatIsSplitOffIsNot() {
        ContentMark one = visit(report("one", VISIT));
        ContentMark two = visit(report("two", ABROAD));
        assertThat(visits(view())).hasSize(2);
        decide(new StoryAction.MergeContent(List.of(one, two)));
        assertThat(view().timeline().timeline().events())
                .singleElement()
                .satisfies(event -> assertThat(event.reports()).hasSize(2));
        decide(new StoryAction.SplitContent(List.of(two)));
        assertThat(visits(view())).hasSize(2);
    }

    @Test
    void sameVisitsAreSplitByHand() {
        ContentMark one = visit(report("one", VISIT));
        report("two", VISIT.replace("visited", "has visited"));
        assertThat(visits(view())).hasSize(1);
        decide(new StoryAction.SplitContent(List.of(one)));
        assertThat(visits(view())).hasSize(2);
    }

    @Test
    void wordsThatNoRuleReadsAreAdded() {
        Extraction read = report("one", "Nothing else happened, said the mayor; a new package of clinics is coming.");
        String words = "a new package of clinics";
        int start = read.document().text().indexOf(words);
        Evidence evidence = new Evidence(read.document().id(), new Span(start, start + words.length()), words);
        Content.Gift gift = new Content.Gift(
                words,
                List.of("NO"),
                List.of("MD"),
                AidType.HUMANITARIAN,
                Stage.ANNOUNCED,
                StatedDate.UNKNOWN,
                evidence);
        decide(new StoryAction.SetContent("one", Optional.empty(), gift));
        assertThat(view().storyRulings().gifts()).containsEntry("one", List.of(gift));
        decide(new StoryAction.RejectContent(List.of(new ContentMark("one", gift))));
        assertThat(view().storyRulings().gifts()).isEmpty();
    }

    /** Two names of one agreement are one by decision alone; a correction leaves it merged. */
    @Test
    void agreementsAreMergedCorrectedAndRejected() {
        ContentMark one = agreement(report("one", "Poland and Moldova signed a ferry agreement on Tuesday."));
        ContentMark two = agreement(report("two", "Poland and Moldova signed a harbour pact on Tuesday."));
        report("three", "Moldova and Poland signed a ferry agreement.");
        assertThat(mentions(view())).containsExactly(2, 1);
        String merged = decide(new StoryAction.MergeContent(List.of(one, two)));
        assertThat(mentions(view())).containsExactly(3);
        Agreement seen = ((Content.Agreed) two.seen()).agreement();
        Content.Agreed off = new Content.Agreed(
                new Agreement(seen.parties(), seen.name(), AgreementStage.REFUSED, seen.expected(), seen.evidence()));
        decide(new StoryAction.SetContent("two", Optional.of(two.seen()), off));
        assertThat(view().agreements().agreements().getFirst().tellings())
                .extracting(telling -> telling.agreement().stage())
                .containsExactlyInAnyOrder(AgreementStage.SIGNED, AgreementStage.SIGNED, AgreementStage.REFUSED);
        decide(new Action.Undo(merged));
        assertThat(mentions(view())).containsExactly(2, 1);
        decide(new StoryAction.SplitContent(List.of(one)));
        assertThat(mentions(view())).containsExactly(1, 1, 1);
        decide(new StoryAction.RejectContent(List.of(one)));
        assertThat(mentions(view())).containsExactly(1, 1);
        assertThat(view().decisions().rulings()).noneMatch(ruling -> ruling.dangling());
    }

    private static ContentMark agreement(Extraction report) {
        Agreement read = report.story().agreements().getFirst();
        return new ContentMark(report.document().id().value(), new Content.Agreed(read));
    }

    private static List<Integer> mentions(BookView view) {
        return view.agreements().agreements().stream()
                .map(one -> one.reports().size())
                .toList();
    }

    private static NameMark mark(NameBook.Entry name) {
        return new NameMark(name.kind(), name.id(), name.name(), Optional.empty());
    }

    private static List<NameBook.Entry> persons(BookView view) {
        return view.names().find(Optional.of(NameKind.PERSON), "");
    }

    @Test
    void namesAreMergedAndSplitByHand() {
        report("one", "President Ada Berg of Norway spoke in Oslo.");
        report("two", "Foreign Minister Cai Holm of Denmark spoke in Oslo.");
        report("three", "President Ada Berg of Norway spoke in Narvik.");
        List<NameBook.Entry> before = persons(view());
        assertThat(before).hasSize(2);
        String merged = decide(new StoryAction.MergeNames(
                before.stream().map(ContentDecisionsTest::mark).toList()));
        NameBook.Entry one = persons(view()).getFirst();
        assertThat(persons(view())).hasSize(1);
        assertThat(one.reports()).hasSize(3);
        assertThat(one.spellings()).contains("Cai Holm");
        decide(new Action.Undo(merged));
        assertThat(persons(view())).isEqualTo(before);
        NameMark ada = new NameMark(NameKind.PERSON, "ada-berg", "Ada Berg (a pilot)", Optional.empty());
        decide(new StoryAction.SplitName(List.of(ada), Set.of("three"), "ada-berg-2"));
        assertThat(persons(view()))
                .extracting(NameBook.Entry::name)
                .containsExactlyInAnyOrder("Ada Berg", "Cai Holm", "Ada Berg (a pilot)");
    }

    /** Spellings of one name are one person unless somebody says otherwise. */
    @Test
    void aSpellingIsSomebodyElses() {
        report("one", "Defence Minister Jan Kowal of Poland spoke in Warsaw.");
        report("two", "Defence Minister Yan Koval of Poland spoke in Warsaw.");
        assertThat(persons(view())).hasSize(1);
        NameBook.Form form = persons(view()).getFirst().forms().getLast();
        NameMark other = new NameMark(NameKind.PERSON, form.id(), form.name(), Optional.empty());
        decide(new StoryAction.SplitName(List.of(other), Set.of(), form.id()));
        assertThat(persons(view())).hasSize(2);
    }

    private static List<Integer> reportsOfEvents(BookView view) {
        return view.timeline().timeline().events().stream()
                .filter(event -> event.encounter().kind() == EncounterKind.MEETING)
                .map(event -> event.reports().size())
                .toList();
    }

    private static List<Integer> reportsOfClaims(BookView view) {
        return view.statements().lines().stream()
                .map(line -> line.claim().reports().size())
                .toList();
    }

    private NameMark person(String name) {
        return persons(view()).stream()
                .filter(one -> one.name().equals(name))
                .map(one -> new NameMark(one.kind(), one.id(), one.name(), one.country()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsMergedMeetsAndSpeaksAsOne() {
        String told = "Minister %s of %s met Minister Cai Holm of Denmark in Oslo on March 3, 2031."
                + " %s said that the granary and the lighthouse need new turbines before the winter.";
        report("one", told.formatted("Ada Berg", "Norway", "Berg"));
        report("two", told.formatted("Ida Strand", "Sweden", "Strand"));
        assertThat(reportsOfEvents(view())).containsExactly(1, 1);
        assertThat(reportsOfClaims(view())).containsExactly(1, 1);
        String merged = decide(new StoryAction.MergeNames(List.of(person("Ada Berg"), person("Ida Strand"))));
        assertThat(reportsOfEvents(view())).containsExactly(2);
        assertThat(reportsOfClaims(view())).containsExactly(2);
        assertThat(view().timeline().timeline().events().getFirst().encounter().participants())
                .extracting(Participant::shown)
                .contains("Ada Berg");
        decide(new Action.Undo(merged));
        assertThat(reportsOfEvents(view())).containsExactly(1, 1);
    }

    /** Two persons of one name are not one in the timeline either. */
    @Test
    void whoIsSplitOffMeetsAndSpeaksAlone() {
        String told = "Minister Ada Berg of Norway visited Oslo on March 3, 2031."
                + " Berg said that the granary and the lighthouse need new turbines before the winter.";
        report("one", told);
        report("two", told + " The ferry was late.");
        assertThat(visits(view())).hasSize(1);
        assertThat(reportsOfClaims(view())).containsExactly(2);
        decide(new StoryAction.SplitName(List.of(person("Ada Berg")), Set.of("two"), "ada-berg-2"));
        assertThat(visits(view())).hasSize(2);
        assertThat(reportsOfClaims(view())).containsExactly(1, 1);
    }

    @Test
    void placesThatAreOneDoNotKeepEncountersApart() {
        report("one", VISIT);
        report("two", ABROAD);
        assertThat(visits(view())).hasSize(2);
        List<NameMark> places = visits(view()).stream()
                .map(visit -> visit.place().orElseThrow().name())
                .flatMap(name -> view().names().find(Optional.of(NameKind.PLACE), "").stream()
                        .filter(one -> one.name().equals(name)))
                .map(ContentDecisionsTest::mark)
                .toList();
        decide(new StoryAction.MergeNames(places));
        assertThat(visits(view())).hasSize(1);
    }
}
