/** The journal and the fold over it: one entry for one commitment. */
@NullMarked
package dev.tranche.ledger;

import org.jspecify.annotations.NullMarked;
