package org.jianzheng.registry;

import java.util.List;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;

/**
 * A registered person. Identity and phone numbers come masked: nobody who reads a page or a report needs them whole.
 *
 * @param employer group path of the one employer
 * @param title 职称
 * @param portrait SHA-256 of the picture (免冠照片), or empty text
 */
public record Member(
        String username,
        String name,
        String sex,
        String idNumberMasked,
        String phoneMasked,
        String employer,
        String employerName,
        String title,
        String portrait,
        List<Certificate> certificates) {

    /** What a certificate allows, and when. */
    public record Certificate(String certificateNo, Role role, ScopeCodes items, DaySpan valid) {

        public String itemLabels() {
            return items.labels();
        }
    }

    /** Number of the certificate for that role, or empty text. */
    public String certificateNo(Role role) {
        return certificates.stream()
                .filter(certificate -> certificate.role() == role)
                .map(Certificate::certificateNo)
                .findFirst()
                .orElse("");
    }

    Member holding(List<Certificate> held) {
        return new Member(
                username, name, sex, idNumberMasked, phoneMasked, employer, employerName, title, portrait, held);
    }
}
