/** Laws that every reading keeps, and seeded random texts to try them on. */
@NullMarked
package dev.tranche.law;

import org.jspecify.annotations.NullMarked;
