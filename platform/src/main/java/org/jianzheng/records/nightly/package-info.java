/** The reading-back of what was recorded, every night: going through the checks, keeping what they came to, telling it. */
@NamedInterface("nightly")
package org.jianzheng.records.nightly;

import org.springframework.modulith.NamedInterface;
