package dev.tranche.eval;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.Participant;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Story;
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
 * Scores the content of reports besides sums against a rich gold file.
 *
 * <p>Entries are matched one to one. An encounter matches by kind (talks, a lunch and a briefing are meetings), both main
 * parties as two participants (a person by name, others by country or a shared word) and overlapping dates; an end that
 * is open overlaps, an unknown date does not. A statement matches if it covers a third of the gold
 * quote; the best overlap with the right speaker is matched first. A figure has the same value beside the quote; an
 * item shares a word and the quantity; an agreement has the same stage and both parties beside the quote.
 */
public final class RichEval {

    private static final int LEAST_SHARE = 3;
    private static final int STEM = 5;

    private final List<String> misses = new ArrayList<>();
    private Counts encounters = Counts.NONE;
    private Counts statements = Counts.NONE;
    private Counts figures = Counts.NONE;
    private Counts items = Counts.NONE;
    private Counts agreements = Counts.NONE;
    private int encounterStages;
    private int dated;
    private int speakers;
    private int stances;
    private int bounds;
    private int itemStages;
    private int persons;
    private int goldPersons;

    private RichEval() {}

    /** Scores extractions; reports not in the gold file are skipped. */
    public static RichScore score(Map<String, RichGold> gold, List<Extraction> extractions) {
        RichEval eval = new RichEval();
        for (Extraction extraction : extractions) {
            RichGold report = gold.get(extraction.document().id().value());
            if (report != null) {
                String doc = extraction.document().id().value();
                Story story = extraction.story();
                report.encounters().ifPresent(list -> eval.encounters(doc, list, story));
                report.statements().ifPresent(list -> eval.statements(extraction, list));
                report.figures().ifPresent(list -> eval.figures(extraction, list));
                report.items().ifPresent(list -> eval.items(extraction, list));
                report.agreements().ifPresent(list -> eval.agreements(extraction, list));
                report.persons().ifPresent(list -> eval.persons(doc, list, story.names()));
            }
        }
        return new RichScore(
                eval.encounters,
                Ratio.of(eval.encounterStages, eval.encounters.matched()),
                Ratio.of(eval.dated, eval.encounters.matched()),
                eval.statements,
                Ratio.of(eval.speakers, eval.statements.matched()),
                Ratio.of(eval.stances, eval.statements.matched()),
                eval.figures,
                Ratio.of(eval.bounds, eval.figures.matched()),
                eval.items,
                Ratio.of(eval.itemStages, eval.items.matched()),
                eval.agreements,
                Ratio.of(eval.persons, eval.goldPersons),
                eval.misses);
    }

    private void encounters(String doc, List<RichGold.Meeting> gold, Story story) {
        List<Encounter> read = story.encounters();
        List<int[]> met = pairs(gold, read, (g, r) -> matches(g, r) ? 1.0 + (isStaged(g, r) ? 1 : 0) : 0.0);
        encounters = encounters.plus(counts(gold, read, met));
        for (int[] pair : met) {
            StatedDate date = read.get(pair[1]).date();
            dated += date.from().isPresent() && date.to().isPresent() ? 1 : 0;
            boolean staged = isStaged(gold.get(pair[0]), read.get(pair[1]));
            encounterStages += staged ? 1 : 0;
            if (!staged) {
                misses.add(doc + " stage " + gold.get(pair[0]).stage() + " read as "
                        + read.get(pair[1]).stage().slug() + ": "
                        + gold.get(pair[0]).quote());
            }
        }
        report(doc, "encounter", gold, read, met, RichEval::shown, RichEval::shown);
    }

    private static boolean isStaged(RichGold.Meeting gold, Encounter read) {
        return gold.stage().equals(read.stage().slug());
    }

    private void statements(Extraction extraction, List<RichGold.Saying> gold) {
        String doc = extraction.document().id().value();
        String text = extraction.document().text();
        List<Statement> read = extraction.story().statements();
        List<int[]> said = pairs(gold, read, (g, r) -> {
            double share = share(text, g.quote(), r.evidence());
            return share * LEAST_SHARE < 1 ? 0 : share + (speaks(g.speaker(), r.speaker()) ? 2 : 0);
        });
        statements = statements.plus(counts(gold, read, said));
        for (int[] pair : said) {
            RichGold.Saying saying = gold.get(pair[0]);
            Statement statement = read.get(pair[1]);
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
                gold,
                read,
                said,
                RichGold.Saying::quote,
                each -> each.speaker().shown() + ": " + each.evidence().quote());
    }

    private void figures(Extraction extraction, List<RichGold.Count> gold) {
        String doc = extraction.document().id().value();
        String text = extraction.document().text();
        List<Figure> read = extraction.story().figures();
        List<int[]> counted = pairs(
                gold,
                read,
                (g, r) -> g.value().isPresent()
                                && g.value().get().compareTo(r.value()) == 0
                                && share(text, g.quote(), r.evidence()) > 0
                        ? 1.0
                        : 0.0);
        figures = figures.plus(counts(gold, read, counted));
        for (int[] pair : counted) {
            boolean right =
                    gold.get(pair[0]).bound().equals(read.get(pair[1]).bound().slug());
            bounds += right ? 1 : 0;
            if (!right) {
                misses.add(doc + " bound " + gold.get(pair[0]).bound() + " read as " + shown(read.get(pair[1])));
            }
        }
        report(doc, "figure", gold, read, counted, RichGold.Count::quote, RichEval::shown);
    }

    private void items(Extraction extraction, List<RichGold.Gear> gold) {
        String doc = extraction.document().id().value();
        String text = extraction.document().text();
        List<Item> read = extraction.story().items();
        List<int[]> gear = pairs(gold, read, (g, r) -> fits(text, g, r));
        items = items.plus(counts(gold, read, gear));
        for (int[] pair : gear) {
            boolean right =
                    gold.get(pair[0]).stage().equals(read.get(pair[1]).stage().slug());
            itemStages += right ? 1 : 0;
            if (!right) {
                misses.add(doc + " item stage " + gold.get(pair[0]).stage() + " read as "
                        + read.get(pair[1]).stage().slug() + ": "
                        + gold.get(pair[0]).quote());
            }
        }
        report(
                doc,
                "item",
                gold,
                read,
                gear,
                each -> each.item() + " " + each.quote(),
                each -> each.quantity() + " " + each.name() + " \""
                        + each.evidence().quote() + "\"");
    }

    private void agreements(Extraction extraction, List<RichGold.Pact> gold) {
        String text = extraction.document().text();
        List<Agreement> read = extraction.story().agreements();
        List<int[]> made = pairs(
                gold,
                read,
                (g, r) -> g.stage().equals(r.stage().slug())
                                && Set.copyOf(g.parties()).equals(Set.copyOf(r.parties()))
                                && share(text, g.quote(), r.evidence()) > 0
                        ? 1.0
                        : 0.0);
        agreements = agreements.plus(counts(gold, read, made));
        report(
                extraction.document().id().value(),
                "agreement",
                gold,
                read,
                made,
                each -> each.parties() + " " + each.stage() + " " + each.quote(),
                each -> each.parties() + " " + each.stage().slug() + " " + each.name() + " "
                        + each.evidence().quote());
    }

    private void persons(String doc, List<RichGold.Somebody> gold, List<Name> names) {
        for (RichGold.Somebody somebody : gold) {
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
        String plain = name.replace('-', ' ');
        return NameKey.of(plain.substring(plain.lastIndexOf(' ') + 1));
    }

    private static boolean matches(RichGold.Meeting gold, Encounter read) {
        String kind =
                Set.of("talks", "lunch", "briefing").contains(gold.kind()) ? EncounterKind.MEETING.slug() : gold.kind();
        return kind.equals(read.kind().slug()) && overlap(gold.date(), read.date()) && sides(gold.sides(), read);
    }

    /** Each side is a separate participant. */
    private static boolean sides(List<RichGold.Side> sides, Encounter read) {
        if (sides.isEmpty()) {
            return true;
        }
        List<Participant> all = read.participants();
        for (int i = 0; i < all.size(); i++) {
            if (is(sides.get(0), all.get(i))) {
                if (sides.size() < 2) {
                    return true;
                }
                for (int j = 0; j < all.size(); j++) {
                    if (j != i && is(sides.get(1), all.get(j))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean overlap(StatedDate one, StatedDate other) {
        boolean before = one.to().isPresent()
                && other.from().isPresent()
                && one.to().get().isBefore(other.from().get());
        boolean after = other.to().isPresent()
                && one.from().isPresent()
                && other.to().get().isBefore(one.from().get());
        return !before && !after && (!other.isUnknown() || one.isUnknown());
    }

    private static boolean is(RichGold.Side side, Participant read) {
        boolean person = side.name().indexOf(' ') > 0 && !side.words().isEmpty();
        if (person) {
            return surname(side.name()).equals(surname(read.shown()));
        }
        if (!side.country().isEmpty() && read.country().isPresent()) {
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

    /** The share of a gold quote's first occurrence in the text covered by the evidence. */
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

    private static String shown(RichGold.Meeting gold) {
        return gold.kind() + " "
                + gold.sides().stream()
                        .map(side -> side.name().isEmpty() ? side.words() : side.name())
                        .toList() + " "
                + gold.date().edtf() + " " + gold.quote();
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
