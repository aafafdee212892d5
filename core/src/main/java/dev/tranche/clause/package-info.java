/** How a sum stands in its sentence: its noun group, its verbs, and the closed word classes they lean on. */
@NullMarked
package dev.tranche.clause;

import org.jspecify.annotations.NullMarked;
