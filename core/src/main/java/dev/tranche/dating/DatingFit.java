package dev.tranche.dating;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.Match;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Fits the table of shapes used to infer days of publication to reports whose day is known; not safe for
 * several threads.
 */
public final class DatingFit {

    /** Rules on the plain mention of a kind of event. */
    private static final String MENTIONED = "event.past.";

    /**
     * An ongoing war is mentioned for as long as it lasts, unlike other wars of its time: one year of reports cannot
     * show it.
     */
    private static final String ONGOING = "invasion";

    private static final String HEAD =
            "# Made by `tranche eval --fit-dating`; what rows and columns mean is in docs/reference/dating.md.\n";
    private static final String PRIORS = "fit_priors.csv";
    /** A kind of report gets its own row if it has at least this many reports. */
    private static final int OWN_ROW = 12;

    /** With at least this many reports, a kind of clue provides its subkinds with a rate of misleading clues. */
    private static final int TRUSTED = 50;

    private final Map<String, LexiconFile.Row> priors = priors();
    private final Lexicon lexicon;
    private final Inference inference;
    private final List<Known> reports = new ArrayList<>();
    private final Map<String, List<LocalDate>> sources = new TreeMap<>();
    private final Map<String, double[]> exposures = new HashMap<>();

    /** A report whose day is known. */
    private record Known(LocalDate day, String source, Inference.Clues clues) {}

    /** A fitted row. */
    private record Row(String rule, String kind, int reports, Shape shape) {}

    private DatingFit(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.inference = Inference.of(lexicon);
    }

    /** Builds a fit without any reports. */
    public static DatingFit of(Lexicon lexicon) {
        return new DatingFit(lexicon);
    }

    /**
     * Adds a report. A report without clues is left out.
     *
     * @param document the report without any stated day
     * @param day the day on which it was published
     * @param source the collection it belongs to: reports of one source are assumed to range from its first to its last
     *     day
     */
    public void add(Document document, LocalDate day, String source) {
        Problems problems = new Problems();
        Inference.Clues clues = inference.clues(
                DatedText.of(MarkedText.of(lexicon, document, problems), NamedDays.of(lexicon), problems));
        boolean known = !day.isBefore(DaySet.FIRST) && !day.isAfter(DaySet.LAST);
        if (known) {
            sources.computeIfAbsent(source, absent -> new ArrayList<>()).add(day);
        }
        if (known && !clues.reasons().isEmpty()) {
            reports.add(new Known(day, source, clues));
        }
    }

    /** Returns the number of reports with a clue. */
    public int reports() {
        return reports.size();
    }

    /** Returns the fitted table: a comment, a header and a row for each rule and kind of report. */
    public String table() {
        exposures.putAll(exposures());
        List<Row> rows = shapes(priors);
        StringBuilder table = new StringBuilder(HEAD).append("rule,kind,reports,wrong,kin,again,");
        table.append(String.join(",", OffsetBucket.columns())).append('\n');
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.rule(),
                    row.kind(),
                    Integer.toString(row.reports()),
                    Integer.toString(row.shape().wrong()),
                    row.shape().kin(),
                    Integer.toString(row.shape().again())));
            Arrays.stream(row.shape().losses()).mapToObj(Integer::toString).forEach(cells::add);
            table.append(String.join(",", cells)).append('\n');
        }
        return table.toString();
    }

    private static Map<String, LexiconFile.Row> priors() {
        try (InputStream in = DatingFit.class.getResourceAsStream(PRIORS)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + PRIORS + " is missing");
            }
            Map<String, LexiconFile.Row> priors = new HashMap<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (LexiconFile.Row row : new LexiconFile(PRIORS, text).rows()) {
                priors.put(row.field("rule"), row);
            }
            return priors;
        } catch (IOException broken) {
            throw new UncheckedIOException(PRIORS, broken);
        }
    }

    /** Fits rules from the shorter to the longer names, each with its parent's rates as prior. */
    private List<Row> shapes(Map<String, LexiconFile.Row> priors) {
        Map<String, List<CaseOf>> cases = cases();
        TreeSet<String> names =
                new TreeSet<>(Comparator.comparingInt(DatingFit::depth).thenComparing(name -> name));
        names.addAll(priors.keySet());
        for (String rule : cases.keySet()) {
            for (String name = rule; !name.isEmpty(); name = parent(name)) {
                names.add(name);
            }
        }
        Map<String, double[]> rates = new HashMap<>();
        Map<String, Double> usual = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            double[] prior = priors.containsKey(name)
                    ? ShapeFit.prior(Optional.ofNullable(priors.get(name)).orElseThrow())
                    : rates.getOrDefault(parent(name), rates.getOrDefault(Shapes.EVERY, new double[0]));
            if (prior.length == 0) {
                prior = ShapeFit.prior(
                        Optional.ofNullable(priors.get(Shapes.EVERY)).orElseThrow());
            }
            boolean window = window(priors, name);
            ShapeFit all = fit(cases, name, prior, window, kind -> true);
            rates.put(name, all.rates());
            double wrong = usual.getOrDefault(parent(name), all.usual());
            if (all.cases() >= TRUSTED) {
                usual.put(name, all.usual());
            } else if (usual.containsKey(parent(name))) {
                usual.put(name, wrong);
            }
            if (all.cases() > 0 || priors.containsKey(name)) {
                rows.add(new Row(name, Shapes.ANY, all.cases(), all.shape(wrong, prior(priors, name))));
            }
            for (ReportKind kind : ReportKind.values()) {
                ShapeFit own = fit(cases, name, all.rates(), window, kind::equals);
                if (own.cases() >= OWN_ROW && own.cases() < all.cases()) {
                    rows.add(new Row(name, kind.slug(), own.cases(), own.shape(all.usual(), prior(priors, name))));
                }
            }
        }
        rows.sort(Comparator.comparing(Row::rule).thenComparing(Row::kind));
        return rows;
    }

    private static int depth(String rule) {
        return rule.equals(Shapes.EVERY) ? 0 : rule.split("\\.", -1).length;
    }

    private static String parent(String rule) {
        int dot = rule.lastIndexOf('.');
        return dot < 0 ? "" : rule.substring(0, dot);
    }

    private static boolean window(Map<String, LexiconFile.Row> priors, String rule) {
        return prior(priors, rule).field("window").equals("yes");
    }

    private static int unseen(Map<String, LexiconFile.Row> priors, String rule) {
        return Integer.parseInt(prior(priors, rule).field("unseen"));
    }

    /** Returns the row of priors whose name is the longest prefix of the rule. */
    private static LexiconFile.Row prior(Map<String, LexiconFile.Row> priors, String rule) {
        String name = rule;
        while (!priors.containsKey(name) && !name.isEmpty()) {
            name = parent(name);
        }
        return Optional.ofNullable(priors.get(name.isEmpty() ? Shapes.EVERY : name))
                .orElseThrow();
    }

    /** A case and the kind of its report. */
    private record CaseOf(ReportKind kind, ShapeFit.Case each) {}

    private Map<String, List<CaseOf>> cases() {
        Map<String, LocalDate> first = new HashMap<>();
        Map<String, LocalDate> last = new HashMap<>();
        sources.forEach((source, days) -> {
            first.put(source, Collections.min(days));
            last.put(source, Collections.max(days));
        });
        Map<String, List<CaseOf>> cases = new TreeMap<>();
        for (Known report : reports) {
            for (Reason reason : report.clues().reasons()) {
                ShapeFit.Case each = ShapeFit.Case.of(
                        reason.anchor(),
                        report.day(),
                        first.getOrDefault(report.source(), report.day()),
                        last.getOrDefault(report.source(), report.day()));
                cases.computeIfAbsent(reason.rule(), absent -> new ArrayList<>())
                        .add(new CaseOf(report.clues().kind(), each));
            }
        }
        return cases;
    }

    private ShapeFit fit(
            Map<String, List<CaseOf>> cases, String name, double[] prior, boolean window, Predicate<ReportKind> kinds) {
        ShapeFit fit = new ShapeFit(prior, unseen(priors, name));
        cases.forEach((rule, list) -> {
            if (name.equals(Shapes.EVERY) || rule.equals(name) || rule.startsWith(name + ".")) {
                list.stream().filter(each -> kinds.test(each.kind())).forEach(each -> fit.add(each.each()));
            }
        });
        double[] exposed = exposure(name);
        if (exposed.length > 0 && fit.cases() > 0) {
            fit.fit(exposed);
        } else if (!name.equals(Shapes.EVERY)) {
            fit.fit(window);
        }
        return fit;
    }

    /**
     * Returns the number of reports that could have named an event at each distance, for a rule on plain mentions of a
     * kind of event.
     */
    private double[] exposure(String rule) {
        if (!rule.startsWith(MENTIONED)) {
            return new double[0];
        }
        String kind = rule.substring(MENTIONED.length()).replace(".lead", "");
        if (kind.equals(ONGOING)) {
            return new double[0];
        }
        return exposures.getOrDefault(kind, new double[0]);
    }

    private Map<String, double[]> exposures() {
        Map<String, double[]> all = new HashMap<>();
        for (String phrase : lexicon.eventPhrases().keySet()) {
            for (Match match : lexicon.findEvents(Tokenizer.split(phrase))) {
                List<Entry.Event> events = EventClues.events(match);
                if (events.isEmpty()) {
                    continue;
                }
                double[] exposed = all.computeIfAbsent(events.get(0).kind(), absent -> new double[OffsetBucket.COUNT]);
                DaySet days = EventClues.around(events, 0, 0);
                sources.forEach((source, known) -> {
                    LocalDate first = Collections.min(known);
                    LocalDate last = Collections.max(known);
                    int[] possible = ShapeFit.Case.of(days, first, first, last).possible();
                    double length = Arrays.stream(possible).sum();
                    for (int bucket = 0; bucket < exposed.length; bucket++) {
                        exposed[bucket] += possible[bucket] / length * known.size();
                    }
                });
            }
        }
        return all;
    }
}
