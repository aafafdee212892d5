package dev.tranche.resolve;

import java.util.Arrays;

/** Disjoint sets of indexes; the smallest index of a set is its root, whatever the order of the joins. */
final class Forest {

    private final int[] parents;

    Forest(int size) {
        parents = new int[size];
        Arrays.setAll(parents, i -> i);
    }

    int root(int i) {
        int root = i;
        while (parents[root] != root) {
            root = parents[root];
        }
        int step = i;
        while (parents[step] != root) {
            int next = parents[step];
            parents[step] = root;
            step = next;
        }
        return root;
    }

    void join(int one, int two) {
        int a = root(one);
        int b = root(two);
        if (a < b) {
            parents[b] = a;
        } else {
            parents[a] = b;
        }
    }
}
