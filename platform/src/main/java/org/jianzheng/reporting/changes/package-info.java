/** Which signed reports a corrected limit would judge otherwise. Reads, and never writes. */
package org.jianzheng.reporting.changes;
