package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.naming.NameKind;
import dev.tranche.review.NameMark;
import dev.tranche.review.StoryAction;
import dev.tranche.review.ToldMark;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** Writes and reads the members of decisions on what reports tell besides sums. A released form never changes. */
final class StoryFormat {

    private final String place;
    private final TellingFormat tellings;

    /**
     * Builds a reader.
     *
     * @param place the place of the decision, for the message of the {@link BundleException} raised for a wrong one
     */
    StoryFormat(String place) {
        this.place = place;
        this.tellings = new TellingFormat(place);
    }

    static void write(JsonGenerator json, StoryAction action) {
        switch (action) {
            case StoryAction.Tell tell -> {
                json.writeStringProperty("report", tell.report());
                json.writeName("before");
                tell.before().ifPresentOrElse(before -> TellingFormat.write(json, before), json::writeNull);
                json.writeName("after");
                TellingFormat.write(json, tell.after());
            }
            case StoryAction.Dismiss dismiss -> told(json, dismiss.told());
            case StoryAction.Join join -> told(json, join.told());
            case StoryAction.Part part -> told(json, part.told());
            case StoryAction.MergeNames merge -> names(json, merge.names());
            case StoryAction.SplitName split -> {
                names(json, split.names());
                json.writeArrayPropertyStart("reports");
                split.reports().forEach(json::writeString);
                json.writeEndArray();
                json.writeStringProperty("as", split.as());
            }
        }
    }

    private static void told(JsonGenerator json, List<ToldMark> told) {
        json.writeArrayPropertyStart("told");
        for (ToldMark mark : told) {
            json.writeStartObject();
            json.writeStringProperty("report", mark.report());
            json.writeName("seen");
            TellingFormat.write(json, mark.seen());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void names(JsonGenerator json, List<NameMark> names) {
        json.writeArrayPropertyStart("names");
        for (NameMark name : names) {
            json.writeStartObject();
            json.writeStringProperty("kind", name.kind().slug());
            json.writeStringProperty("id", name.id());
            json.writeStringProperty("name", name.name());
            TellingFormat.text(json, "country", name.country());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Returns the action of a kind. */
    StoryAction action(String kind, JsonValue root) {
        return switch (kind) {
            case "tell" ->
                new StoryAction.Tell(
                        tellings.text(root, "report"),
                        root.member("before").isNull()
                                ? Optional.empty()
                                : Optional.of(tellings.read(root.member("before"))),
                        tellings.read(root.member("after")));
            case "dismiss" -> new StoryAction.Dismiss(told(root));
            case "join" -> new StoryAction.Join(told(root));
            case "part" -> new StoryAction.Part(told(root));
            case "merge-names" -> new StoryAction.MergeNames(list(root, "names", this::name));
            case "split-name" ->
                new StoryAction.SplitName(
                        list(root, "names", this::name),
                        new TreeSet<>(list(
                                root,
                                "reports",
                                report -> report.text()
                                        .orElseThrow(
                                                () -> new BundleException(place + ": \"reports\" holds no names.")))),
                        tellings.text(root, "as"));
            default -> throw new BundleException(place + ": a decision of the unknown kind '" + kind + "'.");
        };
    }

    private List<ToldMark> told(JsonValue root) {
        return list(
                root, "told", mark -> new ToldMark(tellings.text(mark, "report"), tellings.read(mark.member("seen"))));
    }

    private NameMark name(JsonValue value) {
        return new NameMark(
                tellings.word(tellings.text(value, "kind"), NameKind.values(), NameKind::slug),
                tellings.text(value, "id"),
                tellings.text(value, "name"),
                value.member("country").text());
    }

    private <T> List<T> list(JsonValue object, String key, Function<JsonValue, T> reader) {
        if (!(object.member(key) instanceof JsonValue.Items items)) {
            throw new BundleException(place + ": \"" + key + "\" is missing or not a list.");
        }
        return items.list().stream().map(reader).toList();
    }
}
