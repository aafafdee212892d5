package dev.tranche.resolve;

import java.util.ArrayList;
import java.util.List;

/** The groups of one place, each once, in the order in which they were put there. */
final class Block {

    private final Place place;
    private final List<Node> by = new ArrayList<>(2);

    Block(Place place) {
        this.place = place;
    }

    /** Puts the target of a member there; ordered after earlier members. */
    void add(Node member) {
        int at = by.size();
        while (at > 0 && by.get(at - 1).rank > member.rank) {
            at--;
        }
        by.add(at, member);
    }

    void remove(Node member) {
        by.remove(member);
    }

    boolean isEmpty() {
        return by.isEmpty();
    }

    /** Returns the last groups that were there when the pass had reached a rank, in their order. */
    List<Node> before(int rank, int most) {
        int end = by.size();
        while (end > 0 && by.get(end - 1).rank >= rank) {
            end--;
        }
        List<Node> last = new ArrayList<>(Math.min(end, most));
        for (int i = end - 1; i >= 0 && last.size() < most; i--) {
            Node member = by.get(i);
            if (isFirst(member)) {
                last.add(member.target.orElse(member));
            }
        }
        return last.reversed();
    }

    /** Was its group put there by this member first? */
    private boolean isFirst(Node member) {
        if (member.isRoot()) {
            return true;
        }
        Node root = member.target.get();
        if (root.entered.contains(place)) {
            return false;
        }
        for (Node other : root.members) {
            if (other == member) {
                return true;
            }
            if (other.entered.contains(place)) {
                return false;
            }
        }
        return true;
    }
}
