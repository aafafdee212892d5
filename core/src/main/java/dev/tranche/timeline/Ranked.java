package dev.tranche.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Items in order, a few of which are added or removed at a time.
 *
 * @param <T> the type of the items
 */
public final class Ranked<T> {

    /** With at least this many changes at once, everything is sorted again. */
    private static final int MANY = 64;

    private final Comparator<T> order;
    private final List<T> list = new ArrayList<>();

    /** Builds an empty list in an order. */
    public Ranked(Comparator<T> order) {
        this.order = order;
    }

    /** Returns the items in order; a live view. */
    public List<T> list() {
        return list;
    }

    /** Returns the index of an item, or of where it would be. */
    public int place(T one) {
        int place = Collections.binarySearch(list, one, order);
        return place < 0 ? -place - 1 : place;
    }

    /** Adds an item. */
    public void add(T one) {
        list.add(place(one), one);
    }

    /** Removes an item added before. */
    public void remove(T one) {
        int place = Collections.binarySearch(list, one, order);
        if (place < 0) {
            throw new IllegalStateException("an item to be removed was never added");
        }
        list.remove(same(place, one));
    }

    /** Of items equal in order, finds the one that is equal in full. */
    private int same(int place, T one) {
        int first = place;
        while (first > 0 && order.compare(list.get(first - 1), one) == 0) {
            first--;
        }
        for (int i = first; i < list.size() && order.compare(list.get(i), one) == 0; i++) {
            if (list.get(i).equals(one)) {
                return i;
            }
        }
        return place;
    }

    /** Removes items, then adds others. */
    public void update(Collection<T> gone, Collection<T> come) {
        if (gone.size() + come.size() < MANY) {
            gone.forEach(this::remove);
            come.forEach(this::add);
            return;
        }
        if (!gone.isEmpty()) {
            Ranked<T> leaving = new Ranked<>(order);
            leaving.update(List.of(), gone);
            list.removeIf(each -> leaving.takes(each));
        }
        list.addAll(come);
        list.sort(order);
    }

    /** Removes an item equal in order, if there is one. */
    private boolean takes(T one) {
        int place = Collections.binarySearch(list, one, order);
        if (place < 0) {
            return false;
        }
        list.remove(same(place, one));
        return true;
    }
}
