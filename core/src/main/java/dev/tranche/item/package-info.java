/** Weapons and equipment that are asked for, planned or supplied. */
@NullMarked
package dev.tranche.item;

import org.jspecify.annotations.NullMarked;
