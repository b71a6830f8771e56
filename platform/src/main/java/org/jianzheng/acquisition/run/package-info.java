/** Runs of machines: who tests which piece on what, and how far it has come. */
@NamedInterface("run")
package org.jianzheng.acquisition.run;

import org.springframework.modulith.NamedInterface;
