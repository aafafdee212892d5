/** The testkit's own tests. */
@NullMarked
package dev.tranche.testkit;

import org.jspecify.annotations.NullMarked;
