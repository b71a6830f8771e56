/** Soil. */
package org.jianzheng.standards.soil;
