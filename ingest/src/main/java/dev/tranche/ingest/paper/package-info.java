/** Documents: PDF, office files, e-books. */
@NullMarked
package dev.tranche.ingest.paper;

import org.jspecify.annotations.NullMarked;
