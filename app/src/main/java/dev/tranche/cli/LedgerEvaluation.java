package dev.tranche.cli;

import dev.tranche.eval.LedgerScore;
import dev.tranche.eval.LedgerScore.Announcement;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.print.Phrases;
import dev.tranche.problem.Problems;
import dev.tranche.standing.Judge;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Scores the ledger of reports against announcements of the United States for Ukraine. */
final class LedgerEvaluation {

    private static final List<String> PARTS = List.of("pda_usd_m", "usai_usd_m", "other_usd_m");

    private final TrancheCommand program;
    private final ReadingOptions reading;
    private final OutputFormat format;

    LedgerEvaluation(TrancheCommand program, ReadingOptions reading, OutputFormat format) {
        this.program = program;
        this.reading = reading;
        this.format = format;
    }

    void run(Path record, List<String> paths) {
        List<Announcement> announcements = announcements(record);
        Journal journal = BookOptions.ofReports(program, paths, reading);
        Set<Announcement> told = told(journal, announcements);
        Ledger ledger = Judge.judge(LedgerFold.of(journal));
        LedgerScore score = LedgerScore.of(ledger, announcements, told::contains, "US", "UA");
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            results.write(
                    switch (format) {
                        case TEXT -> text(score);
                        case JSON -> json(score);
                    });
            results.complete();
        }
    }

    private static List<Announcement> announcements(Path file) {
        List<Announcement> list = new ArrayList<>();
        try {
            LexiconFile table =
                    new LexiconFile(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
            for (LexiconFile.Row row : table.rows()) {
                List<BigDecimal> parts = new ArrayList<>();
                for (String column : PARTS) {
                    if (!row.field(column).isEmpty()) {
                        parts.add(new BigDecimal(row.field(column)).movePointRight(6));
                    }
                }
                if (parts.isEmpty()) {
                    throw row.refuse("the row has no sum");
                }
                list.add(new Announcement(LocalDate.parse(row.field("date")), parts));
            }
        } catch (IOException broken) {
            throw CommandException.outside(file + ": the file cannot be read: " + broken.getMessage() + ".");
        } catch (LexiconException | DateTimeException | NumberFormatException wrong) {
            throw CommandException.usage("--ledger: " + file + ": " + wrong.getMessage() + ".");
        }
        list.sort(Comparator.comparing(Announcement::date));
        return list;
    }

    /** Announcements whose sum is in the words of a report of the same days, whatever the rules make of it. */
    private Set<Announcement> told(Journal journal, List<Announcement> announcements) {
        Lexicon lexicon = reading.lexicon();
        Set<Announcement> told = new HashSet<>();
        for (JournalEntry entry : journal.entries()) {
            if (!(entry instanceof JournalEntry.Read read)) {
                continue;
            }
            Extraction extraction = read.extraction();
            Optional<LocalDate> day = extraction.published().date().from();
            if (day.isEmpty()) {
                continue;
            }
            List<Announcement> near = announcements.stream()
                    .filter(one -> one.isNear(day.get(), LedgerScore.TOLD_DAYS) && !told.contains(one))
                    .toList();
            if (near.isEmpty()) {
                continue;
            }
            for (SumMention sum : MarkedText.of(lexicon, extraction.document(), new Problems())
                    .sums()) {
                near.stream().filter(one -> one.hasSum(sum.amount())).forEach(told::add);
            }
        }
        return told;
    }

    private static String text(LedgerScore score) {
        StringBuilder page = new StringBuilder();
        for (LedgerScore.Outcome outcome : score.outcomes()) {
            page.append(outcome.announcement().date())
                    .append("  ")
                    .append(millions(outcome.announcement().headline()))
                    .append(outcome.told() ? "" : "  not told")
                    .append(outcome.isFound() ? "  found: " : "  missed")
                    .append(String.join(
                            ", ", outcome.found().stream().map(Commitment::id).toList()))
                    .append('\n');
            outcome.near().stream()
                    .filter(entry -> !outcome.found().contains(entry))
                    .forEach(entry -> page.append("            repeated as ")
                            .append(entry.id())
                            .append('\n'));
        }
        for (Commitment entry : score.unexplained()) {
            page.append("no announcement: ")
                    .append(entry.id())
                    .append("  ")
                    .append(Phrases.amount(entry.amount()))
                    .append("  \"")
                    .append(entry.claims().getFirst().fact().evidence().quote())
                    .append("\"\n");
        }
        return page.append(String.format(
                        Locale.ROOT,
                        "%d of %d announcements in the reports are found (%.0f %%); %d of %d military entries are"
                                + " announcements (%.0f %%), the others are listed; %.2f entries an announcement.\n",
                        score.found(),
                        score.told(),
                        percent(score.found(), score.told()),
                        score.entries() - score.unexplained().size(),
                        score.entries(),
                        percent(score.entries() - score.unexplained().size(), score.entries()),
                        percent(score.nearEntries(), found(score)) / 100))
                .toString();
    }

    private static int found(LedgerScore score) {
        return (int)
                score.outcomes().stream().filter(LedgerScore.Outcome::isFound).count();
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static String millions(BigDecimal sum) {
        return sum.movePointLeft(6).stripTrailingZeros().toPlainString() + " million";
    }

    private static String json(LedgerScore score) {
        return String.format(
                Locale.ROOT,
                "{\"announcements\":%d,\"told\":%d,\"found\":%d,\"entries\":%d,\"unexplained\":%d,"
                        + "\"entries_per_announcement\":%.3f}\n",
                score.outcomes().size(),
                score.told(),
                score.found(),
                score.entries(),
                score.unexplained().size(),
                percent(score.nearEntries(), found(score)) / 100);
    }
}
