/** Portraits that people enrol of themselves, the consent they rest on, and their end. */
package org.jianzheng.face.portrait;
