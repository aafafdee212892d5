package dev.tranche.store;

/** What a book is opened for. */
public enum Access {
    /** Only to read a book that is there; never changes a file. */
    READ,
    /** To read and write a book that is there; never makes one. */
    CHANGE,
    /** To read and write; a book that is not there is made. */
    WRITE
}
