/** Breaches of qualification: found, explained, decided, corrected and closed (4.1.11, 5.3.3). */
@NamedInterface("breach")
package org.jianzheng.qualification.breach;

import org.springframework.modulith.NamedInterface;
