package dev.tranche.store;

/** The access with which a book is opened. */
public enum Access {
    /** Read an existing book; never changes a file. */
    READ,
    /** Read and write an existing book; never creates one. */
    CHANGE,
    /** Read and write; a missing book is created. */
    WRITE
}
