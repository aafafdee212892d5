package dev.tranche.api;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.text.Document;
import dev.tranche.text.Sentence;
import dev.tranche.text.SentenceSplitter;
import dev.tranche.text.Span;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.Optional;

/** Finds the sentence around words; looks only at a piece of the text, so that long reports cost no more. */
final class Sentences {

    private static final int AROUND = 1500;

    private Sentences() {}

    /** Returns the sentence, or the sentences, that hold a span. */
    static Span around(Document document, Span span) {
        String text = document.text();
        int from = Math.max(0, span.start() - AROUND);
        int to = Math.min(text.length(), span.end() + AROUND);
        int blank = text.lastIndexOf("\n\n", span.start());
        if (blank >= from) {
            from = Math.min(span.start(), blank + 2);
        }
        int next = text.indexOf("\n\n", span.end());
        if (next >= 0 && next < to) {
            to = next;
        }
        Tokens tokens = Tokenizer.split(text.substring(from, to));
        Optional<Span> found = Optional.empty();
        for (Sentence sentence :
                SentenceSplitter.split(tokens, 0, Lexicon.standard().abbreviations())) {
            Span place = sentence.span(tokens);
            Span whole = new Span(place.start() + from, place.end() + from);
            if (whole.overlaps(span)) {
                found = Optional.of(found.map(before -> before.union(whole)).orElse(whole));
            }
        }
        return found.map(sentence -> sentence.union(span)).orElse(span);
    }
}
