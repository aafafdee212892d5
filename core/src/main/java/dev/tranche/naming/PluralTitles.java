package dev.tranche.naming;

import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies a plural title to each of the names after it: "Senators Anna Berg and Carl Holm". */
final class PluralTitles {

    private static final int LONGEST_BRACKET = 6;

    private final Tokens tokens;
    private final List<Group> groups;

    PluralTitles(Tokens tokens, List<Group> groups) {
        this.tokens = tokens;
        this.groups = groups;
    }

    List<Group> share() {
        List<Group> shared = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            Group next = i + 1 < groups.size() ? groups.get(i + 1) : null;
            if (!isPlural(group) || next == null || next.start() != group.end() || !isUntitled(next)) {
                shared.add(group);
                continue;
            }
            int last = i;
            for (int at = i + 1; at < groups.size() && isUntitled(groups.get(at)); at++) {
                if (at > i + 1
                        && !isJoined(groups.get(at - 1).end(), groups.get(at).start())) {
                    break;
                }
                shared.add(titled(group, groups.get(at), at == i + 1));
                last = at;
            }
            i = last;
        }
        return shared;
    }

    private static boolean isPlural(Group group) {
        Title title = group.title();
        return title != null && title.kind() == TitleKind.PEOPLE && group.run() == null;
    }

    private static boolean isUntitled(Group group) {
        return group.run() != null && group.title() == null;
    }

    private static Group titled(Group plural, Group name, boolean first) {
        Title title = plural.title();
        @Nullable Title one = title == null ? null : new Title(title.key(), TitleKind.OFFICE, title.country());
        return new Group(
                first ? plural.start() : name.start(),
                name.end(),
                one,
                name.run(),
                plural.country().isEmpty() ? name.country() : plural.country(),
                plural.titleStart(),
                plural.titleEnd(),
                false);
    }

    /** Is there only a comma, "and" or a bracket between two names? */
    private boolean isJoined(int from, int to) {
        int at = from;
        if (tokens.isSign(at, '(')) {
            int limit = Math.min(to, at + LONGEST_BRACKET);
            while (at < limit && !tokens.isSign(at, ')')) {
                at++;
            }
            at++;
        }
        int links = 0;
        while (at < to) {
            boolean link = tokens.isSign(at, ',')
                    || tokens.kind(at) == TokenKind.WORD && tokens.string(at).equals("and");
            if (!link) {
                return false;
            }
            links++;
            at++;
        }
        return links > 0 && at == to;
    }
}
