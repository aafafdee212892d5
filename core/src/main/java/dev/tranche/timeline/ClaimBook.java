package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.statement.ContentWords;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The statements of many reports, each once.
 *
 * <p>Two statements are one when their speakers agree, their reports come from the same days, and most of their content
 * words do; of undated reports nearly all words must. A report's wording is not taken for verbatim, since quotations pass
 * through translations. A denial points to the claim that it denies, in its own report or in another of the weeks
 * around: it must share the subject and half of the denial's content words. Both rules miss rather than join wrongly.
 *
 * @param claims the statements in the order of reports and words
 */
public record ClaimBook(List<Claim> claims) {

    /** Days between the reports of one statement. */
    private static final int DAYS_APART = 3;

    /** Days between the reports of a claim and of its denial. */
    private static final int DAYS_TO_DENY = 30;

    private static final int WIDEST_DAYS = 31;
    private static final int FEWEST = 4;
    private static final int FEWEST_DENIED = 3;
    private static final int MOST_BACK = 400;

    /** Copies the list. */
    public ClaimBook {
        claims = List.copyOf(claims);
    }

    /** Merges the statements of reports. */
    public static ClaimBook of(List<Extraction> reports) {
        List<Extraction> sorted = reports.stream()
                .sorted(Comparator.comparing(each -> each.document().id().value()))
                .toList();
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Entry>> bySpeaker = new HashMap<>();
        for (Extraction report : sorted) {
            List<Statement> statements = report.story().statements();
            List<Entry> own = new ArrayList<>();
            for (Statement statement : statements) {
                own.add(enter(entries, bySpeaker, report, statement));
            }
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i).denies().isPresent()) {
                    own.get(statements.get(i).denies().getAsInt()).denials.add(own.get(i).index);
                    own.get(i).linked = true;
                }
            }
        }
        denyAcross(entries);
        return new ClaimBook(entries.stream().map(Entry::claim).toList());
    }

    private static Entry enter(
            List<Entry> entries, Map<String, List<Entry>> bySpeaker, Extraction report, Statement statement) {
        Entry entry = new Entry(entries.size(), report, statement);
        List<Entry> same = bySpeaker.computeIfAbsent(entry.speaker, absent -> new ArrayList<>());
        for (int i = same.size() - 1; i >= 0 && i >= same.size() - MOST_BACK; i--) {
            if (same.get(i).isSame(entry)) {
                same.get(i).reports.add(report.document().id().value());
                return same.get(i);
            }
        }
        entries.add(entry);
        same.add(entry);
        return entry;
    }

    private static void denyAcross(List<Entry> entries) {
        Map<Long, List<Entry>> byStem = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.statement.stance() != Stance.DENIES) {
                entry.words
                        .stems()
                        .forEach(stem -> byStem.computeIfAbsent(stem, absent -> new ArrayList<>())
                                .add(entry));
            }
        }
        for (Entry denial : entries) {
            if (denial.statement.stance() != Stance.DENIES || denial.linked) {
                continue;
            }
            TreeMap<Integer, Integer> shared = new TreeMap<>();
            for (long stem : denial.words.stems()) {
                byStem.getOrDefault(stem, List.of()).forEach(claim -> shared.merge(claim.index, 1, Integer::sum));
            }
            int best = -1;
            for (Map.Entry<Integer, Integer> each : shared.entrySet()) {
                boolean more = best < 0 || each.getValue() > shared.getOrDefault(best, 0);
                if (more && denial.denies(entries.get(each.getKey()), each.getValue())) {
                    best = each.getKey();
                }
            }
            if (best >= 0) {
                entries.get(best).denials.add(denial.index);
            }
        }
    }

    private static final class Entry {

        private final int index;
        private final Extraction report;
        private final Statement statement;
        private final ContentWords words;
        private final String speaker;
        private final TreeSet<String> reports = new TreeSet<>();
        private final TreeSet<Integer> denials = new TreeSet<>();
        private boolean linked;

        Entry(int index, Extraction report, Statement statement) {
            this.index = index;
            this.report = report;
            this.statement = statement;
            Speaker who = statement.speaker();
            this.speaker = SpeakerKey.of(who);
            this.words = ContentWords.of(statement.evidence().quote())
                    .without(ContentWords.of(who.shown() + " " + who.description()));
            reports.add(report.document().id().value());
        }

        boolean isSame(Entry other) {
            if (reports.contains(other.report.document().id().value())
                    || !isSameSpeaker(other)
                    || (statement.stance() == Stance.DENIES) != (other.statement.stance() == Stance.DENIES)
                    || words.differsInNumbers(other.words)) {
                return false;
            }
            int shared = words.shared(other.words);
            int less = Math.min(words.stems().size(), other.words.stems().size());
            int more = Math.max(words.stems().size(), other.words.stems().size());
            if (!isDated() || !other.isDated()) {
                return shared >= FEWEST && 5 * shared >= 4 * more;
            }
            boolean near = daysAfter(other) <= DAYS_APART && other.daysAfter(this) <= DAYS_APART;
            return near && shared >= FEWEST && 3 * shared >= 2 * less && 2 * shared >= more;
        }

        private boolean isSameSpeaker(Entry other) {
            Speaker one = statement.speaker();
            Speaker two = other.statement.speaker();
            boolean named = one.name().isPresent() && two.name().isPresent();
            boolean apart = one.country().isPresent()
                    && two.country().isPresent()
                    && !one.country().equals(two.country());
            return named ? speaker.equals(other.speaker) && !apart : one.same(two);
        }

        boolean denies(Entry claim, int shared) {
            boolean named = shared >= FEWEST_DENIED - 1
                    && 3 * shared >= 2 * words.stems().size()
                    && words.namesIn(claim.words);
            return (shared >= FEWEST_DENIED || named)
                    && 2 * shared >= words.stems().size()
                    && !claim.reports.contains(report.document().id().value())
                    && statement.speaker().differs(claim.statement.speaker())
                    && isDated()
                    && claim.isDated()
                    && daysAfter(claim) <= DAYS_TO_DENY
                    && claim.daysAfter(this) <= 1
                    && (claim.names(statement.speaker()) || words.namesIn(claim.words));
        }

        /** Do the words of this statement name a state, body or person of the speaker's country? */
        private boolean names(Speaker speaker) {
            return speaker.country().isPresent()
                    && report.story().names().stream()
                            .filter(name -> name.country().equals(speaker.country()))
                            .flatMap(name -> name.spans().stream())
                            .anyMatch(span -> statement.evidence().span().overlaps(span));
        }

        private boolean isDated() {
            StatedDate date = report.published().date();
            return date.from().isPresent()
                    && date.to().isPresent()
                    && ChronoUnit.DAYS.between(date.from().get(), date.to().get()) <= WIDEST_DAYS;
        }

        /** Days from the last day of the other's report to the first of this one's; negative when they overlap. */
        private long daysAfter(Entry other) {
            return ChronoUnit.DAYS.between(
                    other.report.published().date().to().orElseThrow(),
                    report.published().date().from().orElseThrow());
        }

        Claim claim() {
            return new Claim(statement, reports.stream().map(DocumentId::new).toList(), List.copyOf(denials));
        }
    }
}
