package dev.tranche.naming;

import org.jspecify.annotations.Nullable;

/**
 * A noun group before persons are resolved.
 *
 * @param start index of its first token
 * @param end index after its last token
 * @param title its title, or null
 * @param run its name, or null
 * @param country code that its words imply, possibly empty
 * @param titleStart where the words of the title start
 * @param titleEnd where they end
 * @param genitive does it contain a genitive?
 */
record Group(
        int start,
        int end,
        @Nullable Title title,
        NameRuns.@Nullable Run run,
        String country,
        int titleStart,
        int titleEnd,
        boolean genitive) {}
