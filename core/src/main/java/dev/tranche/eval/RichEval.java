package dev.tranche.eval;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.extract.Extraction;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKey;
import dev.tranche.naming.NameKind;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;
import dev.tranche.text.Folding;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Scores what reports tell besides sums against a rich gold file.
 *
 * <p>Entries are matched one to one. An encounter matches by kind (talks are a meeting or a conference, a lunch or
 * briefing a meeting), both main parties (a person by name, others by country or a shared word) and overlapping dates,
 * where an open date overlaps all. A statement matches when it covers a third of the gold quote; the best overlap with
 * the right speaker goes first. A figure has the same value beside the quote; an item shares a word and the quantity.
 */
public final class RichEval {

    private static final int LEAST_SHARE = 3;
    private static final int STEM = 5;

    private final List<String> misses = new ArrayList<>();
    private Counts encounters = Counts.NONE;
    private Counts statements = Counts.NONE;
    private Counts figures = Counts.NONE;
    private Counts items = Counts.NONE;
    private int speakers;
    private int stances;
    private int persons;
    private int goldPersons;
    private int dated;

    private RichEval() {}

    /** Scores extractions; reports that the gold file does not name are passed over. */
    public static RichScore score(Map<String, RichGold> gold, List<Extraction> extractions) {
        RichEval eval = new RichEval();
        for (Extraction extraction : extractions) {
            RichGold report = gold.get(extraction.document().id().value());
            if (report != null) {
                eval.add(report, extraction);
            }
        }
        return new RichScore(
                eval.encounters,
                eval.statements,
                Ratio.of(eval.speakers, eval.statements.matched()),
                Ratio.of(eval.stances, eval.statements.matched()),
                eval.figures,
                eval.items,
                Ratio.of(eval.persons, eval.goldPersons),
                Ratio.of(eval.dated, eval.encounters.matched()),
                eval.misses);
    }

    private void add(RichGold gold, Extraction read) {
        String doc = read.document().id().value();
        String text = read.document().text();
        List<int[]> met = pairs(gold.encounters(), read.story().encounters(), (g, r) -> matches(g, r) ? 1.0 : 0.0);
        encounters = encounters.plus(counts(gold.encounters(), read.story().encounters(), met));
        dated += (int) met.stream()
                .filter(p -> !read.story().encounters().get(p[1]).date().isUnknown())
                .count();
        report(
                doc,
                "encounter",
                gold.encounters(),
                read.story().encounters(),
                met,
                RichGold.Meeting::quote,
                RichEval::shown);

        List<int[]> said = pairs(gold.statements(), read.story().statements(), (g, r) -> {
            double share = share(text, g.quote(), r.evidence());
            return share * LEAST_SHARE < 1 ? 0 : share + (speaks(g.speaker(), r.speaker()) ? 2 : 0);
        });
        statements = statements.plus(counts(gold.statements(), read.story().statements(), said));
        for (int[] pair : said) {
            RichGold.Saying saying = gold.statements().get(pair[0]);
            Statement statement = read.story().statements().get(pair[1]);
            boolean right = speaks(saying.speaker(), statement.speaker());
            speakers += right ? 1 : 0;
            stances += saying.stance().equals(statement.stance().slug()) ? 1 : 0;
            if (!right) {
                misses.add(doc + " speaker " + saying.speaker() + " read as "
                        + statement.speaker().shown());
            }
        }
        report(
                doc,
                "statement",
                gold.statements(),
                read.story().statements(),
                said,
                RichGold.Saying::quote,
                each -> each.speaker().shown() + ": " + each.evidence().quote());

        List<int[]> counted = pairs(
                gold.figures(),
                read.story().figures(),
                (g, r) -> g.value().isPresent()
                                && g.value().get().compareTo(r.value()) == 0
                                && share(text, g.quote(), r.evidence()) > 0
                        ? 1.0
                        : 0.0);
        figures = figures.plus(counts(gold.figures(), read.story().figures(), counted));
        report(doc, "figure", gold.figures(), read.story().figures(), counted, RichGold.Count::quote, RichEval::shown);

        List<int[]> gear = pairs(gold.items(), read.story().items(), (g, r) -> fits(text, g, r));
        items = items.plus(counts(gold.items(), read.story().items(), gear));
        report(doc, "item", gold.items(), read.story().items(), gear, RichGold.Gear::item, Item::name);
        persons(doc, gold, read.story().names());
    }

    private void persons(String doc, RichGold gold, List<Name> names) {
        for (RichGold.Somebody somebody : gold.persons()) {
            goldPersons++;
            List<Name> same = names.stream()
                    .filter(name -> name.kind() == NameKind.PERSON
                            && surname(name.name()).equals(surname(somebody.name())))
                    .toList();
            boolean joined =
                    same.size() == 1 && somebody.spellings().stream().allMatch(each -> isSpelt(same.get(0), each));
            persons += joined ? 1 : 0;
            if (!joined) {
                misses.add(doc + " person missed: " + somebody.name() + " " + somebody.spellings());
            }
        }
    }

    private static boolean isSpelt(Name name, String spelling) {
        String written = spelling.substring(spelling.lastIndexOf(' ') + 1);
        List<String> forms = new ArrayList<>(name.spellings());
        forms.add(name.name());
        return forms.stream().anyMatch(form -> form.endsWith(written) || form.equals(spelling));
    }

    private static String surname(String name) {
        return NameKey.of(name.substring(name.lastIndexOf(' ') + 1));
    }

    private static boolean matches(RichGold.Meeting gold, Encounter read) {
        String kind = read.kind().slug();
        boolean same = switch (gold.kind()) {
            case "talks" -> kind.equals("meeting") || kind.equals("conference");
            case "lunch", "briefing" -> kind.equals("meeting");
            default -> kind.equals(gold.kind());
        };
        return same
                && overlap(gold.date(), read.date())
                && gold.sides().stream()
                        .allMatch(side -> read.participants().stream().anyMatch(p -> is(side, p)));
    }

    private static boolean overlap(StatedDate one, StatedDate other) {
        boolean before = one.to().isPresent()
                && other.from().isPresent()
                && one.to().get().isBefore(other.from().get());
        boolean after = other.to().isPresent()
                && one.from().isPresent()
                && other.to().get().isBefore(one.from().get());
        return !before && !after;
    }

    private static boolean is(RichGold.Side side, Participant read) {
        boolean person = side.name().indexOf(' ') > 0 && !side.words().isEmpty();
        if (person) {
            return surname(side.name()).equals(surname(read.shown()));
        }
        if (!side.country().isEmpty()) {
            return read.country().equals(Optional.of(side.country()));
        }
        return shares(side.name() + " " + side.words(), read.shown() + " " + read.office());
    }

    private static boolean speaks(RichGold.Side gold, Speaker read) {
        String country = read.country().orElse("");
        if (gold.anonymous()) {
            return read.anonymous()
                    && country.equals(gold.country())
                    && shares(gold.words() + " " + gold.name(), read.description());
        }
        if (read.anonymous() && !gold.words().contains("spokes")) {
            return false;
        }
        if (!gold.name().isEmpty() && surname(gold.name()).equals(surname(read.shown()))) {
            return true;
        }
        if (shares(gold.name(), read.description())) {
            return true;
        }
        boolean state = Set.of("state", "government", "administration", "White House", "governments")
                .contains(gold.words());
        String words = read.description().toLowerCase(Locale.ROOT);
        boolean person = words.contains("minister")
                || words.contains("president")
                || words.contains("secretary")
                || words.contains("director")
                || words.contains("spokes")
                || words.contains("advis");
        return state && !person && country.equals(gold.country());
    }

    private static double fits(String text, RichGold.Gear gold, Item read) {
        boolean quantity = gold.quantity().isEmpty()
                || read.quantity().isPresent()
                        && gold.quantity().get().longValue() == read.quantity().getAsLong();
        boolean near = share(text, gold.quote(), read.evidence()) > 0 || sameLine(text, gold.quote(), read.evidence());
        if (!quantity || !near) {
            return 0;
        }
        Set<Long> shared = stems(gold.item());
        shared.retainAll(stems(read.name() + " " + read.evidence().quote()));
        return shared.isEmpty() ? 0 : shared.size() + share(text, gold.quote(), read.evidence());
    }

    private static boolean sameLine(String text, String quote, Evidence evidence) {
        int at = text.indexOf(quote);
        int end = text.indexOf('\n', at);
        return at >= 0 && evidence.span().start() >= at && evidence.span().start() < (end < 0 ? text.length() : end);
    }

    private static boolean shares(String one, String other) {
        Set<Long> stems = stems(one);
        stems.retainAll(stems(other));
        return !stems.isEmpty();
    }

    private static Set<Long> stems(String words) {
        Set<Long> stems = new HashSet<>();
        for (String word : words.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2
                    && !Set.of("the", "and", "who", "for", "senior").contains(word)) {
                stems.add(Folding.hash(word.substring(0, Math.min(STEM, word.length()))));
            }
        }
        return stems;
    }

    /** How much of a gold quote's first place in the text the evidence covers. */
    private static double share(String text, String quote, Evidence evidence) {
        int at = text.indexOf(quote);
        if (at < 0) {
            return 0;
        }
        Span span = evidence.span();
        int covered = Math.min(at + quote.length(), span.end()) - Math.max(at, span.start());
        double tight = quote.length() * 0.001 / Math.max(1, span.length());
        return covered <= 0 ? 0 : (double) covered / quote.length() + tight;
    }

    /** The best pairs first, each entry once. */
    private static <G, R> List<int[]> pairs(List<G> gold, List<R> read, BiFunction<G, R, Double> worth) {
        record Candidate(int gold, int read, double worth) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int r = 0; r < read.size(); r++) {
                double value = worth.apply(gold.get(g), read.get(r));
                if (value > 0) {
                    candidates.add(new Candidate(g, r, value));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::worth)
                .reversed()
                .thenComparingInt(Candidate::gold)
                .thenComparingInt(Candidate::read));
        Set<Integer> usedGold = new HashSet<>();
        Set<Integer> usedRead = new HashSet<>();
        List<int[]> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!usedGold.contains(candidate.gold) && !usedRead.contains(candidate.read)) {
                usedGold.add(candidate.gold);
                usedRead.add(candidate.read);
                pairs.add(new int[] {candidate.gold, candidate.read});
            }
        }
        return pairs;
    }

    private static Counts counts(List<?> gold, List<?> read, List<int[]> pairs) {
        return new Counts(gold.size(), read.size(), pairs.size(), 0);
    }

    private <G, R> void report(
            String doc,
            String what,
            List<G> gold,
            List<R> read,
            List<int[]> pairs,
            java.util.function.Function<G, String> goldShown,
            java.util.function.Function<R, String> readShown) {
        for (int g = 0; g < gold.size(); g++) {
            int index = g;
            if (pairs.stream().noneMatch(pair -> pair[0] == index)) {
                misses.add(doc + " " + what + " missed: " + goldShown.apply(gold.get(g)));
            }
        }
        for (int r = 0; r < read.size(); r++) {
            int index = r;
            if (pairs.stream().noneMatch(pair -> pair[1] == index)) {
                misses.add(doc + " " + what + " without gold: " + readShown.apply(read.get(r)));
            }
        }
    }

    private static String shown(Encounter encounter) {
        return encounter.kind().slug() + " "
                + encounter.participants().stream().map(Participant::shown).toList() + " "
                + encounter.date().from().map(Object::toString).orElse("") + "/"
                + encounter.date().to().map(Object::toString).orElse("") + " "
                + encounter.evidence().quote();
    }

    private static String shown(Figure figure) {
        return figure.value().toPlainString() + " " + figure.unit() + " \""
                + figure.evidence().quote() + "\"";
    }
}
