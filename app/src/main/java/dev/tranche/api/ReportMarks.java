package dev.tranche.api;

import dev.tranche.dating.Clue;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.naming.Name;
import dev.tranche.print.Phrases;
import dev.tranche.problem.Problem;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import dev.tranche.timeline.StoryRulings.Ruled;
import dev.tranche.view.BookView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** The places of a report's text that carry what was read from it. */
final class ReportMarks {

    private final List<Mark> marks = new ArrayList<>();

    private ReportMarks() {}

    /**
     * A place that carries something.
     *
     * @param span the place
     * @param kind what it carries
     * @param label a few words for people
     * @param index place in its list of the reading, or in the list of what the report says besides sums
     * @param entry the entry that a sum is booked in
     */
    record Mark(Span span, String kind, String label, OptionalInt index, Optional<String> entry) {}

    /** Returns the marks by their starts, the longer first. */
    static List<Mark> of(String key, Extraction read, List<Ruled> content, BookView view) {
        ReportMarks marks = new ReportMarks();
        marks.sums(key, read.facts(), view);
        marks.story(read);
        marks.content(content);
        List<Problem> problems = read.problems();
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i).span().isPresent()) {
                marks.add(
                        problems.get(i).span().get(), "problem", problems.get(i).message(), i);
            }
        }
        int length = read.document().text().length();
        return marks.marks.stream()
                .filter(mark -> mark.span().end() <= length && mark.span().length() > 0)
                .sorted(Comparator.comparingInt((Mark mark) -> mark.span().start())
                        .thenComparingInt(mark -> -mark.span().end())
                        .thenComparing(Mark::kind))
                .toList();
    }

    private void sums(String key, List<Fact> facts, BookView view) {
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            String name = key + "#" + i;
            DecisionBook.ClaimRuling ruling = view.decisions().claims().get(name);
            boolean rejected = ruling != null && !ruling.added();
            marks.add(new Mark(
                    fact.evidence().span(),
                    rejected ? "rejected" : fact.kind(),
                    label(fact),
                    OptionalInt.of(i),
                    view.entryOfClaim(name)));
        }
        view.claimsOf(key).stream().filter(Claim::isAdded).forEach(claim -> marks.add(added(claim, view)));
    }

    private static String label(Fact fact) {
        return Phrases.amount(fact.terms().amount()) + ", "
                + parties(fact.terms().donors()) + " → "
                + parties(fact.terms().recipients()) + ", "
                + fact.terms().stage().slug();
    }

    private static Mark added(Claim claim, BookView view) {
        return new Mark(
                claim.fact().evidence().span(),
                "added",
                label(claim.fact()),
                OptionalInt.empty(),
                view.entryOfClaim(claim.id()));
    }

    private static String parties(List<String> codes) {
        return codes.isEmpty() ? "?" : String.join("+", codes);
    }

    private void story(Extraction read) {
        List<Clue> clues = read.published().clues();
        for (int i = 0; i < clues.size(); i++) {
            Clue clue = clues.get(i);
            Optional<Evidence> words = clue.evidence();
            if (words.isPresent()) {
                String use = clue.used() ? "" : " (not used)";
                add(words.get().span(), "clue", clue.rule() + ": " + Phrases.date(clue.date()) + use, i);
            }
        }
        names(read.story().names());
    }

    /** What people rejected and added is marked as such; everything else by what it is. */
    private void content(List<Ruled> content) {
        for (int i = 0; i < content.size(); i++) {
            Ruled one = content.get(i);
            String kind = switch (one.state()) {
                case READ, ACCEPTED, CORRECTED -> one.content().kind().slug();
                case ADDED -> "added";
                case REJECTED -> "rejected";
            };
            add(one.content().evidence().span(), kind, one.content().shown(), i);
        }
    }

    private void names(List<Name> names) {
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            String office = name.office().isEmpty() ? "" : ", " + name.office();
            for (Span span : name.spans()) {
                add(span, name.kind().slug(), name.name() + office, i);
            }
        }
    }

    private void add(Span span, String kind, String label, int index) {
        marks.add(new Mark(span, kind, label, OptionalInt.of(index), Optional.empty()));
    }

    static void write(JsonGenerator json, Mark mark) {
        json.writeNumberProperty("start", mark.span().start());
        json.writeNumberProperty("end", mark.span().end());
        json.writeStringProperty("kind", mark.kind());
        json.writeStringProperty("label", mark.label());
        Json.count(json, "index", mark.index());
        Json.text(json, "entry", mark.entry());
    }
}
