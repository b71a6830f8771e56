/** What becomes known of samples to those above. */
@NamedInterface("event")
package org.jianzheng.sampling.event;

import org.springframework.modulith.NamedInterface;
