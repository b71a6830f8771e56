/** What a code or a file is worth to anybody who holds it. */
@NamedInterface("verifying")
package org.jianzheng.reporting.verifying;

import org.springframework.modulith.NamedInterface;
