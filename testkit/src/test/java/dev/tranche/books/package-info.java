@NullMarked
package dev.tranche.books;

import org.jspecify.annotations.NullMarked;
