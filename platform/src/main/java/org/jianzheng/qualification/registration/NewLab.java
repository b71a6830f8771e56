package org.jianzheng.qualification.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A laboratory's entry is several rows: the organisation, the laboratory and two certificates. */
@Component
class NewLab {

    private final Shelf shelf;
    private final JdbcClient jdbc;

    NewLab(Shelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    static Map<String, String> organisation(Map<String, String> entry) {
        Map<String, String> organisation = new LinkedHashMap<>();
        Kind.ORGANISATION.fields().forEach(field -> organisation.put(field.key(), entry.get(field.key())));
        organisation.put("path", "labs/" + entry.get("code"));
        return organisation;
    }

    static List<Map<String, String>> certificates(Map<String, String> entry) {
        return List.of(
                certificate(entry, "QUALIFICATION", "certificate", entry.get("specialities")),
                certificate(entry, "CMA", "cma", ""));
    }

    private static Map<String, String> certificate(
            Map<String, String> entry, String type, String head, String specialities) {
        Map<String, String> certificate = new LinkedHashMap<>();
        certificate.put("labCode", entry.get("code"));
        certificate.put("certificateType", type);
        certificate.put("certificateNo", entry.get(head + "No"));
        certificate.put("specialities", specialities);
        certificate.put("validFrom", entry.get(head + "From"));
        certificate.put("validUntil", entry.get(head + "Until"));
        return certificate;
    }

    void add(Map<String, String> entry) {
        shelf.put(Kind.ORGANISATION, List.of(organisation(entry)));
        jdbc.sql("INSERT INTO qualification_lab (code, name, address, phone) VALUES (?, ?, ?, ?)")
                .params(entry.get("code"), entry.get("name"), entry.get("address"), entry.get("phone"))
                .update();
        shelf.put(Kind.LAB_CERTIFICATE, certificates(entry));
    }

    /** A laboratory goes by the name of its organisation. */
    void follow(String path) {
        jdbc.sql("UPDATE qualification_lab l JOIN qualification_organisation o ON o.path = CONCAT('labs/', l.code)"
                        + " SET l.name = o.name, l.address = o.address, l.phone = o.phone WHERE o.path = ?")
                .param(path)
                .update();
    }
}
