/** What people see: reports, scores and progress as text for a terminal or a pipe. */
@NullMarked
package dev.tranche.print;

import org.jspecify.annotations.NullMarked;
