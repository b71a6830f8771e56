/** Numbers that people read, without gaps, and the audit of each series. */
@NamedInterface("number")
package org.jianzheng.records.number;

import org.springframework.modulith.NamedInterface;
