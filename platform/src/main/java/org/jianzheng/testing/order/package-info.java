/** Test orders, raw records and results as they are kept. A raw record is never edited: a further version supersedes it. */
@NamedInterface("order")
package org.jianzheng.testing.order;

import org.springframework.modulith.NamedInterface;
