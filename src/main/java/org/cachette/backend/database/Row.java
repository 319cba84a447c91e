package org.cachette.backend.database;

/** A row to be stored. */
final class Row {

    private final String key;
    private final byte[] value;

    /** Of what its key's and its value's columns are to hold. */
    Row(String key, byte[] value) {
        this.key = key;
        this.value = value;
    }

    String key() {
        return key;
    }

    byte[] value() {
        return value;
    }
}
