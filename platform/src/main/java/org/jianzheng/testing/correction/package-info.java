/**
 * Corrections of what stands in the record: who asked, why, what it changes, who agreed. One that changes a verdict is agreed
 * to by somebody who has neither tested nor reviewed; one of a failing report by the site, the witness and the station too.
 */
@NamedInterface("correction")
package org.jianzheng.testing.correction;

import org.springframework.modulith.NamedInterface;
