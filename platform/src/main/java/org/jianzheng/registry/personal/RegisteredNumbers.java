package org.jianzheng.registry.personal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jianzheng.identity.TelephoneNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers that the station has approved with the rest of a person's registration. */
@Component
class RegisteredNumbers implements TelephoneNumbers {

    private static final Pattern MOBILE = Pattern.compile("1\\d{10}");

    private final JdbcClient jdbc;
    private final PersonalData data;

    RegisteredNumbers(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    @Override
    public Optional<TelephoneNumber> mobile(String username) {
        return jdbc.sql("SELECT phone_sealed FROM qualification_person WHERE username = ? AND phone_sealed IS NOT NULL")
                .param(username)
                .query(String.class)
                .optional()
                .map(data::open)
                .filter(number -> MOBILE.matcher(number).matches())
                .map(number -> new TelephoneNumber(number, Masks.phone(number)));
    }
}
