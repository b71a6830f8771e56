/** Bricks and blocks. */
package org.jianzheng.standards.masonry;
