package dev.tranche.lexicon;

import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trie over word hashes that finds the longest phrase at a token.
 *
 * <p>Hyphens and full stops between words are skipped in phrases and in text, so that "air-defence" and "air
 * defence" match alike. A phrase's own capitals decide which capitals the text must have (see {@link Capitals}).
 * Immutable; safe to share between threads.
 */
final class PhraseTrie {

    /** Longest phrase in tokens, skipped punctuation included. */
    private static final int MAX_TOKENS = 16;

    private static final int FIRST_BITS = 1 << 17;

    private final long[] keys;
    private final int[] next;
    private final int mask;
    private final Node[] nodes;

    /** A bit for each word that may start a phrase: for most words of a text the search ends here, in cache. */
    private final long[] firsts = new long[FIRST_BITS / Long.SIZE];

    private PhraseTrie(Map<Long, Integer> edges, List<Node> nodes, List<Long> firstHashes) {
        for (long hash : firstHashes) {
            int bit = firstBit(hash);
            firsts[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
        }
        int room = Integer.highestOneBit(Math.max(16, edges.size() * 4 - 1)) * 2;
        keys = new long[room];
        next = new int[room];
        mask = room - 1;
        for (Map.Entry<Long, Integer> edge : edges.entrySet()) {
            int slot = slot(edge.getKey());
            while (next[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = edge.getKey();
            next[slot] = edge.getValue();
        }
        this.nodes = nodes.toArray(Node[]::new);
    }

    /** Returns the longest phrase that starts at the token and matches its capitals, or null. */
    @org.jspecify.annotations.Nullable
    Match longest(Tokens tokens, int token) {
        int bit = firstBit(tokens.hash(token));
        if ((firsts[bit / Long.SIZE] & 1L << bit % Long.SIZE) == 0) {
            return null;
        }
        int node = step(0, tokens.hash(token));
        if (node == 0) {
            return null;
        }
        Match best = null;
        int at = token;
        int limit = Math.min(tokens.size(), token + MAX_TOKENS);
        while (node != 0) {
            List<Phrase> phrases = nodes[node].phrases;
            if (!phrases.isEmpty()) {
                List<Entry> fitting = fitting(phrases, tokens, token, at);
                best = fitting.isEmpty() ? best : new Match(token, at + 1, fitting);
            }
            at++;
            while (at < limit && isPassedOver(tokens, at)) {
                at++;
            }
            node = at < limit ? step(node, tokens.hash(at)) : 0;
        }
        return best;
    }

    /** Adds every phrase that starts at the token and matches its capitals, shortest first. */
    void addAll(Tokens tokens, int token, List<Match> found) {
        int node = step(0, tokens.hash(token));
        int at = token;
        int limit = Math.min(tokens.size(), token + MAX_TOKENS);
        while (node != 0) {
            List<Phrase> phrases = nodes[node].phrases;
            List<Entry> fitting = phrases.isEmpty() ? List.of() : fitting(phrases, tokens, token, at);
            if (!fitting.isEmpty()) {
                found.add(new Match(token, at + 1, fitting));
            }
            at++;
            while (at < limit && isPassedOver(tokens, at)) {
                at++;
            }
            node = at < limit ? step(node, tokens.hash(at)) : 0;
        }
    }

    private static List<Entry> fitting(List<Phrase> phrases, Tokens tokens, int first, int last) {
        if (phrases.size() == 1) {
            Phrase only = phrases.get(0);
            return only.capitals.fit(tokens, first, last) ? only.entryList : List.of();
        }
        List<Entry> entries = new ArrayList<>(phrases.size());
        for (Phrase phrase : phrases) {
            if (phrase.capitals.fit(tokens, first, last)) {
                entries.add(phrase.entry);
            }
        }
        return entries;
    }

    static boolean isPassedOver(Tokens tokens, int token) {
        return tokens.isSign(token, '-') || tokens.isSign(token, '\u2011') || tokens.isSign(token, '.');
    }

    private static int firstBit(long hash) {
        return (int) (hash ^ hash >>> 32) & (FIRST_BITS - 1);
    }

    private int step(int node, long hash) {
        long key = key(node, hash);
        int slot = slot(key);
        while (next[slot] != 0) {
            if (keys[slot] == key) {
                return next[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    private int slot(long key) {
        return (int) (key ^ (key >>> 32)) & mask;
    }

    private static long key(int node, long hash) {
        long mixed = (hash ^ node * 0x9e3779b97f4a7c15L) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }

    private record Phrase(Entry entry, Capitals capitals, List<Entry> entryList) {}

    private record Node(List<Phrase> phrases) {}

    /** Collects phrases and builds the trie; not safe for several threads. */
    static final class Builder {

        private final List<Long> firsts = new ArrayList<>();
        private final Map<Long, Integer> edges = new HashMap<>();
        private final List<Node> nodes = new ArrayList<>(List.of(new Node(List.of())));

        void add(Tokens phrase, Entry entry, Capitals capitals) {
            int node = 0;
            for (int i = 0; i < phrase.size(); i++) {
                if (!isPassedOver(phrase, i)) {
                    if (node == 0) {
                        firsts.add(phrase.hash(i));
                    }
                    node = child(node, phrase.hash(i));
                }
            }
            Node end = nodes.get(node);
            Phrase added = new Phrase(entry, capitals, List.of(entry));
            boolean known = end.phrases.contains(added);
            if (node != 0 && !known) {
                end.phrases.add(added);
            }
        }

        PhraseTrie build() {
            return new PhraseTrie(edges, nodes, firsts);
        }

        private int child(int node, long hash) {
            return edges.computeIfAbsent(key(node, hash), absent -> {
                nodes.add(new Node(new ArrayList<>(2)));
                return nodes.size() - 1;
            });
        }
    }

    @Override
    public String toString() {
        return "PhraseTrie of " + nodes.length + " nodes in "
                + Arrays.stream(next).filter(n -> n != 0).count() + " edges";
    }
}
