package org.jianzheng.acquisition.permit;

/** What arrived under a permit that it does not cover; said to the machine's maker. */
public class PermitRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** The station asks for software that was tried on the machine: the permit is not used up by any other. */
    public static PermitRefused software() {
        return new PermitRefused("software was not validated");
    }

    PermitRefused(String why) {
        super("permit: " + why);
    }
}
