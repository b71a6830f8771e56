/** What every calculation is made of: declared inputs, exact fractions, rounding, tables of limits, editions, the answer. */
@NamedInterface("evaluation")
package org.jianzheng.standards.evaluation;

import org.springframework.modulith.NamedInterface;
