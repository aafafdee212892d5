package dev.tranche.mention;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.Sentence;
import dev.tranche.text.SentenceSplitter;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything recognised in its words: the input of all rules.
 *
 * <p>Immutable after building; token indices are those of {@link #tokens()}.
 */
public final class MarkedText {

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*", Pattern.DOTALL);
    private static final int DAY_LENGTH = 10;

    private final Document document;
    private final Tokens tokens;
    private final List<Sentence> sentences;
    private final List<SumMention> sums;
    private final List<ActorMention> actors;
    private final List<ThingMention> things;
    private final long[] cues;
    private final @Nullable ActorMention[] actorAt;
    private final int[] sentenceOf;
    private final @Nullable SumMention[] sumAt;
    private final BitSet sumStarts = new BitSet();

    private MarkedText(Lexicon lexicon, Document document, Tokens split, Problems problems) {
        this.document = document;
        this.tokens = split;
        this.sentences = SentenceSplitter.split(tokens, document.bodyStart(), lexicon.abbreviations());
        this.things = things(lexicon);
        List<ActorMention> named = ActorRecogniser.find(lexicon, tokens, day(document));
        this.sums = List.copyOf(
                SumRecogniser.find(lexicon, tokens, Crowns.settle(lexicon, tokens, things, named), problems));
        this.actors = named.stream().filter(actor -> !isMoney(actor)).toList();
        this.cues = cues(lexicon);
        this.actorAt = new ActorMention[tokens.size()];
        for (ActorMention actor : actors) {
            for (int token = actor.start(); token < actor.end(); token++) {
                actorAt[token] = actor;
            }
        }
        this.sumAt = new SumMention[tokens.size()];
        for (SumMention sum : sums) {
            Arrays.fill(sumAt, sum.start(), sum.end(), sum);
            sumStarts.set(sum.outerStart());
        }
        this.sentenceOf = new int[tokens.size()];
        for (int i = 0; i < sentences.size(); i++) {
            Arrays.fill(sentenceOf, sentences.get(i).start(), sentences.get(i).end(), i);
        }
    }

    /** Splits and marks a document. */
    public static MarkedText of(Lexicon lexicon, Document document, Problems problems) {
        return of(lexicon, document, Tokenizer.split(document.text()), problems);
    }

    /**
     * Marks a document that is already split.
     *
     * @param split the tokens of the document's text
     */
    public static MarkedText of(Lexicon lexicon, Document document, Tokens split, Problems problems) {
        return new MarkedText(lexicon, document, split, problems);
    }

    /** Returns the document. */
    public Document document() {
        return document;
    }

    /** Returns its tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** Returns its sentences in order. */
    public List<Sentence> sentences() {
        return sentences;
    }

    /** Returns the sums of money from left to right. */
    public List<SumMention> sums() {
        return sums;
    }

    /** Returns the states, bodies and office-holders from left to right. */
    public List<ActorMention> actors() {
        return actors;
    }

    /** Returns authorities, equipment and currencies from left to right. */
    public List<ThingMention> things() {
        return things;
    }

    /** Returns the actor that covers the token, or null. */
    public @Nullable ActorMention actorAt(int token) {
        return token >= 0 && token < actorAt.length ? actorAt[token] : null;
    }

    /** Returns the sum that covers the token, or null. */
    public @Nullable SumMention sumAt(int token) {
        return token >= 0 && token < sumAt.length ? sumAt[token] : null;
    }

    /** Does a sum with its bound begin at the token? */
    public boolean sumStartsAt(int token) {
        return token >= 0 && sumStarts.get(token);
    }

    /** Returns the authorities, equipment and currencies that start in a range of tokens, from left to right. */
    public List<ThingMention> thingsFrom(int start, int end) {
        return things.subList(firstThing(start), firstThing(Math.max(start, end)));
    }

    /** Returns the actors that start in a range of tokens, from left to right. */
    public List<ActorMention> actorsFrom(int start, int end) {
        return actors.subList(firstActor(start), firstActor(Math.max(start, end)));
    }

    private int firstThing(int token) {
        int low = 0;
        int high = things.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (things.get(middle).start() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstActor(int token) {
        int low = 0;
        int high = actors.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (actors.get(middle).start() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Does the token belong to a cue word of this kind? */
    public boolean is(int token, Cue cue) {
        return token >= 0 && token < cues.length && (cues[token] & 1L << cue.ordinal()) != 0;
    }

    /** Returns the index of the sentence that holds the token. */
    public int sentenceIndex(int token) {
        return sentenceOf[token];
    }

    /** Returns the sentence that holds the token. */
    public Sentence sentenceOf(int token) {
        return sentences.get(sentenceOf[token]);
    }

    /** Returns the day part of a stated ISO publication time, where there is one. */
    public static Optional<String> day(Document document) {
        return document.published()
                .filter(written -> ISO_DAY.matcher(written).matches())
                .map(written -> written.substring(0, DAY_LENGTH));
    }

    /** "US dollars" names money, not a state. */
    private boolean isMoney(ActorMention actor) {
        for (SumMention sum : sums) {
            if (sum.start() <= actor.start() && actor.end() <= sum.end()) {
                return true;
            }
        }
        return false;
    }

    private List<ThingMention> things(Lexicon lexicon) {
        List<ThingMention> list = new ArrayList<>();
        for (Match match : lexicon.findThings(tokens)) {
            list.add(
                    new ThingMention(match.start(), match.end(), match.entries().get(0)));
        }
        return List.copyOf(list);
    }

    private long[] cues(Lexicon lexicon) {
        long[] mask = new long[tokens.size()];
        for (Match match : lexicon.findCues(tokens)) {
            long bits = 0;
            for (Entry entry : match.entries()) {
                if (entry instanceof Entry.CueWord word) {
                    bits |= 1L << word.cue().ordinal();
                }
            }
            for (int token = match.start(); token < match.end(); token++) {
                mask[token] |= bits;
            }
        }
        return mask;
    }
}
