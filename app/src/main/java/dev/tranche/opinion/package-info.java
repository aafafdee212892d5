/** The second reader: a model that is asked about doubtful cells and proposes values, which a person accepts or refuses. */
@NullMarked
package dev.tranche.opinion;

import org.jspecify.annotations.NullMarked;
