/** Finds the earlier curve that a curve is a copy of. Binary floats: nothing here reaches a verdict. */
@NamedInterface("likeness")
package org.jianzheng.acquisition.likeness;

import org.springframework.modulith.NamedInterface;
