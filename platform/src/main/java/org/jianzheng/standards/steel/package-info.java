/** Bars, welds, splices, and yield read off a curve. */
package org.jianzheng.standards.steel;
