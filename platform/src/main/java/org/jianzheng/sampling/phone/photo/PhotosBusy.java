package org.jianzheng.sampling.phone.photo;

/** Too many photos are being looked at: whoever sent this one sends its last part again. Nothing of what came before is lost. */
public final class PhotosBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** After which to come again: by then those that wait now have had their turn. */
    public static final int SECONDS = 15;

    // Thrown often, and where does not matter.
    PhotosBusy() {
        super("Too many photos at once", null, false, false);
    }
}
