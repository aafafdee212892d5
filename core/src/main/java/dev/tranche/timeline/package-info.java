/**
 * What reports say together: encounters and statements merged over reports, and the gaps that numbered series reveal.
 */
@NullMarked
package dev.tranche.timeline;

import org.jspecify.annotations.NullMarked;
