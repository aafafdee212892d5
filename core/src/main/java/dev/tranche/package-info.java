/** The front door of the reader. */
@NullMarked
package dev.tranche;

import org.jspecify.annotations.NullMarked;
