package dev.tranche.cli;

import dev.tranche.bundle.BundleException;
import dev.tranche.eval.BookGold;
import dev.tranche.eval.BookScore;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.print.Phrases;
import dev.tranche.standing.Judge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scores the ledger of reports against a gold book. */
final class BookEvaluation {

    private final TrancheCommand program;
    private final ReadingOptions reading;
    private final OutputFormat format;
    private final boolean misses;

    BookEvaluation(TrancheCommand program, ReadingOptions reading, OutputFormat format, boolean misses) {
        this.program = program;
        this.reading = reading;
        this.format = format;
        this.misses = misses;
    }

    void run(Path file, String text, List<String> paths) {
        BookGold gold;
        try {
            gold = BookGold.parse(String.valueOf(file.getFileName()), text);
        } catch (BundleException wrong) {
            throw CommandException.usage("--ledger: " + wrong.getMessage());
        }
        MemoryJournal journal = new MemoryJournal();
        for (JournalEntry entry : BookOptions.ofReports(program, paths, reading).entries()) {
            if (entry instanceof JournalEntry.Read read && isWithin(read.extraction(), gold)) {
                journal.append(entry);
            }
        }
        BookScore score = BookScore.of(Judge.judge(LedgerFold.of(journal)), gold);
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            results.write(format == OutputFormat.JSON ? json(gold, score) : text(gold, score));
            results.complete();
        }
    }

    private static boolean isWithin(Extraction extraction, BookGold gold) {
        Optional<LocalDate> day =
                extraction.published().date().from().or(extraction.published().date()::to);
        return day.filter(date -> !date.isBefore(gold.from()) && !date.isAfter(gold.to()))
                .isPresent();
    }

    private String text(BookGold gold, BookScore score) {
        StringBuilder page = new StringBuilder();
        page.append("Book ")
                .append(gold.name())
                .append(": ")
                .append(score.gold())
                .append(" commitments in the gold.\n");
        page.append(line(
                "booked entries that are right",
                score.booked(BookScore.Verdict.RIGHT).size(),
                score.bookedEntries()));
        page.append(line("gold commitments booked", score.found(), score.gold()));
        page.append(line(
                "booked entries that are duplicates",
                score.booked(BookScore.Verdict.DOUBLE).size(),
                score.bookedEntries()));
        page.append(line(
                "booked entries that are totals",
                score.booked(BookScore.Verdict.TOTAL).size(),
                score.bookedEntries()));
        page.append(line(
                "booked entries that are not assistance",
                score.booked(BookScore.Verdict.JUNK).size(),
                score.bookedEntries()));
        page.append("Sums counted by donor and recipient, booked and gold:\n");
        score.sums()
                .forEach((pair, sums) -> page.append("  ")
                        .append(pair)
                        .append("  ")
                        .append(money(sums.booked()))
                        .append("  ")
                        .append(money(sums.gold()))
                        .append("  ")
                        .append(ratio(sums))
                        .append('\n'));
        if (misses) {
            for (BookScore.Judged one : score.judged()) {
                if (one.verdict() != BookScore.Verdict.RIGHT) {
                    page.append(one.verdict().name().toLowerCase(Locale.ROOT))
                            .append("  ")
                            .append(one.entry().standing().slug())
                            .append("  ")
                            .append(one.entry().id())
                            .append("  ")
                            .append(Phrases.amount(one.entry().amount()))
                            .append("  ")
                            .append(String.join(",", one.cells()))
                            .append("  ")
                            .append(one.gold().map(BookGold.Entry::id).orElse(""))
                            .append("  ")
                            .append(String.join(",", one.entry().reports()))
                            .append('\n');
                }
            }
            score.missed()
                    .forEach(one -> page.append("missed  ").append(one.id()).append('\n'));
        }
        return page.toString();
    }

    private static String line(String what, int part, int of) {
        return "  " + what + ": " + part + " of " + of + " = " + share(part, of).toPlainString() + "\n";
    }

    private static BigDecimal share(int part, int of) {
        return of == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 3, RoundingMode.HALF_UP);
    }

    private static String money(BigDecimal sum) {
        return sum.signum() == 0
                ? "0"
                : Phrases.amount(StatedAmount.of(sum, "USD", Bound.EXACTLY)).substring(1);
    }

    private static String ratio(BookScore.Pair sums) {
        return sums.gold().signum() == 0
                ? "not in the gold"
                : sums.booked().divide(sums.gold(), 3, RoundingMode.HALF_UP).toPlainString();
    }

    private static String json(BookGold gold, BookScore score) {
        return "{\"book\":\"" + gold.name() + "\",\"gold\":" + score.gold() + ",\"found\":" + score.found()
                + ",\"booked\":" + score.bookedEntries()
                + ",\"right\":" + score.booked(BookScore.Verdict.RIGHT).size()
                + ",\"doubles\":" + score.booked(BookScore.Verdict.DOUBLE).size()
                + ",\"totals\":" + score.booked(BookScore.Verdict.TOTAL).size()
                + ",\"junk\":" + score.booked(BookScore.Verdict.JUNK).size()
                + ",\"wrong_cell\":"
                + score.booked(BookScore.Verdict.WRONG_CELL).size() + "}\n";
    }
}
