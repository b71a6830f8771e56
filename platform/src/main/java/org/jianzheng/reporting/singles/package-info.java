/** The single values of a report: which stand in it by the item's folder, where they come from, and the tables they make. */
package org.jianzheng.reporting.singles;
