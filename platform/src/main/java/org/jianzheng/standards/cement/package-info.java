/** Cement. */
package org.jianzheng.standards.cement;
