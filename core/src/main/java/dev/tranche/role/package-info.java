/** Who gives and who receives a sum, by its clause and by what the report is about. */
@NullMarked
package dev.tranche.role;

import org.jspecify.annotations.NullMarked;
