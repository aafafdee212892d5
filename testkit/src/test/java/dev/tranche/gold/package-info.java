/** Scores against gold files, which never fall. */
@NullMarked
package dev.tranche.gold;

import org.jspecify.annotations.NullMarked;
