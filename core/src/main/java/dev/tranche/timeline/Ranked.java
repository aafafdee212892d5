package dev.tranche.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Things in order, of which a few come and go at a time.
 *
 * @param <T> the things
 */
public final class Ranked<T> {

    /** From this many changes at once, everything is sorted afresh. */
    private static final int MANY = 64;

    private final Comparator<T> order;
    private final List<T> list = new ArrayList<>();

    /** Builds an empty list in an order. */
    public Ranked(Comparator<T> order) {
        this.order = order;
    }

    /** Returns the things in order; it changes with this. */
    public List<T> list() {
        return list;
    }

    /** Returns the place of a thing, or of where it would be. */
    public int place(T one) {
        int place = Collections.binarySearch(list, one, order);
        return place < 0 ? -place - 1 : place;
    }

    /** Adds a thing. */
    public void add(T one) {
        list.add(place(one), one);
    }

    /** Removes a thing that was added before. */
    public void remove(T one) {
        int place = Collections.binarySearch(list, one, order);
        if (place < 0) {
            throw new IllegalStateException("what goes has not come");
        }
        list.remove(same(place, one));
    }

    /** Of things that are equal in the order, the one goes that is equal in all. */
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

    /** Removes things, then adds others. */
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

    /** Removes a thing that is equal in the order, if there is one. */
    private boolean takes(T one) {
        int place = Collections.binarySearch(list, one, order);
        if (place < 0) {
            return false;
        }
        list.remove(same(place, one));
        return true;
    }
}
