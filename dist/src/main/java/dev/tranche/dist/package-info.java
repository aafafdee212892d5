/**
 * Makes what a release contains besides the program: manual pages, completions, a runtime, a bill of materials,
 * checksums.
 */
@NullMarked
package dev.tranche.dist;

import org.jspecify.annotations.NullMarked;
