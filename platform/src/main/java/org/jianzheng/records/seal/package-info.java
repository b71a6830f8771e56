/** Laboratories' seals: the signature that a PDF bears and the red mark that its readers see. */
@NamedInterface("seal")
package org.jianzheng.records.seal;

import org.springframework.modulith.NamedInterface;
