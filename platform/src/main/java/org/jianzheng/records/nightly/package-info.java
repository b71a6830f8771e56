/** The reading-back of what was recorded, every night: going through the checks, keeping what they came to, telling it. */
package org.jianzheng.records.nightly;
