package org.jianzheng.registry.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo city's people: SQL alone cannot seal their numbers. */
public final class DemoPeople {

    /** For demonstration and tests only; the production jar has no such key. */
    public static final Map<String, String> KEYS = Map.of(
            "jianzheng.personal-data.current-key", "demo",
            "jianzheng.personal-data.keys.demo", "ZGVtby1vbmx5LXNlYWxpbmcta2V5LTAxMjM0NTY3ODk=",
            "jianzheng.personal-data.hash-key", "ZGVtby1vbmx5LWhhc2hpbmcta2V5LTAxMjM0NTY3ODk=");

    private static final PersonalData DATA = new PersonalData(new PersonalDataSettings(
            "demo",
            Map.of("demo", KEYS.get("jianzheng.personal-data.keys.demo")),
            KEYS.get("jianzheng.personal-data.hash-key")));

    private static final String ROW =
            """
            INSERT INTO qualification_person
                (username, name, sex, id_sealed, id_hash, id_masked, phone_sealed, phone_masked, employer, title)
            VALUES (:username, :name, :sex, :idSealed, :idHash, :idMasked, :phoneSealed, :phoneMasked, :employer, :title)
            ON DUPLICATE KEY UPDATE name = VALUES(name), sex = VALUES(sex), id_sealed = VALUES(id_sealed),
                id_hash = VALUES(id_hash), id_masked = VALUES(id_masked), phone_sealed = VALUES(phone_sealed),
                phone_masked = VALUES(phone_masked), employer = VALUES(employer), title = VALUES(title)""";

    private DemoPeople() {}

    /** May run again and again. */
    public static void seed(DataSource dataSource) {
        lines().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .forEach(person -> add(dataSource, person));
    }

    /** @param person user name, name, sex, identity number, telephone number, group path of the employer, title */
    public static void add(DataSource dataSource, String... person) {
        PersonalData.Sealed id = DATA.seal(IdNumber.of(person[3], LocalDate.now(java.time.ZoneOffset.UTC)));
        PersonalData.Sealed phone = DATA.sealPhone(person[4]);
        JdbcClient.create(dataSource)
                .sql(ROW)
                .param("username", person[0])
                .param("name", person[1])
                .param("sex", person[2])
                .param("idSealed", id.cipher())
                .param("idHash", id.hash())
                .param("idMasked", id.masked())
                .param("phoneSealed", phone.cipher())
                .param("phoneMasked", phone.masked())
                .param("employer", person[5])
                .param("title", person[6])
                .update();
    }

    private static String lines() {
        try {
            return new ClassPathResource("demo/people.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
