/** The pure function from one document to everything read from it. */
@NullMarked
package dev.tranche.extract;

import org.jspecify.annotations.NullMarked;
