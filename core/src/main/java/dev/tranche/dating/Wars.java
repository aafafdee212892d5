package dev.tranche.dating;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The wars of a lexicon and the phrases that name them; immutable. */
final class Wars {

    private final List<War> all = new ArrayList<>();
    private final PhraseList<War> names = new PhraseList<>();

    private Wars() {}

    static Wars of(Lexicon lexicon) {
        Wars wars = new Wars();
        for (LexiconFile.Row row : lexicon.readerRows("wars.csv")) {
            War war = War.of(row);
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
        Set<String> codes = new LinkedHashSet<>();
        for (ActorMention actor : text.actors()) {
            codes.add(actor.code());
        }
        Set<War> wars = new LinkedHashSet<>();
        for (War war : all) {
            if (war.places().stream().anyMatch(codes::contains)) {
                wars.add(war);
            }
        }
        wars.addAll(named(text));
        return wars;
    }

    /** Returns the wars whose own names occur in a report. */
    Set<War> named(MarkedText text) {
        Set<War> wars = new LinkedHashSet<>();
        for (int token = 0; token < text.tokens().size(); token++) {
            wars.addAll(names.at(text.tokens(), token).meanings());
        }
        return wars;
    }
}
