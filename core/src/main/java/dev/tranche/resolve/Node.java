package dev.tranche.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group on its way through a pass: it is joined to a stronger one, or remains and others are joined to it. */
final class Node {

    final Group input;
    final Place home;
    int rank;
    boolean forced = true;
    boolean queued;
    boolean touched;
    Optional<Node> target = Optional.empty();
    List<Node> members = List.of();
    List<Place> entered = List.of();
    Optional<Group> result = Optional.empty();
    private Optional<Group> grown = Optional.empty();
    private int grownBy;

    Node(Group input, Place home) {
        this.input = input;
        this.home = home;
    }

    boolean isRoot() {
        return target.isEmpty();
    }

    /** Returns the group as it was when the pass had reached a rank. */
    Group at(int before) {
        if (result.isPresent() && !touched && (members.isEmpty() || members.getLast().rank < before)) {
            return result.get();
        }
        int joined = members.size();
        while (joined > 0 && members.get(joined - 1).rank >= before) {
            joined--;
        }
        return joined == 0 ? input : grown(joined);
    }

    /** Returns the group with all its members. */
    Group whole() {
        return members.isEmpty() ? input : grown(members.size());
    }

    private Group grown(int joined) {
        if (grown.isEmpty() || grownBy > joined) {
            grown = Optional.of(input.copy());
            grownBy = 0;
        }
        Group group = grown.get();
        while (grownBy < joined) {
            group.addAll(members.get(grownBy++).input);
        }
        return group;
    }

    void join(Node member) {
        int at = members.size();
        while (at > 0 && members.get(at - 1).rank > member.rank) {
            at--;
        }
        if (members.isEmpty()) {
            members = new ArrayList<>(2);
        }
        members.add(at, member);
        if (at < grownBy) {
            freeze();
        }
    }

    void part(Node member) {
        members.remove(member);
        freeze();
    }

    /** Freezes the group grown so far; further growth uses a copy. */
    void freeze() {
        grown = Optional.empty();
        grownBy = 0;
    }
}
