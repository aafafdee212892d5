/** The pages of the specification as tests. */
@NullMarked
package dev.tranche.spec;

import org.jspecify.annotations.NullMarked;
