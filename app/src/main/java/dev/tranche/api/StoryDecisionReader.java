package dev.tranche.api;

import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.naming.NameKind;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Content;
import dev.tranche.review.ContentMark;
import dev.tranche.review.NameMark;
import dev.tranche.review.StoryAction;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.StoryRulings.Ruled;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Turns the body of a request into an action on what reports say besides sums, or on names. */
final class StoryDecisionReader {

    private static final List<String> KINDS =
            Arrays.stream(Content.Kind.values()).map(Content.Kind::slug).toList();
    private static final List<String> NAMES =
            Arrays.stream(NameKind.values()).map(NameKind::slug).toList();

    private static final int MOST_ID = 1100;
    private static final int MOST_LABEL = 2_000;
    private static final int MOST_CONTENT = 200;
    private static final int MOST_NAME = 200;
    private static final int MOST_REPORTS = 1000;

    private final Body body;
    private final BookView view;
    private final Lexicon lexicon;
    private final LongFunction<Optional<Extraction>> readingOf;

    StoryDecisionReader(Body body, BookView view, Lexicon lexicon, LongFunction<Optional<Extraction>> readingOf) {
        this.body = body;
        this.view = view;
        this.lexicon = lexicon;
        this.readingOf = readingOf;
    }

    /** Returns the action; empty when something is wrong, as the body then says. */
    Optional<Action> action(String word) {
        return switch (word) {
            case "set-content" -> set();
            case "reject-content" -> contents(1).map(StoryAction.RejectContent::new);
            case "merge-content" -> contents(2).map(StoryAction.MergeContent::new);
            case "split-content" -> contents(1).map(StoryAction.SplitContent::new);
            case "merge-names" -> mergeNames();
            case "split-name" -> splitName();
            default -> throw new IllegalArgumentException("'" + word + "' is not a decision on the content of reports");
        };
    }

    /** Without facts the content is accepted, with them it is corrected; at words without content it is added. */
    private Optional<Action> set() {
        if (body.has("claim")) {
            return add();
        }
        Optional<ContentMark> mark =
                body.needed("content", body.object("content")).flatMap(this::mark);
        Optional<Body> facts = body.object("facts");
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        Content before = mark.get().seen();
        if (facts.isEmpty()) {
            return Optional.of(new StoryAction.SetContent(mark.get().report(), Optional.of(before), before));
        }
        Optional<Content> after = new FactsReader(facts.get(), lexicon, view).corrected(before);
        if (after.filter(before::equals).isPresent()) {
            body.refuse("facts", "changes nothing: the report already shows this.");
            return Optional.empty();
        }
        return after.map(now -> new StoryAction.SetContent(mark.get().report(), Optional.of(before), now));
    }

    private Optional<Action> add() {
        Optional<ClaimMark> words = body.needed("claim", body.object("claim"))
                .flatMap(claim -> DecisionReader.mark(claim, view, readingOf));
        Optional<Content.Kind> kind =
                body.needed("kind", body.word("kind", KINDS)).map(StoryDecisionReader::kind);
        Optional<Body> facts = body.needed("facts", body.object("facts"));
        if (words.isEmpty() || kind.isEmpty() || facts.isEmpty()) {
            return Optional.empty();
        }
        ReportLine report = view.report(words.get().report()).orElseThrow();
        Evidence evidence = new Evidence(
                new DocumentId(report.id()), words.get().span(), words.get().quote());
        return new FactsReader(facts.get(), lexicon, view)
                .added(kind.get(), evidence)
                .map(now -> new StoryAction.SetContent(report.key(), Optional.empty(), now));
    }

    private static Content.Kind kind(String word) {
        return Content.Kind.values()[KINDS.indexOf(word)];
    }

    private Optional<List<ContentMark>> contents(int fewest) {
        List<Body> asked = body.objects("contents", MOST_CONTENT);
        List<ContentMark> found = new ArrayList<>();
        asked.forEach(one -> mark(one).ifPresent(found::add));
        if (asked.size() < fewest) {
            body.refuse("contents", "must name at least " + fewest + ".");
        }
        return found.size() < fewest || found.size() < asked.size() ? Optional.empty() : Optional.of(found);
    }

    /**
     * Finds the content of a report at some words; of several of one kind at the same words, the one with the label.
     */
    private Optional<ContentMark> mark(Body asked) {
        Optional<String> doc = asked.needed("doc", asked.text("doc", 1, MOST_ID));
        Optional<Content.Kind> kind =
                asked.needed("kind", asked.word("kind", KINDS)).map(StoryDecisionReader::kind);
        Optional<Span> span = DecisionReader.span(asked);
        Optional<String> label = asked.text("label", 0, MOST_LABEL);
        asked.refuseUnknown();
        Optional<ReportLine> report = doc.flatMap(view::report);
        if (doc.isPresent() && report.isEmpty()) {
            asked.refuse("doc", "the book has no report '" + doc.get() + "'.");
        }
        if (report.isEmpty() || kind.isEmpty() || span.isEmpty()) {
            return Optional.empty();
        }
        List<Ruled> all = readingOf
                .apply(report.get().number())
                .map(reading -> ReportContent.of(report.get().key(), reading, view))
                .orElse(List.of());
        List<Content> there = all.stream()
                .map(Ruled::content)
                .filter(one -> one.kind() == kind.get() && one.evidence().span().equals(span.get()))
                .toList();
        // What several reports say is shown in the words of all of them.
        Optional<Content> found = there.stream()
                .filter(one -> label.filter(one.shown()::equals).isPresent())
                .findFirst()
                .or(() -> there.size() == 1 || label.isEmpty() ? there.stream().findFirst() : Optional.empty());
        if (found.isEmpty()) {
            asked.refuse("start", "the report has nothing of this kind at these words.");
        }
        return found.map(one -> new ContentMark(report.get().key(), one));
    }

    private Optional<Action> mergeNames() {
        List<NameBook.Entry> entries = names();
        if (entries.size() < 2) {
            body.refuse("names", "must hold two names or more that the book knows.");
            return Optional.empty();
        }
        NameBook.Entry first = entries.getFirst();
        List<NameMark> marks = new ArrayList<>();
        marks.add(mark(first, first.id(), first.name()));
        entries.forEach(entry -> entry.forms().forEach(form -> marks.add(mark(entry, form.id(), form.name()))));
        return Optional.of(new StoryAction.MergeNames(once(marks)));
    }

    /** Forms mean someone else in all reports, or the whole name does in some of them. */
    private Optional<Action> splitName() {
        List<NameBook.Entry> entries = names();
        List<String> forms = body.texts("forms", MOST_CONTENT, MOST_NAME);
        List<String> docs = body.texts("docs", MOST_REPORTS, MOST_ID);
        Optional<String> called = body.text("name", 1, MOST_NAME);
        if (entries.size() != 1) {
            body.refuse("names", "must hold one name that the book knows.");
            return Optional.empty();
        }
        NameBook.Entry entry = entries.getFirst();
        Set<String> keys = new TreeSet<>();
        for (String doc : docs) {
            view.report(doc)
                    .ifPresentOrElse(
                            line -> keys.add(line.key()),
                            () -> body.refuse("docs", "the book has no report '" + doc + "'."));
        }
        List<NameBook.Form> going = entry.forms().stream()
                .filter(form -> forms.isEmpty() || forms.contains(form.id()))
                .toList();
        boolean all = going.stream().map(NameBook.Form::id).distinct().count()
                == entry.forms().stream().map(NameBook.Form::id).distinct().count();
        if (going.isEmpty() || keys.isEmpty() && all) {
            body.refuse("forms", "must name some of the forms of the name and leave some, unless reports are named.");
            return Optional.empty();
        }
        NameBook.Form first = going.getFirst();
        List<NameMark> marks = new ArrayList<>();
        marks.add(mark(entry, first.id(), called.orElse(first.name())));
        going.forEach(form -> marks.add(mark(entry, form.id(), form.name())));
        String as = keys.isEmpty() ? first.id() : free(entry.kind(), first.id());
        return Optional.of(new StoryAction.SplitName(once(marks), keys, as));
    }

    /** An id that no name of the kind has yet. */
    private String free(NameKind kind, String id) {
        Set<String> taken = new TreeSet<>();
        view.names().names().stream().filter(one -> one.kind() == kind).forEach(one -> taken.add(one.id()));
        return Stream.iterate(2, number -> number + 1)
                .map(number -> id + "-" + number)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow();
    }

    /** The first mark of a name is kept with the name that is to be shown. */
    private static List<NameMark> once(List<NameMark> marks) {
        Set<String> ids = new LinkedHashSet<>();
        return marks.stream()
                .filter(mark -> ids.add(mark.id() + "|" + mark.country().orElse("")))
                .toList();
    }

    private static NameMark mark(NameBook.Entry entry, String id, String name) {
        return new NameMark(entry.kind(), id, name, entry.country());
    }

    private List<NameBook.Entry> names() {
        List<NameBook.Entry> found = new ArrayList<>();
        for (Body asked : body.objects("names", MOST_CONTENT)) {
            Optional<NameKind> kind =
                    asked.needed("kind", asked.word("kind", NAMES)).map(word -> NameKind.values()[NAMES.indexOf(word)]);
            Optional<String> id = asked.needed("id", asked.text("id", 1, MOST_NAME));
            Optional<String> country = asked.text("country", 0, 20).filter(code -> !code.isEmpty());
            asked.refuseUnknown();
            Optional<NameBook.Entry> entry = view.names().names().stream()
                    .filter(one -> kind.filter(one.kind()::equals).isPresent()
                            && id.filter(one.id()::equals).isPresent())
                    .filter(one -> country.isEmpty() || country.equals(one.country()))
                    .findFirst();
            if (entry.isEmpty() && id.isPresent()) {
                asked.refuse("id", "the book knows no name '" + id.get() + "'.");
            }
            entry.filter(one -> !found.contains(one)).ifPresent(found::add);
        }
        return found;
    }
}
