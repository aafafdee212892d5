/** Official lists of assistance, as they are published: read, checked, and kept beside a book. */
@NullMarked
package dev.tranche.official;

import org.jspecify.annotations.NullMarked;
