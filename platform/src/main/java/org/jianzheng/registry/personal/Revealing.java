package org.jianzheng.registry.personal;

import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows somebody's numbers in full, to who may ask and says why; every time stands in the ledger (7.1.1, 5.4.4). */
@Service
public class Revealing {

    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final PersonalData data;
    private final Identity identity;
    private final Ledger ledger;

    Revealing(JdbcClient jdbc, PersonalData data, Identity identity, Ledger ledger) {
        this.jdbc = jdbc;
        this.data = data;
        this.identity = identity;
        this.ledger = ledger;
    }

    /** A person's numbers in full. */
    public record Numbers(String idNumber, String phone) {

        @Override
        public String toString() {
            return "Numbers[" + Masks.idNumber(idNumber) + "]";
        }
    }

    private record Row(String username, String employer, String idSealed, String phoneSealed) {}

    /** The station may ask for everybody's numbers, a laboratory's administrator for those of its own people. */
    public boolean mayReveal(String employer) {
        Person person = identity.acting();
        boolean ownHouse = person.has(Role.LABADMIN)
                && person.employer().filter(employer::equals).isPresent();
        return ownHouse || person.ofStation();
    }

    /**
     * @throws RuleBroken without a reason
     * @throws NotFound for somebody whose numbers the acting person may not ask for
     */
    @Transactional
    public Numbers reveal(String username, String reason) {
        String why = FormValues.reason(reason, LONGEST_REASON);
        Row row = jdbc.sql(
                        "SELECT username, employer, id_sealed, phone_sealed FROM qualification_person WHERE username ="
                                + " ?")
                .param(username)
                .query(Row.class)
                .optional()
                .filter(found -> mayReveal(found.employer()))
                .orElseThrow(() -> new NotFound("qualification.person.unknown", username));
        ledger.append(
                Ledger.Fact.of("person.revealed", "person:" + row.username(), null, Map.of("fields", "idNumber,phone"))
                        .because(why));
        return new Numbers(data.open(row.idSealed()), data.open(row.phoneSealed()));
    }
}
