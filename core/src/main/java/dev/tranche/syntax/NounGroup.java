package dev.tranche.syntax;

/**
 * A head noun with the preceding words that belong to it: determiner, adjectives, compound nouns, numbers, a sum.
 *
 * <p>Prepositional phrases after the head are separate groups. A sum of money without a noun is a group whose head
 * is the sum's last token; "a $2 billion loan" is one group with the head "loan".
 *
 * @param index its place in {@link Clauses#groups()}
 * @param start first token
 * @param end index after its last token
 * @param head token of the head noun
 * @param preposition token of the preposition that introduces it, or -1
 * @param noun index of the group it modifies ("of Norway" in "a pledge of Norway"), or -1 when it depends on a verb
 * @param possessor index of the group of its genitive ("Biden" in "Biden's request"), or -1
 * @param coordinated index of the group that comes before it in a coordination ("Romania" for "Bulgaria" in "Romania
 *     and Bulgaria"), or -1
 * @param apposition index of the group it renames ("the president" in "Biden, the president,"), or -1
 */
public record NounGroup(
        int index,
        int start,
        int end,
        int head,
        int preposition,
        int noun,
        int possessor,
        int coordinated,
        int apposition) {

    /** Refuses an empty range and a head outside it. */
    public NounGroup {
        if (end <= start || head < start || head >= end) {
            throw new IllegalArgumentException("a noun group needs a head among its words: " + start + ".." + end);
        }
    }

    /** Does the token belong to the group? */
    public boolean holds(int token) {
        return token >= start && token < end;
    }
}
