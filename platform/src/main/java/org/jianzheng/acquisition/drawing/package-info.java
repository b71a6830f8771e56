/** Pictures of force-time curves, drawn on the server for pages, reports and the archive. */
@NamedInterface("drawing")
package org.jianzheng.acquisition.drawing;

import org.springframework.modulith.NamedInterface;
