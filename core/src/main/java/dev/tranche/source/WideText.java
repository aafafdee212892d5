package dev.tranche.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Text in UTF-16 that has no byte order mark. */
public final class WideText {

    private static final int LOOKED_AT_BYTES = 4096;
    private static final int FIRST_BYTES = 64;

    private WideText() {}

    /** Returns the encoding of a text in UTF-16 from its bytes alone; empty for any other. */
    public static Optional<Charset> encoding(byte[] bytes) {
        if (!hasZero(bytes)) {
            return Optional.empty();
        }
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, LOOKED_AT_BYTES));
        return TextEncoding.detect(start).flatMap(encoding -> switch (encoding) {
            case UTF_16LE -> Optional.of(StandardCharsets.UTF_16LE);
            case UTF_16BE -> Optional.of(StandardCharsets.UTF_16BE);
            case BYTES -> Optional.empty();
        });
    }

    /** The first line of markup or of a table is ASCII, so every other byte of it is zero. */
    private static boolean hasZero(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, FIRST_BYTES); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
