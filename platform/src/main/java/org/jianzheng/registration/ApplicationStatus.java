package org.jianzheng.registration;

/** Where an application stands; its word is {@code registration.status.<name>}. */
public enum ApplicationStatus {
    SUBMITTED("running"),
    RETURNED("waiting"),
    REGISTERED("passed"),
    WITHDRAWN("closed");

    private final String colour;

    ApplicationStatus(String colour) {
        this.colour = colour;
    }

    /** How the pages colour it. */
    public String colour() {
        return colour;
    }
}
