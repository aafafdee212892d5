package dev.tranche.statement;

import dev.tranche.naming.Party;

/**
 * A verb of saying with its subject, before quotations are assigned to it.
 *
 * @param sentence index of the sentence
 * @param start index of the first token of the attribution
 * @param verb index of the verb's first token
 * @param verbEnd index after the verb
 * @param lemma the verb's base form
 * @param stance what the speaker does
 * @param speaker the speaker, with pronouns resolved
 * @param after does the attribution follow the claim?
 * @param needsClaim is it accepted only with a claim or quotation?
 * @param quoted index of the quotation that holds the verb, or -1
 */
record Frame(
        int sentence,
        int start,
        int verb,
        int verbEnd,
        String lemma,
        Stance stance,
        Party speaker,
        boolean after,
        boolean needsClaim,
        int quoted) {}
