package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.Origins;
import dev.tranche.text.Document;
import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The readings that count: of each report the newest version, withdrawn ones left out, in order of their keys. */
final class Readings {

    private final List<String> keys = new ArrayList<>();
    private final List<Extraction> extractions = new ArrayList<>();

    private Readings() {}

    /** Two texts under one id are two reports: the second gets a key with the hash of its content. */
    static Readings of(List<JournalEntry> entries) {
        Set<String> withdrawn = new HashSet<>();
        Map<String, Map<Document, Extraction>> byId = new TreeMap<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case JournalEntry.Withdrawn taken -> withdrawn.add(taken.report());
                case JournalEntry.Read read -> {
                    Extraction extraction = read.extraction();
                    byId.computeIfAbsent(extraction.document().id().value(), id -> new java.util.HashMap<>())
                            .merge(extraction.document(), extraction, Readings::newer);
                }
            }
        }
        Readings readings = new Readings();
        byId.forEach((id, texts) -> {
            if (!withdrawn.contains(id)) {
                readings.add(id, new ArrayList<>(texts.values()));
            }
        });
        return readings;
    }

    private void add(String id, List<Extraction> texts) {
        if (texts.size() == 1) {
            keys.add(id);
            extractions.add(texts.getFirst());
            return;
        }
        Map<String, Extraction> sorted = new TreeMap<>();
        for (Extraction extraction : texts) {
            Document document = extraction.document();
            sorted.put(
                    Long.toHexString(Folding.hash(document.text() + document.published() + document.outlet()))
                            + document,
                    extraction);
        }
        sorted.forEach((content, extraction) -> {
            keys.add(id + "~" + content.substring(0, Math.min(8, content.length())));
            extractions.add(extraction);
        });
    }

    /** The version that sorts later counts; of one version read twice, both are equal. */
    private static Extraction newer(Extraction one, Extraction two) {
        return one.version().value().compareTo(two.version().value()) >= 0 ? one : two;
    }

    /** Returns the readings in the order of their keys. */
    List<Extraction> extractions() {
        return List.copyOf(extractions);
    }

    /** Returns the readings with their keys, in order. */
    List<Reading> keyed() {
        List<Reading> keyed = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            keyed.add(new Reading(keys.get(i), extractions.get(i)));
        }
        return keyed;
    }

    /** Returns what reports say of people's offices and the lexicon knows otherwise. */
    List<Contradiction> officeHolders() {
        boolean tells = extractions.stream()
                .anyMatch(extraction -> !extraction.story().statements().isEmpty()
                        || !extraction.story().encounters().isEmpty());
        return tells ? OfficeHolders.of(keys, extractions, Lexicon.standard()) : List.of();
    }

    /** Returns the claims of all reports that tell a sum. */
    List<Claim> claims() {
        List<String> texts = new ArrayList<>();
        List<Integer> telling = new ArrayList<>();
        for (int i = 0; i < extractions.size(); i++) {
            if (!extractions.get(i).facts().isEmpty()) {
                telling.add(i);
                texts.add(extractions.get(i).document().text());
            }
        }
        int[] origins = Origins.find(texts);
        List<Claim> claims = new ArrayList<>();
        for (int k = 0; k < telling.size(); k++) {
            Extraction extraction = extractions.get(telling.get(k));
            List<Fact> facts = extraction.facts();
            for (int i = 0; i < facts.size(); i++) {
                claims.add(Claim.of(keys.get(telling.get(k)), extraction, i, origins[k]));
            }
        }
        return Collections.unmodifiableList(claims);
    }
}
