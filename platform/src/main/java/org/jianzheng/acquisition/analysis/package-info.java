/** What a force-time curve says by itself: its peak, how fast it was loaded, where it yields. */
@NamedInterface("analysis")
package org.jianzheng.acquisition.analysis;

import org.springframework.modulith.NamedInterface;
