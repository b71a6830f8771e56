/** What runs on the qualifications of a laboratory now: asked here, answered by the modules above that own the cases and tests. */
@NamedInterface("openwork")
package org.jianzheng.breach.openwork;

import org.springframework.modulith.NamedInterface;
