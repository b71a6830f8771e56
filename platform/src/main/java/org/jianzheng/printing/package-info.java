/**
 * From a template to a PDF: JRXML compiled once, the house's fonts, QR codes as pictures that go into a file as they stand, and
 * lists of any module. What is printed is its module's affair.
 */
@ApplicationModule(allowedDependencies = {})
package org.jianzheng.printing;

import org.springframework.modulith.ApplicationModule;
