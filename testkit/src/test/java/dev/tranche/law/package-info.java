/** The laws of reading on seeded random texts. */
@NullMarked
package dev.tranche.law;

import org.jspecify.annotations.NullMarked;
