package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.naming.NameKind;
import dev.tranche.review.ContentMark;
import dev.tranche.review.NameMark;
import dev.tranche.review.StoryAction;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** Writes and reads the members of decisions on what reports say besides sums. A released form never changes. */
final class StoryFormat {

    private final String place;
    private final ContentFormat contents;

    /**
     * Builds a reader.
     *
     * @param place the place of the decision, for the message of the {@link BundleException} raised for a wrong one
     */
    StoryFormat(String place) {
        this.place = place;
        this.contents = new ContentFormat(place);
    }

    static void write(JsonGenerator json, StoryAction action) {
        switch (action) {
            case StoryAction.SetContent set -> {
                json.writeStringProperty("report", set.report());
                json.writeName("before");
                set.before().ifPresentOrElse(before -> ContentFormat.write(json, before), json::writeNull);
                json.writeName("after");
                ContentFormat.write(json, set.after());
            }
            case StoryAction.RejectContent reject -> content(json, reject.content());
            case StoryAction.MergeContent merge -> content(json, merge.content());
            case StoryAction.SplitContent split -> content(json, split.content());
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

    private static void content(JsonGenerator json, List<ContentMark> content) {
        json.writeArrayPropertyStart("content");
        for (ContentMark mark : content) {
            json.writeStartObject();
            json.writeStringProperty("report", mark.report());
            json.writeName("seen");
            ContentFormat.write(json, mark.seen());
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
            ContentFormat.text(json, "country", name.country());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Returns the action of a kind. */
    StoryAction action(String kind, JsonValue root) {
        return switch (kind) {
            case "set-content" ->
                new StoryAction.SetContent(
                        contents.text(root, "report"),
                        root.member("before").isNull()
                                ? Optional.empty()
                                : Optional.of(contents.read(root.member("before"))),
                        contents.read(root.member("after")));
            case "reject-content" -> new StoryAction.RejectContent(content(root));
            case "merge-content" -> new StoryAction.MergeContent(content(root));
            case "split-content" -> new StoryAction.SplitContent(content(root));
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
                        contents.text(root, "as"));
            default -> throw new BundleException(place + ": a decision of the unknown kind '" + kind + "'.");
        };
    }

    private List<ContentMark> content(JsonValue root) {
        return list(
                root,
                "content",
                mark -> new ContentMark(contents.text(mark, "report"), contents.read(mark.member("seen"))));
    }

    private NameMark name(JsonValue value) {
        return new NameMark(
                contents.word(contents.text(value, "kind"), NameKind.values(), NameKind::slug),
                contents.text(value, "id"),
                contents.text(value, "name"),
                value.member("country").text());
    }

    private <T> List<T> list(JsonValue object, String key, Function<JsonValue, T> reader) {
        if (!(object.member(key) instanceof JsonValue.Items items)) {
            throw new BundleException(place + ": \"" + key + "\" is missing or not a list.");
        }
        return items.list().stream().map(reader).toList();
    }
}
