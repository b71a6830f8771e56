/** What a module says of the Steps that diagrams call. */
@NamedInterface("step")
package org.jianzheng.workflow.step;

import org.springframework.modulith.NamedInterface;
