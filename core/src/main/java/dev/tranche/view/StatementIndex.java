package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.timeline.Claim;
import dev.tranche.timeline.Searched;
import dev.tranche.timeline.StoryFold;
import dev.tranche.timeline.Teller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The statements of a book, ready to be filtered. Immutable. */
public final class StatementIndex {

    private final List<StatementLine> lines;
    private final List<Searched<Claim>> claims;
    private final Later<SortedMap<String, Integer>> countries = Later.by(this::counted);

    private StatementIndex(List<StatementLine> lines, List<Searched<Claim>> claims) {
        this.lines = List.copyOf(lines);
        this.claims = List.copyOf(claims);
    }

    /**
     * A query for statements; empty parts are ignored.
     *
     * @param speaker words of the speaker's name or description
     * @param countries codes of the states or bodies, one of which the speaker represents
     * @param stance what the speaker does
     * @param denied only those that are denied, or only others
     * @param words words of the statement or of its speaker
     * @param from published on this day or later
     * @param to published on this day or earlier
     */
    public record Question(
            String speaker,
            Set<String> countries,
            Optional<Stance> stance,
            Optional<Boolean> denied,
            String words,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {

        /** The query for all statements. */
        public static final Question ALL =
                new Question("", Set.of(), Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

        /** Copies the set. */
        public Question {
            countries = Set.copyOf(countries);
        }
    }

    /**
     * Builds the index.
     *
     * @param published for each statement, when its first report was published
     */
    static StatementIndex of(List<Searched<Claim>> claims, List<StatedDate> published) {
        Map<Integer, List<Integer>> denies = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            for (int denial : claims.get(i).told().denials()) {
                denies.computeIfAbsent(denial, key -> new ArrayList<>()).add(i);
            }
        }
        List<StatementLine> lines = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            lines.add(new StatementLine(i, claims.get(i).told(), published.get(i), denies.getOrDefault(i, List.of())));
        }
        return new StatementIndex(lines, claims);
    }

    /** Builds the index of all statements in readings, each dated by its first report. */
    public static StatementIndex ofReadings(List<Extraction> readings) {
        StoryFold fold = new StoryFold();
        fold.take(List.of(), Teller.all(readings));
        return of(fold.story().claims(), fold.story().published());
    }

    private static String speaker(Speaker speaker) {
        return Words.fold(speaker.name().orElse("") + "\n" + speaker.description());
    }

    /** Returns all statements, in the order of reports and words. */
    public List<StatementLine> lines() {
        return lines;
    }

    /** Returns the codes of the states and bodies that speakers represent, each with its number of statements. */
    public SortedMap<String, Integer> countries() {
        return countries.get();
    }

    private SortedMap<String, Integer> counted() {
        return Lists.counted(lines.stream().flatMap(line -> line.claim().statement().speaker().country().stream()));
    }

    /** Returns the matching statements, in order. */
    public List<StatementLine> find(Question question) {
        List<String> speaker = Words.of(question.speaker());
        List<String> wanted = Words.of(question.words());
        List<StatementLine> found = new ArrayList<>();
        for (StatementLine line : lines) {
            Statement statement = line.claim().statement();
            boolean fits = (question.countries().isEmpty()
                            || statement
                                    .speaker()
                                    .country()
                                    .filter(question.countries()::contains)
                                    .isPresent())
                    && (question.stance().isEmpty() || question.stance().get() == statement.stance())
                    && (question.denied().isEmpty()
                            || question.denied().get() != line.claim().denials().isEmpty())
                    && Days.meet(line.published(), question.from(), question.to());
            if (fits
                    && (speaker.isEmpty() || Words.allIn(speaker(statement.speaker()), speaker))
                    && Words.allIn(claims.get(line.id()).words(), wanted)) {
                found.add(line);
            }
        }
        return found;
    }
}
