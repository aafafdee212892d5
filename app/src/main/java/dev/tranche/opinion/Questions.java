package dev.tranche.opinion;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Standing;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import dev.tranche.review.Shown;
import dev.tranche.standing.DoubtedCells;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import dev.tranche.view.BookView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Asks about the cells that the doubts of an entry name; the candidates are what the report itself puts into words. */
final class Questions {

    /** Longest part of a report that is given to the reader, in characters; small models hold little more. */
    static final int LONGEST_TEXT = 6_000;

    private static final int MOST_CANDIDATES = 30;

    private static final Map<Cue, AidType> TYPES = Map.of(
            Cue.MILITARY, AidType.MILITARY,
            Cue.WEAPON, AidType.MILITARY,
            Cue.FINANCIAL, AidType.FINANCIAL,
            Cue.HUMANITARIAN, AidType.HUMANITARIAN,
            Cue.MIXED, AidType.MIXED);

    private static final Map<Cue, Stage> STAGES = Map.of(
            Cue.BLOCK, Stage.BLOCKED,
            Cue.REQUEST, Stage.REQUESTED,
            Cue.PLAN, Stage.PLANNED,
            Cue.GIVE, Stage.ANNOUNCED,
            Cue.ANNOUNCE, Stage.ANNOUNCED,
            Cue.PROMISE, Stage.ANNOUNCED,
            Cue.ENACT, Stage.APPROPRIATED,
            Cue.DELIVER, Stage.DELIVERED);

    private final Lexicon lexicon;
    private final BookView view;

    Questions(Lexicon lexicon, BookView view) {
        this.lexicon = lexicon;
        this.view = view;
    }

    /** Returns the doubtful entries that have a cell to ask about, in the order of the ledger. */
    List<Commitment> doubtful() {
        return view.ledger().entries().stream()
                .filter(entry -> entry.standing() == Standing.DOUBTFUL
                        && !entry.claims().isEmpty()
                        && entry.reviewed().isEmpty()
                        && !cells(entry).isEmpty())
                .toList();
    }

    private List<Field> cells(Commitment entry) {
        return List.copyOf(DoubtedCells.of(entry, id -> view.index().find(id)));
    }

    /** Returns the claim whose report is given to the reader: that of a headline, else the first. */
    static Claim told(Commitment entry) {
        return entry.claims().stream()
                .filter(Claim::prominent)
                .findFirst()
                .orElseGet(() -> entry.claims().getFirst());
    }

    /**
     * Returns the questions about an entry; none if the report gives no value for a cell other than the one shown.
     *
     * @param report the report of {@link #told}
     */
    List<Question> of(Commitment entry, Document report) {
        Claim claim = told(entry);
        String quote = claim.fact().evidence().quote();
        Span part = part(report.text(), claim.fact().evidence().span());
        MarkedText marked = MarkedText.of(lexicon, report, new Problems());
        List<Question> questions = new ArrayList<>();
        for (Field field : cells(entry)) {
            String before = shown(entry, field);
            List<Candidate> candidates = candidates(field, marked, part);
            boolean hasOther =
                    candidates.stream().anyMatch(candidate -> !candidate.value().equals(before));
            if (hasOther) {
                String text = report.text().substring(part.start(), part.end());
                questions.add(new Question(entry.id(), field, before, claim.report(), text, quote, candidates));
            }
        }
        return questions;
    }

    /** Returns what a cell of an entry shows. */
    static String shown(Commitment entry, Field field) {
        return entry.cells().stream()
                .filter(cell -> cell.field() == field)
                .map(Shown::value)
                .findFirst()
                .orElse("");
    }

    /** Returns the part of a text around a sum, as much as a reader takes. */
    private static Span part(String text, Span sum) {
        if (text.length() <= LONGEST_TEXT) {
            return new Span(0, text.length());
        }
        int start = Math.clamp(sum.start() - LONGEST_TEXT / 2, 0, text.length() - LONGEST_TEXT);
        int end = start + LONGEST_TEXT;
        // Half a character is not a character.
        int from = Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
        int to = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return new Span(from, to);
    }

    private List<Candidate> candidates(Field field, MarkedText marked, Span part) {
        return switch (field) {
            case DONOR, RECIPIENT -> parties(marked, part);
            case TYPE -> told(marked, part, token -> cue(marked, token, TYPES), Wording::of);
            case STAGE -> told(marked, part, token -> cue(marked, token, STAGES), Wording::of);
            case AMOUNT, AUTHORITY, DATE, ORDINAL, PARENT -> List.of();
        };
    }

    private List<Candidate> parties(MarkedText marked, Span part) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (ActorMention actor : marked.actors()) {
            Span words = marked.tokens().span(actor.start(), actor.end() - 1);
            if (!actor.isPrivate() && isWithin(words, part)) {
                found.putIfAbsent(
                        actor.code(), new Candidate(actor.code(), lexicon.nameOf(actor.code()), words(marked, words)));
            }
        }
        return found.values().stream().limit(MOST_CANDIDATES).toList();
    }

    private static <T extends Enum<T>> Optional<T> cue(MarkedText marked, int token, Map<Cue, T> values) {
        return values.entrySet().stream()
                .filter(one -> marked.is(token, one.getKey()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }

    /** Collects the values that words of a text give, each with the first of them. */
    private static <T extends Enum<T>> List<Candidate> told(
            MarkedText marked, Span part, IntFunction<Optional<T>> valueAt, Function<T, Wording> wording) {
        Map<T, Candidate> found = new LinkedHashMap<>();
        Tokens tokens = marked.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            Optional<T> value = valueAt.apply(token);
            Span words = new Span(tokens.start(token), tokens.end(token));
            if (value.isPresent() && isWithin(words, part)) {
                Wording named = wording.apply(value.get());
                found.putIfAbsent(value.get(), new Candidate(named.value(), named.label(), words(marked, words)));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isWithin(Span words, Span part) {
        return words.start() >= part.start() && words.end() <= part.end();
    }

    private static String words(MarkedText marked, Span span) {
        return marked.document().text().substring(span.start(), span.end());
    }
}
