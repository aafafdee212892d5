/** Tests of the job, alone and on a cluster. */
@NullMarked
package dev.tranche.spark;

import org.jspecify.annotations.NullMarked;
