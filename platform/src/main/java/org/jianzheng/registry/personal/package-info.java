/** Identity and telephone numbers of people: checked, sealed and masked here, and readable nowhere else (7.1.1). */
@NamedInterface("personal")
package org.jianzheng.registry.personal;

import org.springframework.modulith.NamedInterface;
