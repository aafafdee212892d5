package dev.tranche.cli;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.PartyCodes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns the states and bodies of an option, whether codes or names, into codes. */
final class PartyNames {

    private final PartyCodes parties;

    PartyNames(Lexicon lexicon) {
        this.parties = new PartyCodes(lexicon);
    }

    /**
     * Returns the codes of a comma-separated list.
     *
     * @param option the option that holds it, for the message
     * @throws CommandException if a part is neither a known code nor a known name
     */
    Set<String> codes(String option, List<String> parts) {
        Set<String> codes = new TreeSet<>();
        for (String part : parts) {
            String wanted = part.strip();
            codes.add(parties.find(wanted)
                    .orElseThrow(() -> CommandException.usage(option + ": " + parties.refusal(wanted))));
        }
        return codes;
    }
}
