package dev.tranche.syntax;

import java.util.List;

/**
 * One predicate with its arguments.
 *
 * <p>Groups are referred to by their index in {@link Clauses#groups()}, clauses by their index in {@link
 * Clauses#all()}. Coordinated groups are all listed. A clause without a subject of its own (infinitive, participle,
 * coordinated verb) takes it from its parent: the parent's subject, or its object where the parent's verb asks somebody
 * to act ("asked Congress to approve"), or the noun it describes.
 *
 * @param index its place in {@link Clauses#all()}
 * @param start first token of its words
 * @param end index after the last token of its words, those of clauses inside it included
 * @param verb token of the main verb, or -1 for a verbless clause ("$2bn for Kyiv" as a headline)
 * @param verbStart first token of the verb group, auxiliaries included; {@code start} without a verb
 * @param verbEnd index after the last token of the verb group; {@code start} without a verb
 * @param lemma base form of the main verb in lower case, with its particle after a blank ("hand over"); empty without a
 *     verb
 * @param subjects who or what performs the action; of a passive, what undergoes it
 * @param objects direct and indirect objects in text order; complements of "be" included
 * @param obliques prepositional arguments and adjuncts of the verb, in text order
 * @param agents groups after "by" of a passive
 * @param parent index of the clause it depends on, or -1
 * @param link how it depends on its parent
 * @param negative is it negated: "not", "never", "no longer", "refused to", "denied that", "has yet to"?
 * @param modality how factual it is said to be, its parents' conditions included
 * @param tense form of its first verb
 * @param passive is it passive, including a bare past participle after its noun?
 * @param sharedSubject are the subjects those of the parent?
 * @param speech index of the clause that reports it ("said", "according to"), or -1
 */
public record Clause(
        int index,
        int start,
        int end,
        int verb,
        int verbStart,
        int verbEnd,
        String lemma,
        List<Integer> subjects,
        List<Integer> objects,
        List<Oblique> obliques,
        List<Integer> agents,
        int parent,
        Link link,
        boolean negative,
        Modality modality,
        Tense tense,
        boolean passive,
        boolean sharedSubject,
        int speech) {

    /** Copies the lists. */
    public Clause {
        subjects = List.copyOf(subjects);
        objects = List.copyOf(objects);
        obliques = List.copyOf(obliques);
        agents = List.copyOf(agents);
    }
}
