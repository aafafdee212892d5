package dev.tranche.review;

import java.util.List;
import java.util.stream.Collectors;

/** Summarises in one sentence what a decision on something besides sums does. */
final class StorySummary {

    private static final int LONGEST = 120;

    private StorySummary() {}

    static String of(StoryAction action) {
        return switch (action) {
            case StoryAction.Tell tell -> tell(tell);
            case StoryAction.Dismiss dismiss ->
                "Rejects " + things(dismiss.told()) + ", told in " + Summary.words(dismiss.allMarks()) + ".";
            case StoryAction.Join join ->
                "Merges " + things(join.told()) + ", told in " + Summary.words(join.allMarks()) + ".";
            case StoryAction.Part part ->
                "Splits " + things(part.told()) + " from what it was merged with, told in "
                        + Summary.words(part.allMarks()) + ".";
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

    private static String tell(StoryAction.Tell tell) {
        String words = ", told in " + Summary.words(tell.allMarks()) + ".";
        String after = thing(tell.after());
        if (tell.isAcceptance()) {
            return "Accepts " + after + words;
        }
        return tell.before()
                .map(before -> "Corrects " + thing(before) + " to “" + cut(tell.after()) + "”" + words)
                .orElse("Adds " + after + words);
    }

    private static String things(List<ToldMark> told) {
        String first = thing(told.getFirst().seen());
        return told.size() == 1 ? first : first + " and " + (told.size() - 1) + " more";
    }

    private static String thing(Telling telling) {
        return "the " + word(telling.kind()) + " “" + cut(telling) + "”";
    }

    private static String word(Telling.Kind kind) {
        return kind == Telling.Kind.GIFT ? "assistance without a sum" : kind.slug();
    }

    private static String cut(Telling telling) {
        return Limits.cut(telling.shown(), LONGEST);
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
