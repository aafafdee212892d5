/** Who said what, in whose words: quotations, reported speech and their speakers. */
@NullMarked
package dev.tranche.statement;

import org.jspecify.annotations.NullMarked;
