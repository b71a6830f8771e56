/** Marks that only the platform can make, for whatever inside this module keeps rows that others could add too. */
package org.jianzheng.records.marks;
