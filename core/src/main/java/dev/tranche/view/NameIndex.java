package dev.tranche.view;

import dev.tranche.naming.NameKind;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.Searched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of a book, ready to be filtered; the most reported first. Immutable. */
public final class NameIndex {

    private final List<Searched<NameBook.Entry>> names;

    private NameIndex(List<Searched<NameBook.Entry>> names) {
        this.names = List.copyOf(names);
    }

    /** Builds the index of names in order, the most reported first. */
    public static NameIndex of(List<Searched<NameBook.Entry>> names) {
        return new NameIndex(names);
    }

    /** Returns all names, the most reported first. */
    public List<NameBook.Entry> names() {
        return Lists.mapped(names, Searched::told);
    }

    /** Returns the names of a kind that contain all the words; without a kind or words, all names match. */
    public List<NameBook.Entry> find(Optional<NameKind> kind, String looked) {
        List<String> wanted = Words.of(looked);
        List<NameBook.Entry> found = new ArrayList<>();
        for (Searched<NameBook.Entry> one : names) {
            if ((kind.isEmpty() || kind.get() == one.told().kind()) && Words.allIn(one.words(), wanted)) {
                found.add(one.told());
            }
        }
        return found;
    }
}
