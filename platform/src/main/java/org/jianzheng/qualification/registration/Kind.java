package org.jianzheng.qualification.registration;

import static org.jianzheng.qualification.registration.Field.choice;
import static org.jianzheng.qualification.registration.Field.date;
import static org.jianzheng.qualification.registration.Field.of;
import static org.jianzheng.qualification.registration.Field.optional;
import static org.jianzheng.qualification.registration.Field.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be applied for: each kind is one registry with its fields, the same in form, page and table. */
public enum Kind {
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
    LAB_SCOPE(
            "qualification_scope",
            "labCode",
            List.of("labCode", "item", "speciality", "validFrom"),
            text("speciality", 40),
            choice("item", Codes.ITEMS),
            text("methodStandards", 300),
            date("validFrom"),
            date("validUntil")),
    PERSON(
            "qualification_person",
            "employer",
            List.of("username"),
            text("username", 64),
            text("name", 40),
            choice("sex", "男", "女"),
            of("idNumber", Field.Type.ID_NUMBER),
            of("phone", Field.Type.PHONE),
            text("title", 40),
            date("leftOn").notNeeded()),
    CERTIFICATE(
            "qualification_certificate",
            "",
            List.of("certificateNo"),
            text("certificateNo", 40),
            text("username", 64),
            choice("role", "SAMPLER", "WITNESS", "RECEIVER", "TESTER", "REVIEWER", "SIGNATORY"),
            of("items", Field.Type.ITEMS),
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
            text("measuringRange", 40),
            text("accuracy", 40),
            text("room", 40),
            of("items", Field.Type.ITEMS),
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
            of("megapixels", Field.Type.DECIMAL),
            of("retentionDays", Field.Type.WHOLE),
            optional("channelId", 20)),
    CONTRACT(
            "qualification_contract",
            "labCode",
            List.of("contractNo"),
            text("contractNo", 40),
            text("projectCode", 32),
            of("items", Field.Type.ITEMS),
            date("validFrom"),
            date("validUntil"));

    private final String table;
    private final String houseKey;
    private final List<String> keys;
    private final List<Field> fields;

    Kind(String table, String houseKey, List<String> keys, Field... fields) {
        this.table = table;
        this.houseKey = houseKey;
        this.keys = keys;
        this.fields = List.of(fields);
    }

    String table() {
        return table;
    }

    /** The column that names the house; empty where another row does. */
    String houseKey() {
        return houseKey;
    }

    List<String> keys() {
        return keys;
    }

    public List<Field> fields() {
        return fields;
    }

    /** What tells a line from the others of its application. */
    String line(Map<String, String> entry) {
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
    boolean ofLabs() {
        return this == LAB_SCOPE || this == EQUIPMENT || this == CALIBRATION || this == CAMERA || this == CONTRACT;
    }

    /** Whose history a change of this entry belongs to: {@code person:tester}, {@code lab:BJ01}. */
    String subject(Map<String, String> entry) {
        return switch (this) {
            case PERSON, CERTIFICATE -> "person:" + entry.get("username");
            case EQUIPMENT -> "equipment:" + entry.get("code");
            case CALIBRATION -> "equipment:" + entry.get("equipmentCode");
            case LAB_SCOPE -> "lab:" + entry.get("labCode");
            case ORGANISATION -> "organisation:" + entry.get("path");
            case CAMERA -> "camera:" + entry.get("code");
            case CONTRACT -> "contract:" + entry.get("contractNo");
        };
    }

    /** What it is about in a word, for lists and names of tasks. */
    String title(Map<String, String> entry) {
        return switch (this) {
            case PERSON, ORGANISATION -> entry.get("name");
            case CERTIFICATE -> entry.get("certificateNo");
            case EQUIPMENT -> entry.get("name") + " " + entry.get("code");
            case CALIBRATION -> entry.get("equipmentCode") + " " + entry.get("calibrationNo");
            case LAB_SCOPE -> entry.get("labCode") + " " + entry.get("item");
            case CAMERA -> entry.get("room") + " " + entry.get("code");
            case CONTRACT -> entry.get("contractNo");
        };
    }

    /** Constants that an enum's own constructor cannot reach. */
    private static final class Codes {
        private static final String[] ITEMS = {"concrete-cube", "mortar-cube", "cement", "rebar", "weld", "splice"};
    }
}
