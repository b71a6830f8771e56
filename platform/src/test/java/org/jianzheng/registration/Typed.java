package org.jianzheng.registration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;

/** Entries as a form sends them, each right but for what its test makes wrong. */
public final class Typed {

    public static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);

    private Typed() {}

    // No item that a test of the main path counts the laboratory's machines for.
    public static Map<String, Object> equipment(String code, String calibrationNo) {
        return Map.ofEntries(
                Map.entry("code", code),
                Map.entry("name", "登记试验机"),
                Map.entry("model", "RG-1"),
                Map.entry("factoryNo", "SN-" + code),
                Map.entry("kind", "UNIVERSAL"),
                Map.entry("measuringRange", "0～600 kN"),
                Map.entry("rangeFrom", "0"),
                Map.entry("rangeTo", "600"),
                Map.entry("rangeUnit", "kN"),
                Map.entry("accuracy", "1级"),
                Map.entry("room", "力学室"),
                Map.entry("items", List.of("splice")),
                Map.entry("calibrationNo", calibrationNo),
                Map.entry("calibratedOn", TODAY.minusDays(1).toString()),
                Map.entry("calibratedUntil", TODAY.plusYears(1).toString()));
    }

    public static Map<String, Object> camera(String code, String room, String type, String megapixels, int days) {
        return Map.of("code", code, "room", room, "cameraType", type, "megapixels", megapixels, "retentionDays", days);
    }

    public static Map<String, Object> person(String username, String name, String idNumber) {
        return Map.of(
                "username",
                username,
                "name",
                name,
                "sex",
                "男",
                "idNumber",
                idNumber,
                "phone",
                "13900001111",
                "title",
                "技术员");
    }

    public static Map<String, Object> scope(String speciality, LocalDate from, LocalDate until) {
        return Map.of(
                "speciality",
                speciality,
                "item",
                "splice",
                "methodStandards",
                "JGJ 107-2016",
                "validFrom",
                from.toString(),
                "validUntil",
                until.toString());
    }

    /** Of one of the laboratory's items. */
    public static Map<String, Object> scopeOf(String item, String... parameters) {
        Map<String, Object> scope = new HashMap<>(scope("建筑材料及构配件", TODAY, TODAY.plusYears(1)));
        scope.put("item", item);
        scope.put("parameters", List.of(parameters));
        return scope;
    }

    public static Map<String, Object> certificate(String no, String username, String role) {
        return Map.of(
                "certificateNo",
                no,
                "username",
                username,
                "role",
                role,
                "items",
                List.of("rebar"),
                "validFrom",
                TODAY.toString(),
                "validUntil",
                TODAY.plusYears(3).toString());
    }

    /** Of 建设单位 WBJT, built by SJ1 and supervised by HC. */
    public static Map<String, Object> project(String code) {
        return Map.ofEntries(
                Map.entry("code", code),
                Map.entry("name", "登记工程 " + code),
                Map.entry("address", "宝鸡市金台区东风路12号"),
                Map.entry("permitNo", "SG-" + code),
                Map.entry("permitOn", TODAY.minusDays(40).toString()),
                Map.entry("supervisionRegNo", "ZJ-" + code),
                Map.entry("developerCode", "WBJT"),
                Map.entry("contractorCode", "SJ1"),
                Map.entry("supervisionCode", "HC"),
                Map.entry("startsOn", TODAY.minusDays(30).toString()),
                Map.entry("plannedUntil", TODAY.plusYears(2).toString()),
                Map.entry("longitude", "107.1448"),
                Map.entry("latitude", "34.3622"));
    }

    public static Map<String, Object> contract(String no, String item) {
        return Map.of(
                "contractNo",
                no,
                "projectCode",
                "XM-2026-001",
                "items",
                List.of(item),
                "validFrom",
                TODAY.toString(),
                "validUntil",
                TODAY.plusYears(1).toString());
    }
}
