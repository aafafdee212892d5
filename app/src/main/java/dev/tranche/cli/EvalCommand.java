package dev.tranche.cli;

import dev.tranche.bundle.BundleException;
import dev.tranche.eval.BookGold;
import dev.tranche.eval.ComparedFact;
import dev.tranche.eval.FactFile;
import dev.tranche.eval.Score;
import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.pipeline.Inputs;
import dev.tranche.print.Ink;
import dev.tranche.print.ScoreJson;
import dev.tranche.print.ScorePrinter;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche eval}: scores the reader against gold files. */
@Command(
        name = "eval",
        header = "Score the reading of reports against gold files.",
        description = {
            "",
            "A file of facts is a GOLD file; everything else holds reports. Without a PATH the reports are those"
                    + " beside the gold file: X.jsonl or the folder X for X.gold.jsonl, else a folder X beside its"
                    + " folder.",
            ""
        })
public final class EvalCommand implements Runnable {

    private static final String GOLD_ENDING = ".gold.jsonl";
    private static final String RICH_ENDING = ".rich.json";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfFormat.class,
            description = "text for people, json for programs. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--misses", description = "Print every missed, false and partly wrong fact with its quote.")
    private boolean misses;

    @Option(
            names = "--fit-types",
            description = "Print the table type_weights.csv, fitted to the gold files in PATHs: how strongly each clue"
                    + " suggests each type, for sums whose type is not given by the words beside them.")
    private boolean fitTypes;

    @Option(
            names = "--fit-sums",
            description = "Print the table sum_weights.csv, fitted to the gold files in PATHs: how strongly each clue"
                    + " suggests that a sum is assistance, for sums that no rule accepts or has a reason to refuse.")
    private boolean fitSums;

    @Option(
            names = "--fit-totals",
            description = "Print the table total_weights.csv, fitted to the gold files in PATHs: how strongly each clue"
                    + " suggests that a sum has added up over a time, rather than being given by one act.")
    private boolean fitTotals;

    @Mixin
    private DatingEvaluation dating = new DatingEvaluation();

    @Option(names = "--rules", description = "Print the precision of each rule.")
    private boolean rules;

    @Option(
            names = "--pred",
            paramLabel = "FILE",
            description = "Score the facts in FILE, as 'tranche read --format json' writes them; reads no report.")
    private @Nullable Path predictions;

    @Option(
            names = "--rich",
            paramLabel = "FILE",
            description =
                    "Score encounters, statements, figures, items and persons against FILE; each PATH holds reports.")
    private @Nullable Path rich;

    @Option(
            names = "--ledger",
            paramLabel = "RECORD",
            description =
                    "Score the ledger of the reports against RECORD: a table of announcements with the columns date,"
                            + " pda_usd_m, usai_usd_m and other_usd_m, or a gold book, JSON Lines that begin with"
                            + " {\"book\". No other gold file is read.")
    private @Nullable Path announcements;

    @Option(
            names = "--clauses",
            paramLabel = "FILE",
            description =
                    "Score verbs, their arguments and their negation against a treebank in CoNLL-U; reads no reports.")
    private @Nullable Path treebank;

    @Option(
            names = "--pages",
            paramLabel = "TRUTH",
            description =
                    "Score the main text and day of publication of the pages in each PATH against TRUTH, a JSON object"
                            + " with articleBody or date under the name of each page.")
    private @Nullable Path pages;

    @Parameters(
            paramLabel = "GOLD|PATH",
            arity = "0..*",
            description =
                    "Gold files, then files or folders of reports. With --rich: reports; default: those beside it.")
    private List<String> paths = new ArrayList<>();

    private void ledger(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw CommandException.outside(file + ": the file cannot be read: " + broken.getMessage() + ".");
        }
        if (BookGold.isOne(text)) {
            new BookEvaluation(program, reading, format, misses).run(file, text, paths);
        } else {
            new LedgerEvaluation(program, reading, format).run(file, paths);
        }
    }

    /** Scores all gold files together. */
    @Override
    public void run() {
        if (rich != null) {
            List<String> reports = paths.isEmpty() ? List.of(beside(rich, RICH_ENDING)) : paths;
            new RichEvaluation(program, reading, format, misses).run(rich, reports);
            return;
        }
        if (treebank != null) {
            new ClausesEvaluation(program, reading, format, misses).run(treebank);
            return;
        }
        if (paths.isEmpty()) {
            throw CommandException.usage("eval needs a GOLD file or a PATH with reports.");
        }
        ReadCommand.refuseWrongPaths(paths);
        if (pages != null) {
            new PagesEvaluation(program, reading, format, misses).run(pages, paths);
            return;
        }
        if (announcements != null) {
            ledger(announcements);
            return;
        }
        if (dating.isAskedFor()) {
            dating.run(program, reading, paths, rules, misses);
            return;
        }
        List<Path> goldFiles = new ArrayList<>();
        List<String> reports = new ArrayList<>();
        for (String path : paths) {
            if (!path.equals(Inputs.STANDARD_INPUT) && isGold(Path.of(path))) {
                goldFiles.add(Path.of(path));
            } else {
                reports.add(path);
            }
        }
        if (goldFiles.isEmpty()) {
            throw CommandException.usage("none of " + String.join(", ", paths)
                    + " is a gold file: one JSON object with \"doc\" and \"facts\" per line.");
        }
        Map<String, List<ComparedFact>> gold = new LinkedHashMap<>();
        for (Path file : goldFiles) {
            gold.putAll(parse(file));
        }
        long tables =
                Stream.of(fitTypes, fitSums, fitTotals).filter(asked -> asked).count();
        if (tables > 0) {
            if (predictions != null || misses || rules || tables > 1) {
                throw CommandException.usage("--fit-types, --fit-sums and --fit-totals each print one table and take no"
                        + " --pred, --misses or --rules.");
            }
            TableFitting fitting =
                    new TableFitting(program, reading, gold, reports.isEmpty() ? beside(goldFiles) : reports);
            if (fitTypes) {
                fitting.ofTypes();
            } else if (fitSums) {
                fitting.ofSums();
            } else {
                fitting.ofTotals();
            }
            return;
        }
        Score score = Score.of(gold, predictions == null ? read(goldFiles, reports, gold) : predicted(reports));
        print(score);
    }

    private Map<String, List<ComparedFact>> predicted(List<String> reports) {
        if (!reports.isEmpty()) {
            throw CommandException.usage("--pred and reports cannot be combined: " + String.join(", ", reports) + ".");
        }
        Path file = Optional.ofNullable(predictions).orElseThrow();
        if (!Files.exists(file)) {
            throw CommandException.usage("--pred: " + file + ": no such file or folder");
        }
        return parse(file);
    }

    private Map<String, List<ComparedFact>> read(
            List<Path> goldFiles, List<String> given, Map<String, List<ComparedFact>> gold) {
        List<String> reports = given.isEmpty() ? beside(goldFiles) : given;
        Lexicon lexicon = reading.lexicon();
        Function<Incoming.Report, Extraction> reader = reading.reader(lexicon);
        Map<String, List<ComparedFact>> facts = new HashMap<>();
        Run run = new Run(program, false);
        run.over(
                reading.inputs(reports, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(wanted(report, gold)), ""),
                read -> facts.put(
                        read.extraction().document().id().value(),
                        read.extraction().facts().stream().map(ComparedFact::of).toList()));
        run.refuseNothing(reports);
        run.printProblems();
        long absent =
                gold.keySet().stream().filter(doc -> !facts.containsKey(doc)).count();
        if (absent > 0) {
            program.terminal()
                    .err()
                    .println("tranche: " + absent + " of " + gold.size()
                            + " reports of the gold files were not among the reports; their facts count as missed.");
        }
        return facts;
    }

    /** A report that no gold file names is not worth reading: its text is left out. */
    static Incoming.Report wanted(Incoming.Report report, Map<String, List<ComparedFact>> gold) {
        String id = report.document().id().value();
        return gold.containsKey(id) ? report : new Incoming.Report(report.place(), Document.of(id, "", ""), List.of());
    }

    private void print(Score score) {
        Terminal terminal = program.terminal();
        Ink ink = terminal.ink(program.colour());
        ScorePrinter printer = new ScorePrinter(ink, terminal.lineWidth());
        try (Results results = Results.open(terminal, Optional.empty())) {
            switch (format) {
                case JSON -> results.write(ScoreJson.line(score, rules, misses) + "\n");
                case TEXT -> {
                    results.write(printer.summary(score));
                    if (rules) {
                        results.write(printer.rules(score));
                    }
                    if (misses) {
                        results.write(printer.misses(score));
                    }
                }
            }
            results.complete();
        }
    }

    private static List<String> beside(List<Path> goldFiles) {
        return goldFiles.stream().map(gold -> beside(gold, GOLD_ENDING)).toList();
    }

    private static String beside(Path gold, String ending) {
        String file = String.valueOf(gold.getFileName());
        String base = file.endsWith(ending)
                ? file.substring(0, file.length() - ending.length())
                : file.replaceFirst("\\.[^.]*$", "");
        return Optional.of(gold.resolveSibling(base + ".jsonl"))
                .filter(each -> !each.equals(gold) && Files.exists(each))
                .or(() -> Optional.of(gold.resolveSibling(base + ".jsonl.gz")).filter(Files::exists))
                .or(() -> Optional.of(gold.resolveSibling(base)).filter(Files::isDirectory))
                .or(() -> Optional.of(gold.toAbsolutePath().resolveSibling("../" + base))
                        .map(Path::normalize)
                        .filter(Files::isDirectory))
                .orElseThrow(() -> CommandException.usage(gold + ": no reports lie beside it (" + base
                        + ".jsonl or a folder " + base + "); name their PATH."))
                .toString();
    }

    private static boolean isGold(Path path) {
        if (Files.isDirectory(path)) {
            return false;
        }
        if (path.toString().endsWith(GOLD_ENDING)) {
            return true;
        }
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String first = reader.readLine();
            return first != null && FactFile.isFacts(first);
        } catch (IOException noText) {
            return false;
        }
    }

    private static Map<String, List<ComparedFact>> parse(Path file) {
        try {
            return FactFile.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (BundleException wrong) {
            throw CommandException.usage(String.valueOf(wrong.getMessage()));
        } catch (MalformedInputException wrong) {
            throw CommandException.usage(file + ": a file of facts is UTF-8, and this one is not.");
        } catch (IOException broken) {
            throw CommandException.outside(file + ": the file cannot be read: " + broken.getMessage() + ".");
        }
    }
}
