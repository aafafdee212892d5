/** Weapons and equipment requested, planned or supplied. */
@NullMarked
package dev.tranche.item;

import org.jspecify.annotations.NullMarked;
