/** Drafting, reviewing, signing, numbering, sealing; recall, replacement and correction. */
package org.jianzheng.reporting.issuing;
