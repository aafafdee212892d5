/** The rules of the house, as tests: format, architecture, habits of the source, licences. */
@NullMarked
package dev.tranche.house;

import org.jspecify.annotations.NullMarked;
