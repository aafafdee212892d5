package dev.tranche.opinion;

import dev.tranche.ingest.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model answered. */
sealed interface ChatAnswer {

    /**
     * One of the candidates.
     *
     * @param number its number in the question, from 1
     */
    record Chosen(int number) implements ChatAnswer {}

    /** The report does not decide. */
    record None() implements ChatAnswer {}

    /**
     * Not an answer to the question.
     *
     * @param why half a sentence for people
     */
    record Unusable(String why) implements ChatAnswer {}

    /** A bare number or "none", as written by models that do not keep to JSON. */
    Pattern BARE = Pattern.compile("\\s*(\\d{1,4}|none)\\.?\\s*", Pattern.CASE_INSENSITIVE);

    /** What a model thinks aloud before its answer. */
    Pattern THOUGHT = Pattern.compile("(?s)^\\s*<think>.*?</think>");

    /** Longest part of an answer that is repeated to people, in characters. */
    int LONGEST_REPEATED = 60;

    /**
     * Reads the body of an answer of the chat interface.
     *
     * @param candidates how many candidates the question had
     */
    static ChatAnswer parse(String body, int candidates) {
        Optional<String> content = content(body);
        if (content.isEmpty()) {
            return new Unusable("the answer is not in the form of the chat interface: " + repeated(body));
        }
        String said = THOUGHT.matcher(content.get()).replaceFirst("");
        return answer(said)
                .<ChatAnswer>map(word -> chosen(word, candidates))
                .orElseGet(() -> new Unusable("the model answered neither a number nor \"none\": " + repeated(said)));
    }

    private static Optional<String> content(String body) {
        return Json.parseLoosely(body)
                .filter(root -> body.stripLeading().startsWith("{"))
                .flatMap(root -> member(root, "choices"))
                .map(choices -> choices instanceof List<?> list && !list.isEmpty() ? list.getFirst() : null)
                .flatMap(choice -> member(choice, "message"))
                .flatMap(message -> member(message, "content"))
                .map(content -> content instanceof String text ? text : null);
    }

    private static Optional<Object> member(Object of, String name) {
        return of instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty();
    }

    private static Optional<String> answer(String said) {
        Matcher bare = BARE.matcher(said);
        if (bare.matches()) {
            return Optional.of(bare.group(1));
        }
        int start = said.indexOf('{');
        if (start < 0) {
            return Optional.empty();
        }
        return Json.parseLoosely(said.substring(start))
                .flatMap(object -> member(object, "answer"))
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value)
                .map(value -> value instanceof String word ? word : null);
    }

    private static ChatAnswer chosen(String word, int candidates) {
        Matcher bare = BARE.matcher(word);
        if (!bare.matches()) {
            return new Unusable("the model answered neither a number nor \"none\": " + repeated(word));
        }
        if (!Character.isDigit(bare.group(1).charAt(0))) {
            return new None();
        }
        int number = Integer.parseInt(bare.group(1));
        return number >= 1 && number <= candidates
                ? new Chosen(number)
                : new Unusable("the model answered " + number + ", but the candidates are numbered 1 to " + candidates);
    }

    /** Returns the beginning of a text on one line. */
    static String repeated(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.isEmpty()
                ? "it is empty"
                : "\"" + (line.length() > LONGEST_REPEATED ? line.substring(0, LONGEST_REPEATED) + "…" : line) + "\"";
    }
}
