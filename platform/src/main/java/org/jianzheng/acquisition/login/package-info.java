/** What machines prove themselves by, and since when each sends by itself. */
@NamedInterface("login")
package org.jianzheng.acquisition.login;

import org.springframework.modulith.NamedInterface;
