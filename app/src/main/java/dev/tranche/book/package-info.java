/** Books that outlive a run. */
@NullMarked
package dev.tranche.book;

import org.jspecify.annotations.NullMarked;
