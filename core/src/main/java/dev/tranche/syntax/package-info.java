/** Clauses of a sentence: predicates with their arguments, polarity, modality and reporting clauses. */
@NullMarked
package dev.tranche.syntax;

import org.jspecify.annotations.NullMarked;
