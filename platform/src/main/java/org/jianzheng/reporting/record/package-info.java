/** The raw records of a case on paper. */
package org.jianzheng.reporting.record;
