package org.jianzheng.registration.entry;

import static org.jianzheng.registration.entry.EntryField.choice;
import static org.jianzheng.registration.entry.EntryField.choices;
import static org.jianzheng.registration.entry.EntryField.code;
import static org.jianzheng.registration.entry.EntryField.date;
import static org.jianzheng.registration.entry.EntryField.of;
import static org.jianzheng.registration.entry.EntryField.optional;
import static org.jianzheng.registration.entry.EntryField.party;
import static org.jianzheng.registration.entry.EntryField.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be applied for: each kind is one registry with its fields, the same in form, page and table. */
public enum EntryKind {
    ORGANISATION(
            "qualification_organisation",
            "",
            List.of("path"),
            text("path", 64),
            text("name", 100),
            text("creditCode", 18),
            text("contact", 40),
            text("phone", 30),
            text("address", 200),
            optional("email", 120)),
    /** A laboratory that is new to the city: organisation and certificates at once. */
    LAB(
            "v_qualification_laboratory",
            "",
            List.of("code"),
            text("code", 20),
            text("name", 100),
            text("creditCode", 18),
            text("contact", 40),
            text("phone", 30),
            text("address", 200),
            optional("email", 120),
            choices("specialities", Specialities.NAMES),
            text("certificateNo", 40),
            date("certificateFrom"),
            date("certificateUntil"),
            text("cmaNo", 40),
            date("cmaFrom"),
            date("cmaUntil")),
    /** A further certificate of a laboratory, or other facts of one it has. */
    LAB_CERTIFICATE(
            "qualification_lab_certificate",
            "labCode",
            List.of("labCode", "certificateType", "certificateNo", "validFrom"),
            choice("certificateType", "QUALIFICATION", "CMA"),
            text("certificateNo", 40),
            choices("specialities", Specialities.NAMES).notNeeded(),
            date("validFrom"),
            date("validUntil")),
    LAB_SCOPE(
            "qualification_scope",
            "labCode",
            List.of("labCode", "item", "speciality", "validFrom"),
            text("speciality", 40),
            of("item", EntryField.Type.ITEM),
            text("methodStandards", 300),
            date("validFrom"),
            date("validUntil"),
            of("parameters", EntryField.Type.PARAMETERS).notNeeded()),
    PERSON(
            "qualification_person",
            "employer",
            List.of("username"),
            text("username", 64),
            text("name", 40).called("personName"),
            choice("sex", "男", "女"),
            of("idNumber", EntryField.Type.ID_NUMBER),
            of("phone", EntryField.Type.PHONE),
            text("title", 40),
            date("leftOn").notNeeded()),
    CERTIFICATE(
            "qualification_certificate",
            "",
            List.of("certificateNo"),
            text("certificateNo", 40),
            text("username", 64),
            choice("role", "SAMPLER", "WITNESS", "RECEIVER", "TESTER", "REVIEWER", "SIGNATORY"),
            of("items", EntryField.Type.SCOPE),
            date("validFrom"),
            date("validUntil")),
    EQUIPMENT(
            "qualification_equipment",
            "labCode",
            List.of("code"),
            text("code", 32),
            text("name", 60),
            text("model", 40),
            text("factoryNo", 40),
            choice("kind", "PRESS", "UNIVERSAL", "CEMENT", "BENDER", "BALANCE", "OTHER")
                    .called("machineKind")
                    .notNeeded(),
            text("measuringRange", 40),
            of("rangeFrom", EntryField.Type.DECIMAL).notNeeded(),
            of("rangeTo", EntryField.Type.DECIMAL).notNeeded(),
            choice("rangeUnit", "N", "kN", "MN", "g", "kg", "mm", "m", "℃", "%").notNeeded(),
            of("resolution", EntryField.Type.DECIMAL).notNeeded(),
            text("accuracy", 40),
            text("room", 40),
            of("items", EntryField.Type.SCOPE),
            text("calibrationNo", 60),
            date("calibratedOn"),
            date("calibratedUntil")),
    CALIBRATION(
            "qualification_calibration",
            "",
            List.of("calibrationNo"),
            text("equipmentCode", 32),
            text("calibrationNo", 60),
            text("agency", 100),
            date("calibratedOn"),
            date("calibratedUntil")),
    CAMERA(
            "qualification_camera",
            "labCode",
            List.of("code"),
            text("code", 32),
            text("room", 40),
            choice("cameraType", "DOME", "BULLET"),
            of("megapixels", EntryField.Type.DECIMAL),
            of("retentionDays", EntryField.Type.WHOLE),
            optional("channelId", 20)),
    CONTRACT(
            "qualification_contract",
            "labCode",
            List.of("contractNo"),
            text("contractNo", 40),
            code("projectCode", 32),
            of("items", EntryField.Type.ITEMS),
            date("validFrom"),
            date("validUntil")),
    /** A construction project: its developer's entry, with the other parties in it. */
    PROJECT(
            "qualification_project",
            "",
            List.of("code"),
            code("code", 32).called("projectCode"),
            text("name", 100).called("projectName"),
            text("address", 200).called("siteAddress"),
            code("permitNo", 40),
            date("permitOn"),
            code("supervisionRegNo", 40),
            party("developerCode"),
            party("contractorCode"),
            party("supervisionCode"),
            date("startsOn"),
            date("plannedUntil"),
            of("longitude", EntryField.Type.DECIMAL),
            of("latitude", EntryField.Type.DECIMAL),
            date("suspendedOn").notNeeded(),
            date("endedOn").notNeeded());

    /** Where the groups of developers stand. */
    public static final String DEVELOPERS = "developers/";

    private final String table;
    private final String houseKey;
    private final List<String> keys;
    private final List<EntryField> fields;

    EntryKind(String table, String houseKey, List<String> keys, EntryField... fields) {
        this.table = table;
        this.houseKey = houseKey;
        this.keys = keys;
        this.fields = List.of(fields);
    }

    public String table() {
        return table;
    }

    /** The column that names the house; empty where another row does. */
    public String houseKey() {
        return houseKey;
    }

    public List<String> keys() {
        return keys;
    }

    public List<EntryField> fields() {
        return fields;
    }

    /** What tells a line from the others of its application. */
    public String line(Map<String, String> entry) {
        return entry.get(keys.get(keys.size() - 1));
    }

    /** The group of the form that holds its fields: {@code labScope}. */
    public String group() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }

    /** Only laboratories have such things. */
    public boolean ofLabs() {
        return this == LAB_CERTIFICATE
                || this == LAB_SCOPE
                || this == EQUIPMENT
                || this == CALIBRATION
                || this == CAMERA
                || this == CONTRACT;
    }

    /** Whose history a change of this entry belongs to: {@code person:tester}, {@code lab:BJ01}. */
    public String subject(Map<String, String> entry) {
        return switch (this) {
            case PERSON, CERTIFICATE -> "person:" + entry.get("username");
            case EQUIPMENT -> "equipment:" + entry.get("code");
            case CALIBRATION -> "equipment:" + entry.get("equipmentCode");
            case LAB -> "lab:" + entry.get("code");
            case LAB_CERTIFICATE, LAB_SCOPE -> "lab:" + entry.get("labCode");
            case ORGANISATION -> organisation(entry.get("path"));
            case CAMERA -> "camera:" + entry.get("code");
            case CONTRACT -> "contract:" + entry.get("contractNo");
            case PROJECT -> "project:" + entry.get("code");
        };
    }

    /** Whose entry it is from then on: a project its developer's, whoever applied for it. */
    public String house(String applied, Map<String, String> entry) {
        return this == PROJECT ? DEVELOPERS + entry.get("developerCode") : applied;
    }

    private static String organisation(String path) {
        return path.startsWith("labs/") ? "lab:" + path.substring("labs/".length()) : "organisation:" + path;
    }

    /** Whether many may come in one application: each new laboratory is a house of its own, so that one may not. */
    public boolean inLots() {
        return this != LAB;
    }

    /** What it is about in a word, for lists and names of tasks. */
    public String title(Map<String, String> entry) {
        return switch (this) {
            case PERSON, ORGANISATION, LAB -> entry.get("name");
            case CERTIFICATE -> entry.get("certificateNo");
            case EQUIPMENT -> entry.get("name") + " " + entry.get("code");
            case CALIBRATION -> entry.get("equipmentCode") + " " + entry.get("calibrationNo");
            case LAB_CERTIFICATE -> entry.get("labCode") + " " + entry.get("certificateNo");
            case LAB_SCOPE -> entry.get("labCode") + " " + entry.get("item");
            case CAMERA -> entry.get("room") + " " + entry.get("code");
            case CONTRACT -> entry.get("contractNo");
            case PROJECT -> entry.get("name") + " " + entry.get("code");
        };
    }
}
