/** Tests of what leaves a book. */
@NullMarked
package dev.tranche.export;

import org.jspecify.annotations.NullMarked;
