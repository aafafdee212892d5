@NullMarked
package dev.tranche.audit;

import org.jspecify.annotations.NullMarked;
