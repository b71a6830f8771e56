package org.jianzheng.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.standards.catalogue.Catalogue;

/**
 * A laboratory of the city.
 *
 * @param cma the CMA certificate that is in force, or the last one that was
 * @param certificate the same of the construction authority's qualification certificate (资质证书)
 * @param certificates all there have been or are to come, newest first
 */
public record Lab(
        String code,
        String name,
        String address,
        String phone,
        Certificate cma,
        Certificate certificate,
        List<Certificate> certificates,
        List<ScopeLine> scope) {

    /** Number under the CMA mark. */
    public String cmaNo() {
        return cma.number();
    }

    public String certificateNo() {
        return certificate.number();
    }

    /**
     * @param type QUALIFICATION or CMA
     * @param specialities what it is for, of a qualification certificate
     */
    public record Certificate(String type, String number, String specialities, DaySpan valid) {}

    /**
     * One item the laboratory may test, under one speciality.
     *
     * @param parameters of it, {@code rebar/bend}, with commas between; empty for all
     */
    public record ScopeLine(String item, String speciality, String methodStandards, DaySpan valid, String parameters) {

        /** Names of its parameters; empty where it is for all. */
        public String parameterNames() {
            return ScopeCodes.parameterNames(parameters);
        }

        public String itemLabel() {
            return Catalogue.current().label(item);
        }
    }

    /**
     * The days each certificate is the one in force: until its last day, or until the next takes over.
     *
     * @param renewed in the order of their first days
     */
    public static List<DaySpan> inForce(List<DaySpan> renewed) {
        List<DaySpan> inForce = new ArrayList<>();
        for (int i = 0; i < renewed.size(); i++) {
            DaySpan span = renewed.get(i);
            LocalDate last = i + 1 < renewed.size() ? renewed.get(i + 1).from().minusDays(1) : span.until();
            LocalDate until = last.isBefore(span.until()) ? last : span.until();
            if (!until.isBefore(span.from())) {
                inForce.add(new DaySpan(span.from(), until));
            }
        }
        return inForce;
    }
}
