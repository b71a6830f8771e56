package org.jianzheng.environment;

import java.util.List;

/** Which samples lie where; implemented by what orders tests. */
public interface StoredSamples {

    /**
     * Those that lie in a room now: by what their receipt says, and else by the items that such a room serves.
     *
     * @param room its name
     */
    List<StoredSample> in(String labCode, String room, List<String> items);
}
