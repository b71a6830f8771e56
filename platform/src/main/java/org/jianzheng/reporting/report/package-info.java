/** The report itself: its row, its status, what it is about, and whether row and draft are still what was written. */
@NamedInterface("report")
package org.jianzheng.reporting.report;

import org.springframework.modulith.NamedInterface;
