/** Files that prove something, under their SHA-256. */
@NamedInterface("evidence")
package org.jianzheng.records.evidence;

import org.springframework.modulith.NamedInterface;
