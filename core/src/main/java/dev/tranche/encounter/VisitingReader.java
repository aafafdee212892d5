package dev.tranche.encounter;

import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Reads "told the visiting minister": a meeting between the speaker and the guest, and the guest's visit. */
final class VisitingReader extends PhraseReader {

    private static final int REACH = 3;

    VisitingReader(EncounterReader reader, Sentence sentence, int token, int end) {
        super(reader, sentence, token, end);
    }

    List<Draft> read() {
        int verb = token - 1;
        while (verb > sentence.start() && Grammar.DETERMINER.at(tokens, verb)) {
            verb--;
        }
        boolean adjective = Grammar.TOLD.at(tokens, verb)
                || Grammar.WITH.at(tokens, verb)
                || Grammar.DETERMINER.at(tokens, token - 1);
        if (!adjective) {
            return List.of();
        }
        Party guest = cast.firstFrom(end, Math.min(sentence.end(), end + REACH));
        boolean person = guest != null
                && (guest.kind() == PartyKind.PERSON || guest.kind() == PartyKind.ROLE)
                && sides.isOfficial(guest);
        if (guest == null || !person) {
            return List.of();
        }
        Party meant = sides.resolve(sentence, guest);
        List<Draft> drafts = new ArrayList<>();
        List<Party> host = Grammar.TOLD.at(tokens, verb) ? sides.left(sentence, verb) : List.of();
        boolean other =
                !host.isEmpty() && sides.isOfficial(host.get(0)) && !host.get(0).same(meant);
        if (other) {
            Draft meeting = new Draft(
                    EncounterKind.MEETING,
                    tokens.span(Math.min(token, host.get(0).start()), guest.end() - 1));
            meeting.add(host.get(0));
            meeting.add(meant);
            drafts.add(meeting);
        }
        Draft visit = new Draft(EncounterKind.VISIT, tokens.span(token, guest.end() - 1));
        visit.add(meant);
        drafts.add(visit);
        return drafts;
    }
}
