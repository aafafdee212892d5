package dev.tranche.dating;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The wars of a lexicon and the phrases that name them; immutable. */
final class Wars {

    private final List<War> all = new ArrayList<>();
    private final PhraseList<War> names = new PhraseList<>();

    /** The indexes of the wars, by the codes of the places where they were fought. */
    private final Map<String, BitSet> places = new HashMap<>();

    private Wars() {}

    static Wars of(Lexicon lexicon) {
        Wars wars = new Wars();
        for (LexiconFile.Row row : lexicon.readerRows("wars.csv")) {
            War war = War.of(row);
            for (String place : war.places()) {
                wars.places.computeIfAbsent(place, absent -> new BitSet()).set(wars.all.size());
            }
            wars.all.add(war);
            row.alternatives("names").forEach(name -> wars.names.add(name, war));
        }
        return wars;
    }

    List<War> all() {
        return List.copyOf(all);
    }

    PhraseList<War> names() {
        return names;
    }

    /** Returns the wars that a report may be about: it names a place where they were fought, or their own name. */
    Set<War> spokenOf(MarkedText text) {
        BitSet fought = new BitSet();
        for (ActorMention actor : text.actors()) {
            BitSet there = places.get(actor.code());
            if (there != null) {
                fought.or(there);
            }
        }
        Set<War> wars = new LinkedHashSet<>();
        fought.stream().mapToObj(all::get).forEach(wars::add);
        wars.addAll(named(text));
        return wars;
    }

    /** Returns the wars whose own names occur in a report. */
    Set<War> named(MarkedText text) {
        Set<War> wars = new LinkedHashSet<>();
        for (int token = 0; token < text.tokens().size(); token++) {
            if (names.mayStart(text.tokens(), token)) {
                wars.addAll(names.at(text.tokens(), token).meanings());
            }
        }
        return wars;
    }
}
