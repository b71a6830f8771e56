package org.jianzheng.notice.delivery;

import java.util.Set;
import org.jianzheng.notice.carrier.Channel;

/**
 * What somebody says of where they want to be told.
 *
 * @param place what makes it one and the same: the endpoint, or channel and person
 * @param lane what it has to wait with
 * @param device thumbprint of the phone that it is on, or null
 * @param readers groups and house of the person
 */
public record NewAddress(
        Channel channel,
        String username,
        String subject,
        String language,
        String place,
        String lane,
        String target,
        String p256dh,
        String auth,
        String device,
        Set<String> readers) {

    @Override
    public String toString() {
        return "NewAddress[" + channel + "]";
    }
}
