package dev.tranche.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What states a figure of an equation.
 *
 * @param report the key of a report; empty for a source of the official record
 * @param words the words of the report, or the place in the record
 */
record FigureSource(Optional<String> report, String words) {

    /** The beginning of a claim: {@code KEY#NUMBER "WORDS"}, several after semicolons. */
    private static final Pattern CLAIM = Pattern.compile("(?:^|\"; )(.+?)#\\d+ \"");

    /** Returns the sources that one item of the evidence of an equation names. */
    static List<FigureSource> of(String evidence) {
        List<MatchResult> claims = CLAIM.matcher(evidence).results().toList();
        if (claims.isEmpty()) {
            return List.of(new FigureSource(Optional.empty(), evidence));
        }
        List<FigureSource> sources = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            int end = i + 1 < claims.size() ? claims.get(i + 1).start() : evidence.length() - 1;
            sources.add(new FigureSource(
                    Optional.of(claims.get(i).group(1)),
                    evidence.substring(claims.get(i).end(), end)));
        }
        return List.copyOf(sources);
    }
}
