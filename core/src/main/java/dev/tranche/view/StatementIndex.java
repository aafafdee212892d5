package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.timeline.Claim;
import dev.tranche.timeline.ClaimBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The statements of a book, ready to be filtered. Immutable. */
public final class StatementIndex {

    private final List<StatementLine> lines;
    private final List<String> speakers;
    private final List<String> words;

    private StatementIndex(List<StatementLine> lines) {
        this.lines = List.copyOf(lines);
        this.speakers = lines.stream()
                .map(line -> speaker(line.claim().statement().speaker()))
                .toList();
        this.words = lines.stream()
                .map(line -> Words.fold(line.claim().statement().evidence().quote()))
                .toList();
    }

    /**
     * Which statements are asked for; what is left empty asks for nothing.
     *
     * @param speaker words of the speaker's name or description
     * @param countries codes of the states or bodies of which one is spoken for
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

        /** Asks for all statements. */
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
     * @param published when a report of an id was published
     */
    public static StatementIndex of(ClaimBook book, Function<String, StatedDate> published) {
        Map<Integer, List<Integer>> denies = new HashMap<>();
        List<Claim> claims = book.claims();
        for (int i = 0; i < claims.size(); i++) {
            for (int denial : claims.get(i).denials()) {
                denies.computeIfAbsent(denial, key -> new ArrayList<>()).add(i);
            }
        }
        List<StatementLine> lines = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            String report = claims.get(i).statement().evidence().document().value();
            lines.add(new StatementLine(i, claims.get(i), published.apply(report), denies.getOrDefault(i, List.of())));
        }
        return new StatementIndex(lines);
    }

    /** Builds the index of everything that readings tell, each dated by the first report that tells it. */
    public static StatementIndex ofReadings(List<Extraction> readings) {
        Map<String, StatedDate> published = new HashMap<>();
        readings.forEach(each -> published.putIfAbsent(
                each.document().id().value(), each.published().date()));
        return of(ClaimBook.of(readings), report -> published.getOrDefault(report, StatedDate.UNKNOWN));
    }

    private static String speaker(Speaker speaker) {
        return Words.fold(speaker.name().orElse("") + "\n" + speaker.description());
    }

    /** Returns all statements, in the order of reports and words. */
    public List<StatementLine> lines() {
        return lines;
    }

    /** Returns the statements asked for, in order. */
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
                    && Words.allIn(speakers.get(line.id()), speaker)
                    && Words.allIn(words.get(line.id()) + "\n" + speakers.get(line.id()), wanted)) {
                found.add(line);
            }
        }
        return found;
    }
}
