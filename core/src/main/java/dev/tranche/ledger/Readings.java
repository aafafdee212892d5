package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.resolve.TextTag;
import dev.tranche.review.Decision;
import dev.tranche.review.Decisions;
import dev.tranche.review.Withdrawals;
import dev.tranche.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The readings that count: of each text the newest version, withdrawn ones left out. */
final class Readings {

    /** The version that sorts later counts; of one version the words decide, as in {@link BookText}. */
    private static final Comparator<Extraction> NEWER = Comparator.comparing(
                    (Extraction extraction) -> extraction.version().value())
            .thenComparing(extraction -> BookText.words(extraction.published().date(), extraction.facts()))
            .thenComparing(extraction -> extraction.story().toString());

    private Readings() {}

    /** Returns them in the order of their ids, texts of one id in the order of their tags. */
    static List<Extraction> of(List<JournalEntry> entries) {
        Set<String> taken = new HashSet<>();
        List<Decision> decided = new ArrayList<>();
        Map<String, Map<Document, Extraction>> byId = new TreeMap<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case JournalEntry.Withdrawn report -> taken.add(report.report());
                case JournalEntry.Decided made -> decided.add(made.decision());
                case JournalEntry.Read read -> {
                    Extraction extraction = read.extraction();
                    byId.computeIfAbsent(extraction.document().id().value(), id -> new HashMap<>())
                            .merge(extraction.document(), extraction, Readings::newer);
                }
            }
        }
        Withdrawals withdrawals = Withdrawals.of(taken, Decisions.of(decided).active());
        List<Extraction> counting = new ArrayList<>();
        byId.forEach((id, texts) -> {
            Map<TextTag, Extraction> tagged = new TreeMap<>();
            texts.forEach((document, extraction) -> tagged.put(TextTag.of(document), extraction));
            tagged.forEach((tag, extraction) -> {
                if (!withdrawals.isWithdrawn(id, tag.key(id))) {
                    counting.add(extraction);
                }
            });
        });
        return List.copyOf(counting);
    }

    private static Extraction newer(Extraction one, Extraction two) {
        return one.equals(two) || NEWER.compare(one, two) >= 0 ? one : two;
    }
}
