/** Forms: what one lets a browser send, and forms that are composed of what a case asks. */
@NamedInterface("form")
package org.jianzheng.workflow.form;

import org.springframework.modulith.NamedInterface;
