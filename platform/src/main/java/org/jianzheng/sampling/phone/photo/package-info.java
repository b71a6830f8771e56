/** Photos of the site: sent in parts, checked as real pictures, kept under their hash, shown without what the camera wrote. */
@NamedInterface("photo")
package org.jianzheng.sampling.phone.photo;

import org.springframework.modulith.NamedInterface;
