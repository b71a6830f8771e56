package org.jianzheng.face.matching;

/**
 * Compares an enrolled portrait with a photo just taken. It decides nothing and never throws for what is in a picture: what
 * cannot be compared is {@link FaceOutcome#NOT_COMPARED}, and a person looks.
 */
public interface FaceMatcher {

    /** Both JPEG, upright, with nothing in them but the picture. */
    FaceFinding compare(byte[] portrait, byte[] photo);
}
