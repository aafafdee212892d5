/** The program as modules, seen from a program that is none. */
@NullMarked
package dev.tranche.modules;

import org.jspecify.annotations.NullMarked;
