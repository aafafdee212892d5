package dev.tranche.store;

/** What a book is opened for. */
public enum Access {
    /** Read an existing book; never changes a file. */
    READ,
    /** Read and write an existing book; never creates one. */
    CHANGE,
    /** Read and write; a missing book is created. */
    WRITE
}
