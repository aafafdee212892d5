package dev.tranche.syntax;

import dev.tranche.mention.ActorMention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assigns each noun group its role in the current clause. */
final class GroupRoles {

    private final Walk walk;

    GroupRoles(Walk walk) {
        this.walk = walk;
    }

    void group(Group group, int i) {
        if (walk.atoms.is(group.start - 1, WordClass.NOT) && walk.kind(i - 1) != Unit.Kind.VERB) {
            return;
        }
        Group before = walk.ahead.groupBefore(i);
        if (before != null && isElided(i)) {
            if (isGiver(before)) {
                group.coordinated = before.index;
            }
            walk.late = group;
            return;
        }
        if (before != null && walk.ahead.isCoordinated(i)) {
            coordinate(group, before);
            return;
        }
        if (group.preposition >= 0) {
            prepositional(group, i);
            return;
        }
        if (group.time && (walk.kind(i + 1) != Unit.Kind.VERB || walk.top.hasVerb() || !walk.top.before.isEmpty())) {
            return;
        }
        if (!walk.top.hasVerb()) {
            Group renamed = walk.kind(i - 1) == Unit.Kind.COMMA ? lastFree(walk.top.before) : null;
            if (renamed != null && areStates(group, renamed)) {
                group.coordinated = renamed.index;
            } else if (renamed != null) {
                group.apposition = renamed.index;
            }
            walk.top.before.add(group);
            return;
        }
        if ((walk.top == walk.inverted || walk.top == walk.there) && walk.top.subjects.isEmpty()) {
            walk.top.subjects.add(group);
            return;
        }
        if (walk.top.comma || walk.kind(i - 1) == Unit.Kind.COMMA) {
            walk.late = group;
            if (before != null && walk.kind(i - 1) == Unit.Kind.COMMA) {
                group.apposition = before.index;
            }
            return;
        }
        walk.top.objects.add(group);
    }

    /** "EU, US donate": two donors in a headline, not one with another name. */
    private boolean areStates(Group one, Group other) {
        ActorMention first = walk.atoms.actor[other.head];
        ActorMention second = walk.atoms.actor[one.head];
        return isState(first) && isState(second) && !first.code().equals(second.code());
    }

    private static boolean isState(@Nullable ActorMention actor) {
        return actor != null
                && !actor.isPrivate()
                && switch (actor.form()) {
                    case NAME, CAPITAL, BODY -> true;
                    default -> false;
                };
    }

    /**
     * "Norway gave $2 million, Chad and Sweden $3 million": a state between two sums is the subject of an omitted verb,
     * not a further object of the preceding verb.
     */
    private boolean isElided(int i) {
        if (!isGiver(walk.ahead.groupOf(i))) {
            return false;
        }
        int next = i + 1;
        while (isLink(next) || walk.kind(next) == Unit.Kind.GROUP && isGiver(walk.ahead.groupOf(next))) {
            next++;
        }
        int last = i - 1;
        while (isLink(last)
                || walk.kind(last) == Unit.Kind.GROUP
                        && (isGiver(walk.ahead.groupOf(last)) || walk.ahead.groupOf(last).preposition >= 0)) {
            last--;
        }
        return !isLink(next - 1) && isSum(next) && isSum(last);
    }

    private boolean isGiver(Group group) {
        return group.preposition < 0 && isState(walk.atoms.actor[group.head]);
    }

    private boolean isLink(int i) {
        return walk.kind(i) == Unit.Kind.AND || walk.kind(i) == Unit.Kind.COMMA;
    }

    private boolean isSum(int i) {
        return walk.kind(i) == Unit.Kind.GROUP && walk.atoms.sum[walk.ahead.groupOf(i).head];
    }

    private static @Nullable Group lastFree(List<Group> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    private void coordinate(Group group, Group before) {
        group.coordinated = before.index;
        if (before == walk.late) {
            walk.late = group;
            return;
        }
        if (group.preposition < 0) {
            for (Frame frame = walk.top; frame != null; frame = frame.outer) {
                for (List<Group> list : List.of(frame.before, frame.objects, frame.obliques, frame.agents)) {
                    if (list.contains(before)) {
                        group.noun = before.noun;
                        list.add(group);
                        return;
                    }
                }
            }
            group.noun = before.noun;
            return;
        }
        group.coordinated = -1;
        if (before.noun >= 0) {
            group.noun = before.noun;
            return;
        }
        attach(group);
    }

    private void prepositional(Group group, int i) {
        String role = walk.atoms.lemma[group.preposition];
        if (role.equals("speech")) {
            Frame source = new Frame(Link.ROOT, null, null);
            source.before.add(group);
            source.subjects.add(group);
            source.cover(group.preposition, group.end);
            walk.frames.add(source);
            walk.attribution = source;
            return;
        }
        VerbGroup verb = walk.top.verb;
        if (role.equals("agent") && !group.time && verb != null && walk.top.passive && !walk.top.comma) {
            if (walk.atoms.sum[group.head]) {
                measured().obliques.add(group);
            } else {
                walk.top.agents.add(group);
            }
            return;
        }
        Group before = walk.kind(i - 1) == Unit.Kind.GROUP ? walk.ahead.groupOf(i - 1) : null;
        if (before != null && describes(group, role, before)) {
            group.noun = before.index;
            return;
        }
        attach(group);
    }

    /** "To raise a budget meant for roads by $3bn": a sum measures the verb outside the participle; it does not act. */
    private Frame measured() {
        Frame outer = walk.top.outer;
        if (outer == null || walk.top.link != Link.PARTICIPLE || outer.verb == null || outer.passive) {
            return walk.top;
        }
        return outer;
    }

    /** Does a prepositional group belong to the group directly before it rather than to the verb? */
    private boolean describes(Group group, String role, Group before) {
        if (role.equals("noun")) {
            return true;
        }
        if (group.time || before.time || before.pronoun) {
            return false;
        }
        if (!walk.top.hasVerb() && walk.top.before.contains(before)
                || walk.top.lemma().equals("be")) {
            return true;
        }
        boolean object = walk.top.objects.contains(before)
                || walk.top.agents.contains(before)
                || before.noun >= 0
                        && walk.atoms.sum[walk.groups.get(before.noun).head]
                        && walk.top.objects.contains(walk.groups.get(before.noun));
        return switch (role) {
            case "near" -> true;
            case "goal" -> before.noun >= 0 && !object;
            case "place" -> object ? walk.atoms.sum[before.head] && walk.atoms.actor[group.head] == null : true;
            default -> before.noun >= 0;
        };
    }

    private void attach(Group group) {
        walk.top.obliques.add(group);
    }
}
