package dev.tranche.view;

import dev.tranche.naming.NameKind;
import dev.tranche.timeline.NameBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The names of a book, ready to be filtered; the most told first. Immutable. */
public final class NameIndex {

    private final List<NameBook.Entry> names;
    private final List<String> words;

    private NameIndex(List<NameBook.Entry> names) {
        this.names = List.copyOf(names);
        this.words = names.stream()
                .map(name ->
                        Words.fold(name.name() + "\n" + name.office() + "\n" + String.join("\n", name.spellings())))
                .toList();
    }

    /** Builds the index. */
    public static NameIndex of(NameBook book) {
        List<NameBook.Entry> names = new ArrayList<>(book.entries());
        names.sort(
                Comparator.comparingInt((NameBook.Entry name) -> -name.reports().size())
                        .thenComparing(NameBook.Entry::name)
                        .thenComparing(NameBook.Entry::kind)
                        .thenComparing(NameBook.Entry::id));
        return new NameIndex(names);
    }

    /** Returns all names, the most told first. */
    public List<NameBook.Entry> names() {
        return names;
    }

    /** Returns the names of a kind that hold all the words; an absent kind means all, no words all. */
    public List<NameBook.Entry> find(Optional<NameKind> kind, String looked) {
        List<String> wanted = Words.of(looked);
        List<NameBook.Entry> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if ((kind.isEmpty() || kind.get() == names.get(i).kind()) && Words.allIn(words.get(i), wanted)) {
                found.add(names.get(i));
            }
        }
        return found;
    }
}
