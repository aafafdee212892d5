package dev.tranche.lexicon;

import java.util.ArrayList;
import java.util.List;

/** The forms in which reports express a phrase of the calendar. */
final class EventPhrases {

    private static final String VISIT = "'s visit to ";
    private static final List<String> ARRIVALS =
            List.of(" visited ", " visits ", " arrived in ", " has arrived in ", " arrives in ", "'s trip to ");

    private EventPhrases() {}

    /** Returns the phrase; for "X's visit to Y" also the clauses that report it; each in both spellings of Kyiv. */
    static List<String> forms(String phrase) {
        List<String> forms = new ArrayList<>();
        forms.add(phrase);
        int visit = phrase.indexOf(VISIT);
        if (visit > 0) {
            String place = phrase.substring(visit + VISIT.length());
            for (String arrival : ARRIVALS) {
                forms.add(phrase.substring(0, visit) + arrival + place);
            }
        }
        if (phrase.contains("Kyiv")) {
            for (String form : List.copyOf(forms)) {
                forms.add(form.replace("Kyiv", "Kiev"));
            }
        }
        return forms;
    }
}
