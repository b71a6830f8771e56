package org.jianzheng.standards.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * What somebody read off and typed: a decimal with the digits it was typed with, which is stored as that text.
 *
 * @param item the field it was typed in, whose name ends with its unit: {@code maxForceKn}
 */
public record Reading(String item, BigDecimal value) {

    public boolean exceeds(BigDecimal most) {
        return value.compareTo(most) > 0;
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
