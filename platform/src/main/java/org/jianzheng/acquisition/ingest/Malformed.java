package org.jianzheng.acquisition.ingest;

/** A message that is not what the contract says; the text names the field, for the machine's maker. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    public Malformed(String text) {
        super(text);
    }
}
