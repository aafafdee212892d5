package dev.tranche.ingest.page;

import dev.tranche.ingest.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about itself in JSON-LD: the objects that describe an article, the most informative first. */
final class LinkedFacts {

    private static final int MOST_OBJECTS = 5000;
    private static final int MOST_SCRIPTS = 20;
    private static final int LONGEST_SCRIPT = 1 << 20;

    private final List<Map<String, Object>> articles = new ArrayList<>();
    private final List<Map<String, Object>> others = new ArrayList<>();
    private final Map<String, Map<String, Object>> byId = new LinkedHashMap<>();

    private LinkedFacts() {}

    static LinkedFacts of(List<Element> elements) {
        LinkedFacts facts = new LinkedFacts();
        int scripts = 0;
        for (Element script : elements) {
            if (script.attr("type").contains("ld+json") && scripts < MOST_SCRIPTS) {
                scripts++;
                String text = script.data();
                if (text.length() <= LONGEST_SCRIPT) {
                    Json.parseLoosely(text).ifPresent(facts::gather);
                }
            }
        }
        return facts;
    }

    private void gather(Object root) {
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        int seen = 0;
        while (!open.isEmpty() && seen < MOST_OBJECTS) {
            Object next = open.poll();
            seen++;
            if (next instanceof Collection<?> list) {
                list.forEach(open::add);
            } else if (next instanceof Map<?, ?> object) {
                @SuppressWarnings("unchecked")
                Map<String, Object> typed = (Map<String, Object>) object;
                take(typed);
                object.values().stream()
                        .filter(value -> value instanceof Map || value instanceof Collection)
                        .forEach(open::add);
            }
        }
    }

    private void take(Map<String, Object> object) {
        String type = String.valueOf(object.getOrDefault("@type", ""));
        if (object.get("@id") instanceof String id) {
            byId.putIfAbsent(id, object);
        }
        if (type.contains("Article") || type.contains("Posting") || type.contains("Report")) {
            articles.add(object);
        } else if (type.contains("WebPage")
                || type.contains("Object")
                || type.contains("CreativeWork")
                || type.contains("Recipe")
                || type.contains("Event")) {
            others.add(object);
        }
    }

    /** Returns the first value of a key that is a string, looking at articles before all others. */
    Optional<String> text(String key) {
        for (List<Map<String, Object>> list : List.of(articles, others)) {
            for (Map<String, Object> object : list) {
                Optional<String> value = string(object.get(key));
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the value of a key from articles only. */
    Optional<String> articleText(String key) {
        return articles.stream().flatMap(each -> string(each.get(key)).stream()).findFirst();
    }

    /** Returns the name of a person or body: a string, an object with a name, or the first of a list of these. */
    Optional<String> name(String key) {
        for (Map<String, Object> object : articles) {
            Optional<String> name = nameOf(object.get(key), 0);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private Optional<String> nameOf(@Nullable Object value, int depth) {
        if (depth > 3) {
            return Optional.empty();
        }
        return switch (value) {
            case null -> Optional.empty();
            case String name -> string(name).filter(each -> !each.startsWith("http"));
            case Collection<?> list -> {
                List<String> names = new ArrayList<>();
                for (Object each : list) {
                    if (names.size() < 5) {
                        nameOf(each, depth + 1).ifPresent(names::add);
                    }
                }
                yield names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
            }
            case Map<?, ?> object -> {
                Optional<String> name = nameOf(object.get("name"), depth + 1);
                yield name.isPresent() || !(object.get("@id") instanceof String id)
                        ? name
                        : nameOf(byId.getOrDefault(id, Map.of()).get("name"), depth + 1);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> string(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
