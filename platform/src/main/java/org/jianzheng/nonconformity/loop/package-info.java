/** The loop of one failing report: where it stands, what is planned, done, checked and closed, and the papers of it. */
@NamedInterface("loop")
package org.jianzheng.nonconformity.loop;

import org.springframework.modulith.NamedInterface;
