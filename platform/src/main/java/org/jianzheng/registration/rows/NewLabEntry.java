package org.jianzheng.registration.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registration.entry.EntryKind;
import org.springframework.stereotype.Component;

/** A laboratory's entry is several rows: the organisation, the laboratory and two certificates. */
@Component
public class NewLabEntry {

    private static final String LABS = "qualification_lab";
    private static final String PLACE = "labs/";

    private final RegistryRows registryRows;
    private final OfficialRows official;

    NewLabEntry(RegistryRows registryRows, OfficialRows official) {
        this.registryRows = registryRows;
        this.official = official;
    }

    public static Map<String, String> organisation(Map<String, String> entry) {
        Map<String, String> organisation = new LinkedHashMap<>();
        EntryKind.ORGANISATION.fields().forEach(field -> organisation.put(field.key(), entry.get(field.key())));
        organisation.put("path", PLACE + entry.get("code"));
        return organisation;
    }

    public static List<Map<String, String>> certificates(Map<String, String> entry) {
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

    public void add(String subject, Map<String, String> entry) {
        registryRows.put(subject, EntryKind.ORGANISATION, List.of(organisation(entry)));
        official.insert(
                subject,
                LABS,
                "code, name, address, phone",
                entry.get("code"),
                entry.get("name"),
                entry.get("address"),
                entry.get("phone"));
        registryRows.put(subject, EntryKind.LAB_CERTIFICATE, certificates(entry));
    }

    /** A laboratory goes by the name of its organisation. */
    public void follow(String subject, Map<String, String> organisation) {
        String path = organisation.get("path");
        if (path.startsWith(PLACE)) {
            official.update(
                    subject,
                    LABS,
                    Map.of("code", path.substring(PLACE.length())),
                    Map.of(
                            "name", organisation.get("name"),
                            "address", organisation.get("address"),
                            "phone", organisation.get("phone")));
        }
    }
}
