package dev.tranche.print;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The words in which encounters and statements are shown to people. */
public final class StoryLines {

    private StoryLines() {}

    static String days(StatedDate date) {
        if (date.isUnknown()) {
            return "day unknown";
        }
        if (date.from().isEmpty()) {
            return "by " + date.to().orElseThrow();
        }
        if (date.to().isEmpty()) {
            return "from " + date.from().orElseThrow();
        }
        return date.from().equals(date.to())
                ? date.from().orElseThrow().toString()
                : date.from().orElseThrow() + " to " + date.to().orElseThrow();
    }

    /** Returns an encounter as one line: days, kind, who, where and stage. */
    public static String encounter(Encounter encounter) {
        StringJoiner line = new StringJoiner(" · ");
        line.add(days(encounter.date()));
        line.add(encounter.kind().slug());
        line.add(encounter.participants().stream().map(Participant::shown).collect(Collectors.joining(", ")));
        encounter.place().ifPresent(place -> line.add(place.name()));
        line.add(encounter.stage().slug());
        encounter
                .ordinal()
                .ifPresent(ordinal -> line.add("no. " + ordinal.n()
                        + ordinal.since().map(since -> " since " + since).orElse("")));
        return Columns.oneLine(line.toString());
    }

    /** Returns who speaks, for whom, and whether without a name. */
    public static String speaker(Speaker speaker) {
        String country = speaker.country().map(code -> " (" + code + ")").orElse("");
        String nameless = speaker.anonymous() ? " [no name]" : "";
        return Columns.oneLine(speaker.shown()) + country + nameless;
    }

    /** Returns what a speaker does, whether in quotation marks, and who relays it. */
    public static String act(Statement statement) {
        String via = statement
                .via()
                .map(each -> ", relayed by " + Columns.oneLine(each))
                .orElse("");
        return statement.stance().slug() + (statement.direct() ? ", quoted" : "") + via;
    }
}
