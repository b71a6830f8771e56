package org.jianzheng.sampling.phone.photo;

/** Too many photos are being looked at: whoever sent this one sends its last part again. Nothing of what came before is lost. */
public final class PhotosBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** After which to come again. */
    public static final int SECONDS = 5;
}
