package org.jianzheng.sampling.event;

import org.apache.commons.codec.digest.DigestUtils;

/** To which side people are asked to turn their head while they photograph themselves: to their own left or right. */
public enum HeadTurn {
    LEFT,
    RIGHT;

    /**
     * Which one was asked for after that contact. Whoever holds the phone does not choose it, so that turned pictures of
     * somebody cannot be laid ready: it follows from what the server told the phone.
     *
     * @param contact as the server told it to the phone
     */
    public static HeadTurn askedAfter(String contact) {
        return (DigestUtils.sha256(contact)[0] & 1) == 0 ? LEFT : RIGHT;
    }
}
