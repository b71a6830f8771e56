/** Runs as they are watched: what came since, at most a second late, for all who look; and what runs right now. */
@NamedInterface("live")
package org.jianzheng.acquisition.live;

import org.springframework.modulith.NamedInterface;
