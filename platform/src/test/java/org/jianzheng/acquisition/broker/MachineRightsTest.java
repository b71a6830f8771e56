package org.jianzheng.acquisition.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jianzheng.acquisition.login.MachineLogins;
import org.jianzheng.acquisition.login.MachineLogins.LoggedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Who may do what at the broker inside. */
class MachineRightsTest {

    private static final String CODE = "BJ01-YL-01";
    private static final String SECRET = "its secret";

    private final MachineLogins logins = mock();
    private final MachineRights rights = new MachineRights(logins, "platform", "the platform's");

    @BeforeEach
    void oneMachineHasALogin() {
        when(logins.check(any(), any())).thenReturn(Optional.empty());
        when(logins.check(CODE, SECRET)).thenReturn(Optional.of(new LoggedIn(CODE, "BJ01")));
    }

    private Subject login(String user, String secret, String clientId) {
        RemotingConnection connection = mock();
        when(connection.getClientID()).thenReturn(clientId);
        return rights.authenticate(user, secret, connection, "");
    }

    private boolean may(CheckType check, String address) {
        return rights.authorize(login(CODE, SECRET, CODE), Set.of(), check, address);
    }

    @Test
    void aMachineComesInUnderItsOwnCodeAndClientIdAlone() {
        assertThat(login(CODE, SECRET, CODE)).isNotNull();
        assertThat(login(CODE, "another", CODE)).isNull();
        assertThat(login(CODE, SECRET, "BJ01-YL-02")).isNull();
        assertThat(login("BJ01-YL-02", SECRET, "BJ01-YL-02")).isNull();
        assertThat(login("platform", SECRET, "platform")).isNull();
        assertThat(login("platform", "the platform's", null)).isNotNull();
    }

    @Test
    void aMachineSendsUnderItsRunsAndReadsItsCommandsAndNothingElse() {
        String own = "jz.v1.BJ01.BJ01-YL-01.";
        assertThat(may(CheckType.SEND, own + "run.r1.samples")).isTrue();
        assertThat(may(CheckType.SEND, own + "run.r1.anything")).isFalse();
        assertThat(may(CheckType.SEND, own + "cmd")).isFalse();
        assertThat(may(CheckType.SEND, "jz.v1.BJ01.BJ01-YL-02.run.r1.samples")).isFalse();
        assertThat(may(CheckType.SEND, "jz.v1.BJ02.BJ01-YL-01.run.r1.samples")).isFalse();
        assertThat(may(CheckType.CONSUME, own + "cmd::BJ01-YL-01.cmd")).isTrue();
        assertThat(may(CheckType.CONSUME, "jz.v1.BJ01.BJ01-YL-02.cmd")).isFalse();
        assertThat(may(CheckType.CONSUME, "jz.v1.#")).isFalse();
        assertThat(may(CheckType.CONSUME, "ingest")).isFalse();
        assertThat(may(CheckType.MANAGE, own + "cmd")).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwayWhoHasProvedItselfIsBelievedOnTheSameSecret() {
        assertThat(login(CODE, SECRET, CODE)).isNotNull();
        when(logins.check(any(), any())).thenThrow(new DataAccessResourceFailureException("away"));
        assertThat(login(CODE, SECRET, CODE)).isNotNull();
        assertThat(login(CODE, "another", CODE)).isNull();
        assertThat(login("BJ01-YL-02", SECRET, "BJ01-YL-02")).isNull();
        rights.forget(CODE);
        assertThat(login(CODE, SECRET, CODE)).isNull();
    }

    @Test
    void aSecretThatHoldsNoLongerIsNotBelievedWhenTheDatabaseGoesAway() {
        assertThat(login(CODE, SECRET, CODE)).isNotNull();
        when(logins.check(any(), any())).thenReturn(Optional.empty());
        assertThat(login(CODE, SECRET, CODE)).isNull();
        when(logins.check(any(), any())).thenThrow(new DataAccessResourceFailureException("away"));
        assertThat(login(CODE, SECRET, CODE)).isNull();
    }
}
