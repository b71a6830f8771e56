package org.jianzheng.qualification;

import java.util.List;
import org.jianzheng.kernel.DaySpan;

/**
 * A laboratory of the city.
 *
 * @param cmaNo number under the CMA mark
 * @param certificateNo the construction authority's qualification certificate (资质证书)
 */
public record Lab(
        String code,
        String name,
        String address,
        String phone,
        String cmaNo,
        DaySpan cmaValid,
        String certificateNo,
        DaySpan certificateValid,
        List<ScopeLine> scope) {

    /** One item the laboratory may test, under one speciality. */
    public record ScopeLine(String item, String speciality, String methodStandards, DaySpan valid) {

        public String itemLabel() {
            return Item.of(item).map(Item::label).orElse(item);
        }
    }
}
