package org.jianzheng.face.matching;

/** Why nothing was compared; each leads to a person's own look. */
public enum NotCompared {
    /** None is configured. */
    NO_MATCHER,
    /** The person has enrolled none, or takes no part in comparisons by program. */
    NO_PORTRAIT,
    NO_FACE_IN_PORTRAIT,
    /** In one of the two pictures: which is meant, nobody knows. */
    SEVERAL_FACES,
    /** The service was not reached, or did not give a whole answer in time. */
    SERVICE_AWAY,
    /** It answered what it may not. */
    SERVICE_ANSWER,
    /** A picture could not be read. */
    UNREADABLE,
    FAILED
}
