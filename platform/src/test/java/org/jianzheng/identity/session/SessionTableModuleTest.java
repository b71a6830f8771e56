package org.jianzheng.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@PlatformTest
class SessionTableModuleTest {

    @Test
    void twoRequestsMayGiveASessionTheSameAttributeAtTheSameMoment(@Autowired SessionRepository<?> sessions) {
        theLaterOneStands(sessions);
    }

    private static <S extends Session> void theLaterOneStands(SessionRepository<S> sessions) {
        String id = fresh(sessions);
        S one = sessions.findById(id);
        S other = sessions.findById(id);
        one.setAttribute("token", "first");
        other.setAttribute("token", "second");
        sessions.save(one);
        sessions.save(other);
        assertThat(sessions.findById(id).<String>getAttribute("token")).isEqualTo("second");
    }

    @Test
    void aRequestThatEndsAfterItsSessionFailsNobody(@Autowired SessionRepository<?> sessions) {
        theEndedSessionStaysEnded(sessions);
    }

    private static <S extends Session> void theEndedSessionStaysEnded(SessionRepository<S> sessions) {
        String id = fresh(sessions);
        S slow = sessions.findById(id);
        slow.setAttribute("token", "late");
        sessions.deleteById(id);
        sessions.save(slow);
        assertThat(sessions.findById(id)).isNull();
    }

    private static <S extends Session> String fresh(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }
}
