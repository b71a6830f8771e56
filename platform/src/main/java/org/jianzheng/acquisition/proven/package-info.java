/** Sealed runs as what is printed and published has to have them: proven whole, or not at all. */
@NamedInterface("proven")
package org.jianzheng.acquisition.proven;

import org.springframework.modulith.NamedInterface;
