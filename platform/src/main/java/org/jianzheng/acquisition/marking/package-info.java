/** Where a bar yields, as its curve says by itself and as somebody picked it on the curve (6.2.4). */
@NamedInterface("marking")
package org.jianzheng.acquisition.marking;

import org.springframework.modulith.NamedInterface;
