/** Papers: PDF, office documents, books. */
@NullMarked
package dev.tranche.ingest.paper;

import org.jspecify.annotations.NullMarked;
