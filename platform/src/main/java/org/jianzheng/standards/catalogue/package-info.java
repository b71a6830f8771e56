/**
 * The method catalogue: reads the folders {@code methods/<item>/}, from the class path and from where the operator put
 * further ones, and keeps every folder that a case was ordered under.
 */
@NamedInterface("catalogue")
package org.jianzheng.standards.catalogue;

import org.springframework.modulith.NamedInterface;
