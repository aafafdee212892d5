package dev.tranche.review;

import java.util.List;
import java.util.stream.Collectors;

/** Summarises in one sentence what a decision on something besides sums does. */
final class StorySummary {

    private static final int LONGEST = 120;

    private StorySummary() {}

    static String of(StoryAction action) {
        return switch (action) {
            case StoryAction.SetContent set -> set(set);
            case StoryAction.RejectContent reject ->
                "Rejects " + things(reject.content()) + "; words: " + Summary.words(reject.allMarks()) + ".";
            case StoryAction.MergeContent merge ->
                "Merges " + things(merge.content()) + "; words: " + Summary.words(merge.allMarks()) + ".";
            case StoryAction.SplitContent split ->
                "Splits " + things(split.content()) + " from what it was merged with; words: "
                        + Summary.words(split.allMarks()) + ".";
            case StoryAction.MergeNames merge ->
                "Merges the names "
                        + names(merge.names().subList(1, merge.names().size())) + " with "
                        + quoted(merge.names().getFirst()) + ".";
            case StoryAction.SplitName split ->
                "Splits the name " + names(split.names()) + " from the others"
                        + (split.reports().isEmpty()
                                ? ""
                                : " in " + reports(split.reports().size())) + ".";
        };
    }

    private static String set(StoryAction.SetContent set) {
        String words = "; words: " + Summary.words(set.allMarks()) + ".";
        String after = thing(set.after());
        if (set.isAcceptance()) {
            return "Accepts " + after + words;
        }
        return set.before()
                .map(before -> "Corrects " + thing(before) + " to “" + cut(set.after()) + "”" + words)
                .orElse("Adds " + after + words);
    }

    private static String things(List<ContentMark> content) {
        String first = thing(content.getFirst().seen());
        return content.size() == 1 ? first : first + " and " + (content.size() - 1) + " more";
    }

    private static String thing(Content content) {
        return "the " + word(content.kind()) + " “" + cut(content) + "”";
    }

    private static String word(Content.Kind kind) {
        return kind == Content.Kind.GIFT ? "assistance without a sum" : kind.slug();
    }

    private static String cut(Content content) {
        return Limits.cut(content.shown(), LONGEST);
    }

    private static String names(List<NameMark> names) {
        return Limits.cut(
                names.stream().map(StorySummary::quoted).distinct().collect(Collectors.joining(", ")), LONGEST);
    }

    private static String quoted(NameMark name) {
        return "“" + Limits.cut(name.name(), LONGEST) + "”";
    }

    private static String reports(int number) {
        return number == 1 ? "one report" : number + " reports";
    }
}
