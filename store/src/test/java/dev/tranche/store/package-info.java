/** The books that last, on a file and on a real server. */
@NullMarked
package dev.tranche.store;

import org.jspecify.annotations.NullMarked;
