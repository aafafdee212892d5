package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The texts of a book by their ids and keys. Two texts under one id get keys with a part of their tags. */
final class TextShelf {

    private final TreeMap<String, List<BookText>> byId = new TreeMap<>();
    private final Map<String, BookText> byKey = new HashMap<>();
    private final Shared shared = new Shared();

    /** Takes a reading. */
    void take(long number, Extraction reading) {
        String id = reading.document().id().value();
        TextTag tag = TextTag.of(reading.document());
        List<BookText> texts = byId.computeIfAbsent(id, key -> new ArrayList<>(1));
        Optional<BookText> known =
                texts.stream().filter(text -> text.tag().equals(tag)).findFirst();
        BookText text = known.orElseGet(() -> new BookText(tag, reading));
        text.take(number, reading, shared);
        if (known.isEmpty()) {
            texts.add(text);
            texts.sort(Comparator.comparing(BookText::tag));
            for (BookText each : texts) {
                byKey.remove(each.key(), each);
                each.setKey(texts.size() == 1 ? id : each.tag().key(id));
                byKey.put(each.key(), each);
            }
        }
    }

    /** Returns the texts in the order of their ids. */
    Iterable<BookText> all() {
        return () -> byId.values().stream().flatMap(Collection::stream).iterator();
    }

    /** Returns the texts with findings about offices that count, in the order of their keys. */
    List<BookText> tellingOfOffices() {
        List<BookText> telling = new ArrayList<>();
        for (BookText text : all()) {
            if (!text.findings().isEmpty() && !text.isWithdrawn()) {
                telling.add(text);
            }
        }
        telling.sort(Comparator.comparing(BookText::key));
        return telling;
    }

    Optional<BookText> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Returns the texts that a mark may mean by a name: the one with that key, else all with that id. */
    List<BookText> named(String name) {
        return find(name).or(() -> tagged(name)).map(List::of).orElseGet(() -> withId(name));
    }

    /** Returns the texts that a withdrawal means by a name: all with that id, else the one with that key. */
    List<BookText> meant(String name) {
        List<BookText> texts = withId(name);
        return texts.isEmpty() ? tagged(name).map(List::of).orElse(List.of()) : texts;
    }

    private List<BookText> withId(String id) {
        return List.copyOf(byId.getOrDefault(id, List.of()));
    }

    /** A text whose key had a part of its tag still answers to that key. */
    private Optional<BookText> tagged(String name) {
        int tilde = Math.max(0, name.lastIndexOf('~'));
        String id = name.substring(0, tilde);
        return withId(id).stream()
                .filter(text -> text.tag().key(id).equals(name))
                .findFirst();
    }

    BookText of(Claim claim) {
        return find(claim.report()).orElseThrow(() -> new IllegalStateException("no report has " + claim.id()));
    }

    /** Gives copies of one text one origin: the number of the first of them. */
    void findOrigins() {
        List<BookText> telling = new ArrayList<>();
        List<byte[]> sketches = new ArrayList<>();
        for (BookText text : all()) {
            if (text.sketch().length > 0) {
                telling.add(text);
                sketches.add(text.sketch());
            }
        }
        int[] firsts = Origins.find(sketches);
        for (int i = 0; i < firsts.length; i++) {
            telling.get(i).setOrigin(telling.get(firsts[i]).tag().number());
        }
    }
}
