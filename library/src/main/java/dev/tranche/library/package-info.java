/** A book for other programs: reports in, ledger, sums and exports out, without the command line and the server. */
@NullMarked
package dev.tranche.library;

import org.jspecify.annotations.NullMarked;
