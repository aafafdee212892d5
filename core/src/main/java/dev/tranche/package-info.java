/** The entry point of the reader. */
@NullMarked
package dev.tranche;

import org.jspecify.annotations.NullMarked;
