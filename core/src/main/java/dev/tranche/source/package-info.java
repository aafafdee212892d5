/** Readers that turn raw bytes into documents; dirty input ends here. */
@NullMarked
package dev.tranche.source;

import org.jspecify.annotations.NullMarked;
