/** The force-time curves of a report: which they are, what stands below them, and their points as they are proven. */
package org.jianzheng.reporting.curves;
