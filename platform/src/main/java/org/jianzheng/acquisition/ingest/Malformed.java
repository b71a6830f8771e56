package org.jianzheng.acquisition.ingest;

/** A message that is not what the contract says; the text names the field, for the machine's maker. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String text) {
        super(text);
    }
}
