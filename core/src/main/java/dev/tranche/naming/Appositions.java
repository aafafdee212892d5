package dev.tranche.naming;

import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Joins a name with the office that follows it between commas: "Jane Roe, a spokeswoman for the ministry,". */
final class Appositions {

    private final Tokens tokens;
    private final List<Group> groups;

    Appositions(Tokens tokens, List<Group> groups) {
        this.tokens = tokens;
        this.groups = groups;
    }

    List<Group> join() {
        List<Group> joined = new ArrayList<>(groups.size());
        for (Group group : groups) {
            Group last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.run() != null
                    && last.title() == null
                    && group.run() == null
                    && group.title() != null
                    && last.end() + 1 == group.start()
                    && tokens.isSign(last.end(), ',')
                    && isHolder(group)
                    && isClosed(group)) {
                joined.set(
                        joined.size() - 1,
                        new Group(
                                last.start(),
                                last.end(),
                                group.title(),
                                last.run(),
                                group.country(),
                                group.titleStart(),
                                group.titleEnd(),
                                false));
                continue;
            }
            joined.add(group);
        }
        return joined;
    }

    private static boolean isHolder(Group group) {
        Title title = group.title();
        return title != null && (title.kind() == TitleKind.OFFICE || title.kind() == TitleKind.PERSON);
    }

    private boolean isClosed(Group group) {
        int limit = Math.min(tokens.size(), group.end() + 10);
        for (int token = group.end(); token < limit; token++) {
            if (tokens.isSign(token, ',') || tokens.isSign(token, '.')) {
                return true;
            }
        }
        return group.end() == tokens.size();
    }
}
