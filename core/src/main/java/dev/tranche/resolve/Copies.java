package dev.tranche.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the first text of each text's origin. Texts that share a band are compared with the first of them, its leader.
 *
 * <p>New texts change little: only texts similar to them may be joined, and only those whose leader they
 * become may be separated. So only these are examined again, unless there are many.
 */
final class Copies {

    private final List<TextTag> tags;
    private final List<byte[]> sketches;
    private final int[] before;

    Copies(List<TextTag> tags, List<byte[]> sketches, int[] before) {
        this.tags = tags;
        this.sketches = sketches;
        this.before = before;
    }

    /** Returns the first text of each, in the order of the tags. */
    int[] firsts() {
        int[] firsts = Arrays.copyOf(before, sketches.size());
        for (int i = before.length; i < firsts.length; i++) {
            firsts[i] = i;
        }
        int[] members = members(firsts);
        Integer[] order = new Integer[members.length];
        Arrays.setAll(order, i -> members[i]);
        Arrays.sort(order, Comparator.comparing(tags::get));
        int[] ranks = new int[firsts.length];
        Arrays.fill(ranks, -1);
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        Forest forest = new Forest(order.length);
        boolean all = members.length == firsts.length;
        // For all texts band by band, so that only one band's table is in memory at a time.
        int step = all ? 1 : Origins.BANDS;
        for (int from = 0; from < Origins.BANDS; from += step) {
            join(leaders(members, all, sketches.size(), from, from + step), from, order, ranks, forest);
        }
        for (int i = 0; i < order.length; i++) {
            firsts[order[i]] = order[forest.root(i)];
        }
        return firsts;
    }

    private void join(Leaders[] leaders, int from, Integer[] order, int[] ranks, Forest forest) {
        for (int i = 0; i < order.length; i++) {
            byte[] sketch = sketches.get(order[i]);
            int to = Math.min(Origins.bands(sketch), from + leaders.length);
            for (int band = from; band < to; band++) {
                int leader = leaders[band - from].find(Origins.band(sketch, band));
                // A leader outside the members is not similar to the text, or the text would not be a member without
                // it.
                if (leader >= 0
                        && ranks[leader] >= 0
                        && forest.root(ranks[leader]) != forest.root(i)
                        && Origins.alike(sketches.get(leader), sketch)) {
                    forest.join(ranks[leader], i);
                }
            }
        }
    }

    /** Returns the texts whose origins may have changed: the new ones and all copies of those they may change. */
    private int[] members(int[] firsts) {
        int[] all = new int[firsts.length];
        Arrays.setAll(all, i -> i);
        if (before.length < firsts.length / 2) {
            return all;
        }
        int[] fresh = Arrays.copyOfRange(all, before.length, all.length);
        Leaders[] known = leaders(fresh, false, before.length, 0, Origins.BANDS);
        Set<Integer> origins = new HashSet<>();
        Leaders[] led = Leaders.some(fresh.length, Origins.BANDS);
        boolean leads = false;
        for (int text : fresh) {
            byte[] sketch = sketches.get(text);
            for (int band = 0; band < Origins.bands(sketch); band++) {
                long value = Origins.band(sketch, band);
                int leader = known[band].find(value);
                if (leader < 0) {
                    continue;
                }
                if (isFirst(text, leader)) {
                    led[band].put(value, text);
                    leads = true;
                } else if (Origins.alike(sketches.get(leader), sketch)) {
                    origins.add(before[leader]);
                }
            }
        }
        if (leads) {
            follow(led, origins);
        }
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            if (i >= before.length || origins.contains(before[i])) {
                members.add(i);
            }
        }
        return members.size() > firsts.length / 4
                ? all
                : members.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Notes the origins of the known texts that get a new leader. */
    private void follow(Leaders[] led, Set<Integer> origins) {
        for (int i = 0; i < before.length; i++) {
            byte[] sketch = sketches.get(i);
            for (int band = 0; band < Origins.bands(sketch); band++) {
                if (led[band].find(Origins.band(sketch, band)) >= 0) {
                    origins.add(before[i]);
                    break;
                }
            }
        }
    }

    private boolean isFirst(int one, int two) {
        return tags.get(one).compareTo(tags.get(two)) < 0;
    }

    /**
     * Returns the leaders, among the texts before an end, of some bands that some texts have.
     *
     * @param all are these all texts?
     */
    private Leaders[] leaders(int[] texts, boolean all, int end, int from, int to) {
        Leaders[] leaders = Leaders.some(texts.length, to - from);
        if (!all) {
            for (int text : texts) {
                byte[] sketch = sketches.get(text);
                for (int band = from; band < Math.min(to, Origins.bands(sketch)); band++) {
                    leaders[band - from].ask(Origins.band(sketch, band));
                }
            }
        }
        for (int i = 0; i < end; i++) {
            byte[] sketch = sketches.get(i);
            for (int band = from; band < Math.min(to, Origins.bands(sketch)); band++) {
                Leaders ofBand = leaders[band - from];
                long value = Origins.band(sketch, band);
                if (!all && !ofBand.isAsked(value)) {
                    continue;
                }
                int leader = ofBand.find(value);
                if (leader < 0 || isFirst(i, leader)) {
                    ofBand.put(value, i);
                }
            }
        }
        return leaders;
    }
}
