package org.jianzheng.face.portrait;

/** Why an enrolment ended; with it its portrait was deleted. */
public enum EnrolmentEnd {
    REVOKED,
    REPLACED,
    REGISTRATION_ENDED
}
