package org.jianzheng.face.matching;

/** Where none is configured: every comparison is a person's. */
final class NoMatcher implements FaceMatcher {

    @Override
    public FaceFinding compare(byte[] portrait, byte[] photo) {
        return FaceFinding.notCompared(NotCompared.NO_MATCHER, "");
    }
}
