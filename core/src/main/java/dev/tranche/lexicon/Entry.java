package dev.tranche.lexicon;

import java.util.Optional;

/** What a phrase of the lexicon stands for. */
public sealed interface Entry {

    /**
     * A state or a body that can act for itself or for a state.
     *
     * @param code ISO 3166 alpha-2 code or the code of a body (EU, NATO, IMF, WB, UN…); empty for a company, charity
     *     or medium, which acts for no government
     * @param name its display name
     * @param form the form in which the phrase names it
     * @param kind for a body its kind as in {@code bodies.csv} ("ministry", "bank", "charity"), else "state"
     */
    record Actor(String code, String name, ActorForm form, String kind) implements Entry {
        /** Does it act for a government or international body? */
        public boolean isOfficial() {
            return !code.isEmpty();
        }
    }

    /**
     * An office-holder in one term of office.
     *
     * @param id slug of the person, the same for all terms
     * @param name display name
     * @param country code of the state or body that the person speaks for
     * @param office title of the office
     * @param kind kind of office as in {@code office_holders.csv}
     * @param from first day or month or year in office, as ISO text
     * @param to last one; empty while in office
     * @param surname is the phrase the bare surname?
     */
    record Holder(
            String id,
            String name,
            String country,
            String office,
            String kind,
            String from,
            Optional<String> to,
            boolean surname)
            implements Entry {}

    /**
     * A weapon system or kind of equipment.
     *
     * @param id slug
     * @param name full designation
     * @param category class as in {@code equipment.csv}
     * @param unit what is counted, possibly empty
     */
    record Equipment(String id, String name, String category, String unit) implements Entry {}

    /**
     * A legal authority or programme under which assistance is given.
     *
     * @param code PDA, USAI, FMF …
     * @param giver code of the donor that owns it
     * @param type type of assistance it stands for, as in the lexicon
     */
    record Authority(String code, String giver, String type) implements Entry {}

    /**
     * A word that plays a part in the grammar of assistance.
     *
     * @param cue what it signals
     */
    record CueWord(Cue cue) implements Entry {}

    /**
     * A currency named in words or by its code.
     *
     * @param code ISO 4217 code
     */
    record Currency(String code) implements Entry {}

    /**
     * A public event whose mention can date a report.
     *
     * @param id slug
     * @param name the full name
     * @param kind kind as in {@code events.csv}
     * @param from first day, as ISO text
     * @param to last day, as ISO text, the same as {@code from} for an event of one day
     */
    record Event(String id, String name, String kind, String from, String to) implements Entry {}
}
