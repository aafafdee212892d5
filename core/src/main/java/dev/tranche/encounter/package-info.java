/** Who met whom, where and when: visits, meetings, calls and conferences. */
@NullMarked
package dev.tranche.encounter;

import org.jspecify.annotations.NullMarked;
