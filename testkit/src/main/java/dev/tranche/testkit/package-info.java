/** What the tests of several modules share. */
@NullMarked
package dev.tranche.testkit;

import org.jspecify.annotations.NullMarked;
