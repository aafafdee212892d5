/** Clauses of a sentence: predicates with their arguments, polarity, modality and who reports them. */
@NullMarked
package dev.tranche.syntax;

import org.jspecify.annotations.NullMarked;
