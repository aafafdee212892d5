package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.review.Content;
import dev.tranche.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The assistance for which reports state no sum, as people added it; the earliest first. Immutable. */
public final class GiftIndex {

    private final List<Line> lines;

    private GiftIndex(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Assistance without a sum and the report that mentions it.
     *
     * @param gift the assistance
     * @param report its report
     */
    public record Line(Content.Gift gift, ReportLine report) {

        /** Returns when it is announced or given; the day of the report where nobody knows better. */
        public StatedDate days() {
            return gift.date().isUnknown() ? report.published().date() : gift.date();
        }

        private String searched() {
            return Folding.fold(gift.what() + "\n" + gift.evidence().quote() + "\n" + report.title());
        }
    }

    /** By what assistance without a sum is counted and chosen. */
    public enum Side {
        /** Who gives. */
        DONOR,
        /** Who receives. */
        RECIPIENT,
        /** What kind of assistance it is. */
        TYPE,
        /** The stage. */
        STAGE,
        /** Who reports it. */
        OUTLET;

        /** Returns the word used for it in requests and responses: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        private List<String> of(Line line) {
            return switch (this) {
                case DONOR -> line.gift().donors();
                case RECIPIENT -> line.gift().recipients();
                case TYPE -> List.of(line.gift().type().slug());
                case STAGE -> List.of(line.gift().stage().slug());
                case OUTLET -> line.report().outlet().stream().toList();
            };
        }
    }

    /**
     * What is asked for.
     *
     * @param values the wanted value of each side; sides without one allow everything
     * @param from the first day; empty for no bound
     * @param to the last day; empty for no bound
     * @param words words that the assistance, its quote or the title of its report holds, each of them; possibly empty
     */
    public record Asked(Map<Side, String> values, Optional<LocalDate> from, Optional<LocalDate> to, String words) {

        /** Copies the map. */
        public Asked {
            values = Map.copyOf(values);
        }

        private boolean allows(Line line, Optional<Side> besides) {
            boolean sides = values.entrySet().stream()
                    .filter(one -> besides.isEmpty() || one.getKey() != besides.get())
                    .allMatch(one -> one.getKey().of(line).contains(one.getValue()));
            return sides && Days.meet(line.days(), from, to) && holdsWords(line);
        }

        private boolean holdsWords(Line line) {
            if (words.isBlank()) {
                return true;
            }
            String searched = line.searched();
            return List.of(Folding.fold(words).strip().split("\\s+")).stream().allMatch(searched::contains);
        }
    }

    /** Lists what people added to a book. */
    public static GiftIndex of(BookView view) {
        List<Line> lines = new ArrayList<>();
        view.storyRulings()
                .gifts()
                .forEach((key, gifts) ->
                        view.report(key).ifPresent(report -> gifts.forEach(gift -> lines.add(new Line(gift, report)))));
        lines.sort(Comparator.comparing((Line line) -> line.days().from().orElse(LocalDate.MAX))
                .thenComparing(line -> line.gift().evidence().document())
                .thenComparing(line -> line.gift().evidence().span()));
        return new GiftIndex(lines);
    }

    /** Returns what is asked for. */
    public List<Line> find(Asked asked) {
        return lines.stream()
                .filter(line -> asked.allows(line, Optional.empty()))
                .toList();
    }

    /** Counts the values of each side among what is asked for, whatever is asked of that side itself. */
    public Map<Side, Map<String, Integer>> counts(Asked asked) {
        Map<Side, Map<String, Integer>> counts = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Map<String, Integer> of = new TreeMap<>();
            lines.stream()
                    .filter(line -> asked.allows(line, Optional.of(side)))
                    .forEach(line -> side.of(line).forEach(value -> of.merge(value, 1, Integer::sum)));
            counts.put(side, of);
        }
        return counts;
    }
}
