package dev.tranche.store;

/** What a book is opened for. */
public enum Access {
    /** Only to read; a book that is not there is not made. */
    READ,
    /** To add to it; a book that is not there is made. */
    WRITE
}
