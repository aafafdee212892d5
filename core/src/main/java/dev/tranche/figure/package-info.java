/** Figures other than money: how many, of what, and who says so. */
@NullMarked
package dev.tranche.figure;

import org.jspecify.annotations.NullMarked;
