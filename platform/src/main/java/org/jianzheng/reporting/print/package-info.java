/** From a report's model to its PDF: facts, codes, seals and signatures as pictures. */
package org.jianzheng.reporting.print;
