/** How an item is recorded and concluded: by its folder, or by a class where several evaluations make one result. */
@NamedInterface("procedure")
package org.jianzheng.testing.procedure;

import org.springframework.modulith.NamedInterface;
