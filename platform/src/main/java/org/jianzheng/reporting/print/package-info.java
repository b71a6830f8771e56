/** From a model to a PDF: templates, fonts, codes, seals and signatures as pictures; registers and lists of other modules too. */
@NamedInterface("print")
package org.jianzheng.reporting.print;

import org.springframework.modulith.NamedInterface;
