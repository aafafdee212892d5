package dev.tranche.api;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.ClaimPattern;
import dev.tranche.review.Decision;
import dev.tranche.review.NoteKind;
import dev.tranche.review.Shown;
import dev.tranche.text.Span;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import dev.tranche.view.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;

/** Turns the body of a request into an action over the book as it is; reports what is wrong by its field. */
final class DecisionReader {

    private static final List<String> ACTIONS = List.of(
            "accept",
            "correct",
            "merge",
            "split",
            "reject",
            "add",
            "withdraw",
            "restore",
            "note",
            "undo",
            "together",
            "rule",
            "set-content",
            "reject-content",
            "merge-content",
            "split-content",
            "merge-names",
            "split-name");

    private static final List<String> NOTES =
            Arrays.stream(NoteKind.values()).map(NoteKind::slug).toList();

    private static final List<String> PARTS = List.of("accept", "correct", "merge", "reject");

    private static final int MOST_ID = 1100;
    private static final int MOST_MERGED = 20;
    private static final int MOST_CLAIMS = 1000;

    private final Body body;
    private final BookView view;
    private final Lexicon lexicon;
    private final LongFunction<Optional<Extraction>> readingOf;
    private final Set<String> named = new LinkedHashSet<>();

    /** The entries that are decided about; others are only named, such as a package. */
    private final Set<String> subjects = new LinkedHashSet<>();

    private final boolean isPart;
    private boolean changesNothing;

    /**
     * Builds a reader.
     *
     * @param readingOf the reading of a journal entry
     */
    DecisionReader(Body body, BookView view, Lexicon lexicon, LongFunction<Optional<Extraction>> readingOf) {
        this(body, view, lexicon, readingOf, false);
    }

    private DecisionReader(
            Body body, BookView view, Lexicon lexicon, LongFunction<Optional<Extraction>> readingOf, boolean isPart) {
        this.isPart = isPart;
        this.body = body;
        this.view = view;
        this.lexicon = lexicon;
        this.readingOf = readingOf;
    }

    /** Returns the ids of the entries that the body names. */
    List<String> named() {
        return List.copyOf(named);
    }

    /** Returns the action; empty when something is wrong, as the body then says. */
    Optional<Action> action() {
        Optional<String> word = body.needed("action", body.word("action", isPart ? PARTS : ACTIONS));
        try {
            return word.flatMap(this::action);
        } catch (IllegalArgumentException wrong) {
            body.refuse("action", String.valueOf(wrong.getMessage()) + ".");
            return Optional.empty();
        }
    }

    private Optional<Action> action(String word) {
        return switch (word) {
            case "accept" -> entry("entry").map(one -> new Action.Accept(ClaimMark.of(one.claims()), one.cells()));
            case "correct" -> entry("entry").flatMap(this::correction);
            case "merge" -> merge();
            case "split" -> entry("entry").flatMap(this::split);
            case "reject" -> reject();
            case "add" -> add();
            case "withdraw" -> report(false).map(Action.Withdraw::new);
            case "restore" -> report(true).map(Action.Restore::new);
            case "note" -> note();
            case "together" -> together();
            case "undo" -> undo();
            case "rule" -> rule();
            default -> new StoryDecisionReader(body, view, lexicon, readingOf).action(word);
        };
    }

    private Optional<Commitment> entry(String field) {
        Optional<String> id = body.needed(field, body.text(field, 1, MOST_ID));
        return id.flatMap(one -> entry(field, one));
    }

    private Optional<Commitment> entry(String field, String id) {
        Optional<Commitment> entry = view.index().find(id);
        if (entry.isEmpty()) {
            body.refuse(field, "the book has no entry '" + id + "'.");
            return Optional.empty();
        }
        if (entry.get().claims().isEmpty()) {
            body.refuse(field, "'" + id + "' is not in any report, so there are no words to decide about.");
            return Optional.empty();
        }
        named.add(entry.get().id());
        if (!field.startsWith("values.")) {
            subjects.add(entry.get().id());
        }
        return entry;
    }

    private Optional<Action> correction(Commitment entry) {
        Optional<Body> values = body.needed("values", body.object("values"));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        ValuesReader reader = new ValuesReader(values.get(), lexicon, view);
        List<CellValue> wanted = reader.cells(entry, id -> entry("values.parent", id));
        values.get().refuseUnknown();
        List<CellChange> changes = new ArrayList<>();
        for (CellValue value : wanted) {
            String before = entry.cells().stream()
                    .filter(cell -> cell.field() == value.field())
                    .map(Shown::value)
                    .findFirst()
                    .orElse("");
            if (!before.equals(value.shown())) {
                changes.add(new CellChange(before, value));
            }
        }
        changesNothing = changes.isEmpty() && reader.isSound();
        if (changesNothing && !isPart) {
            body.refuse("values", "changes nothing: the entry already shows this.");
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action.Correct(ClaimMark.of(entry.claims()), changes));
    }

    private Optional<Action> merge() {
        List<String> ids = body.texts("entries", MOST_MERGED, MOST_ID);
        if (ids.stream().distinct().count() < 2) {
            body.refuse("entries", "must name at least two entries.");
            return Optional.empty();
        }
        List<List<ClaimMark>> marks = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            entry("entries", id).ifPresent(entry -> marks.add(ClaimMark.of(entry.claims())));
        }
        return marks.size() < 2 ? Optional.empty() : Optional.of(new Action.Merge(marks));
    }

    private Optional<Action> split(Commitment entry) {
        Set<Claim> going = new LinkedHashSet<>(claims(entry.claims()));
        List<Claim> staying =
                entry.claims().stream().filter(claim -> !going.contains(claim)).toList();
        if (going.isEmpty() || staying.isEmpty()) {
            body.refuse("claims", "must name some of the entry's claims and leave some.");
            return Optional.empty();
        }
        return Optional.of(new Action.Split(ClaimMark.of(List.copyOf(going)), ClaimMark.of(staying)));
    }

    private Optional<Action> reject() {
        if (body.has("claims")) {
            List<Claim> found = claims(List.of());
            return found.isEmpty() ? Optional.empty() : Optional.of(new Action.Reject(ClaimMark.of(found)));
        }
        return entry("entry").map(entry -> new Action.Reject(ClaimMark.of(entry.claims())));
    }

    /** Finds the claims whose words are named: among those given, else among those of their reports. */
    private List<Claim> claims(List<Claim> among) {
        List<Body> marks = body.objects("claims", MOST_CLAIMS);
        if (marks.isEmpty()) {
            body.needed("claims", Optional.empty());
        }
        List<Claim> found = new ArrayList<>();
        for (Body mark : marks) {
            Optional<String> doc = mark.needed("doc", mark.text("doc", 1, MOST_ID));
            Optional<Span> span = span(mark);
            mark.text("quote", 0, ClaimMark.LONGEST);
            mark.refuseUnknown();
            if (doc.isEmpty() || span.isEmpty()) {
                continue;
            }
            String key = view.report(doc.get()).map(ReportLine::key).orElse(doc.get());
            List<Claim> sought = among.isEmpty() ? view.claimsOf(key) : among;
            List<Claim> met = sought.stream()
                    .filter(claim -> claim.report().equals(key)
                            && claim.fact().evidence().span().overlaps(span.get()))
                    .sorted(java.util.Comparator.comparing(
                            claim -> !claim.fact().evidence().span().equals(span.get())))
                    .toList();
            if (met.isEmpty()) {
                mark.refuse("start", "no claim " + (among.isEmpty() ? "" : "of this entry ") + "is at these words.");
            } else {
                found.add(met.getFirst());
            }
        }
        return found;
    }

    static Optional<Span> span(Body mark) {
        Optional<Integer> start = mark.needed("start", mark.count("start", 0));
        Optional<Integer> end = mark.needed("end", mark.count("end", 1));
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (end.get() <= start.get()) {
            mark.refuse("end", "is not after the start.");
            return Optional.empty();
        }
        return Optional.of(new Span(start.get(), end.get()));
    }

    private Optional<Action> add() {
        Optional<Body> claim = body.needed("claim", body.object("claim"));
        Optional<Body> values = body.needed("values", body.object("values"));
        Optional<ClaimMark> mark = claim.flatMap(one -> mark(one, view, readingOf));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        ValuesReader reader = new ValuesReader(values.get(), lexicon, view);
        values.get().needed("amount", values.get().amount("amount"));
        values.get().needed("currency", values.get().text("currency", 3, 3));
        var amount = reader.amount(Optional.empty());
        List<String> donors = reader.codes("donor").orElse(List.of());
        List<String> recipients = reader.codes("recipient").orElse(List.of());
        AidType type = reader.type().orElse(AidType.UNKNOWN);
        Stage stage = reader.stage().orElse(Stage.ANNOUNCED);
        Optional<String> authority = reader.authority();
        OptionalInt ordinal = reader.ordinal();
        StatedDate date = reader.date(StatedDate.UNKNOWN);
        if (values.get().has("parent")) {
            values.get().text("parent", 0, MOST_ID);
            values.get().refuse("parent", "is set by correcting the entry once it exists.");
        }
        values.get().refuseUnknown();
        if (mark.isEmpty() || amount.isEmpty() || !reader.isSound()) {
            return Optional.empty();
        }
        Terms terms = new Terms(amount.get(), donors, recipients, type, stage, authority);
        return Optional.of(new Action.Add(mark.get(), terms, ordinal, date));
    }

    private Optional<Action> rule() {
        Optional<Body> pattern = body.needed("pattern", body.object("pattern"));
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        ValuesReader reader = new ValuesReader(pattern.get(), lexicon, view);
        Optional<String> outlet = pattern.get().text("outlet", 1, ClaimPattern.MOST_CHARACTERS);
        Optional<String> words =
                pattern.get().text("words", ClaimPattern.FEWEST_CHARACTERS, ClaimPattern.MOST_CHARACTERS);
        List<String> donors = reader.codes("donor").orElse(List.of());
        List<String> recipients = reader.codes("recipient").orElse(List.of());
        pattern.get().refuseUnknown();
        if (outlet.isEmpty() && words.isEmpty()) {
            body.refuse("pattern", "names neither an outlet nor words.");
            return Optional.empty();
        }
        return reader.isSound()
                ? Optional.of(new Action.Rule(new ClaimPattern(outlet, words, donors, recipients)))
                : Optional.empty();
    }

    /** The words given by a person must be those of the report. */
    static Optional<ClaimMark> mark(Body claim, BookView view, LongFunction<Optional<Extraction>> readingOf) {
        Optional<String> doc = claim.needed("doc", claim.text("doc", 1, MOST_ID));
        Optional<Span> span = span(claim);
        Optional<String> quote = claim.text("quote", 1, ClaimMark.LONGEST);
        claim.refuseUnknown();
        Optional<ReportLine> report = doc.flatMap(view::report);
        if (doc.isPresent() && report.isEmpty()) {
            claim.refuse("doc", "the book has no report '" + doc.get() + "'.");
        }
        if (report.isEmpty() || span.isEmpty()) {
            return Optional.empty();
        }
        String text = readingOf
                .apply(report.get().number())
                .map(reading -> reading.document().text())
                .orElse("");
        if (span.get().end() > text.length() || span.get().length() > ClaimMark.LONGEST) {
            claim.refuse(
                    "end",
                    "is past the end of the text of " + text.length() + " characters, or the words are longer than "
                            + ClaimMark.LONGEST + " characters.");
            return Optional.empty();
        }
        String words = text.substring(span.get().start(), span.get().end());
        if (words.isBlank() || quote.filter(told -> !told.equals(words)).isPresent()) {
            claim.refuse("quote", "is not what the report says there.");
            return Optional.empty();
        }
        return Optional.of(new ClaimMark(report.get().key(), span.get(), words));
    }

    private Optional<String> report(boolean withdrawn) {
        Optional<String> doc = body.needed("doc", body.text("doc", 1, MOST_ID));
        Optional<ReportLine> report = doc.flatMap(view::report);
        if (doc.isPresent() && report.isEmpty()) {
            body.refuse("doc", "the book has no report '" + doc.get() + "'.");
        }
        if (report.filter(line -> line.withdrawn() != withdrawn).isPresent()) {
            body.refuse("doc", withdrawn ? "the report is not withdrawn." : "the report is already withdrawn.");
            return Optional.empty();
        }
        return report.map(ReportLine::key);
    }

    /** Entries that already show what is to be set for all of them are left out. */
    private Optional<Action> together() {
        List<Body> parts = body.objects("decisions", Action.Together.MOST_PARTS);
        List<Action> actions = new ArrayList<>();
        int idle = 0;
        for (Body part : parts) {
            DecisionReader reader = new DecisionReader(part, view, lexicon, readingOf, true);
            reader.action().ifPresent(actions::add);
            part.refuseUnknown();
            idle += reader.changesNothing ? 1 : 0;
            named.addAll(reader.named);
            for (String id : reader.subjects) {
                if (!subjects.add(id)) {
                    part.refuse("entry", "'" + id + "' is named twice; one decision decides about an entry once.");
                }
            }
        }
        if (parts.isEmpty()) {
            body.refuse("decisions", "is missing or empty.");
        } else if (idle == parts.size()) {
            body.refuse("decisions", "changes nothing: the entries already show this.");
        }
        return actions.isEmpty() ? Optional.empty() : Optional.of(new Action.Together(actions));
    }

    /** A note is about a task that the desk has now. */
    private Optional<Action> note() {
        Optional<String> id = body.needed("task", body.text("task", 1, 100));
        Optional<NoteKind> kind = body.needed("note", body.word("note", NOTES).flatMap(NoteKind::find));
        Optional<String> to = body.text("to", 0, 40).filter(name -> !name.isEmpty());
        Optional<Task> task = id.flatMap(one ->
                view.tasks().stream().filter(known -> known.id().equals(one)).findFirst());
        if (id.isPresent() && task.isEmpty()) {
            body.refuse("task", "there is no task '" + id.get() + "' on the desk now.");
        }
        if (to.isPresent() && kind.isPresent() && kind.get() != NoteKind.ASSIGN) {
            body.refuse("to", "belongs to a task that is assigned.");
            return Optional.empty();
        }
        if (to.isPresent() && !Decision.isAuthor(to.get())) {
            body.refuse("to", "a name has 1 to 40 lower-case letters, digits, '.', '-' and '_'.");
            return Optional.empty();
        }
        if (task.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        List<ClaimMark> marks = task.get().entries().stream()
                .flatMap(entry -> view.index().find(entry).stream())
                .flatMap(entry -> ClaimMark.of(entry.claims()).stream())
                .distinct()
                .limit(MOST_CLAIMS)
                .toList();
        return Optional.of(new Action.Note(marks, task.get().id(), task.get().state(), kind.get(), to));
    }

    private Optional<Action> undo() {
        Optional<String> id = body.needed("decision", body.text("decision", 1, 100));
        Optional<Ruling> ruling = id.flatMap(view.decisions()::find);
        if (id.isPresent() && ruling.isEmpty()) {
            body.refuse("decision", "the book has no decision '" + id.get() + "'.");
        }
        if (ruling.filter(one -> !one.isActive()).isPresent()) {
            body.refuse(
                    "decision",
                    "it was already undone, by " + ruling.get().undoneBy().orElse("") + ".");
            return Optional.empty();
        }
        return ruling.map(one -> new Action.Undo(one.decision().id()));
    }
}
