/** A force-time curve as a value: its points, its hash, its compact form, and how it is drawn. */
@NamedInterface("curve")
package org.jianzheng.acquisition.curve;

import org.springframework.modulith.NamedInterface;
