package org.jianzheng.identity;

/** Keeps from the database what is somebody's own. Answered by the module that has the keys. */
public interface TextSeal {

    String sealText(String plain);

    /** @throws IllegalStateException where it was changed, or sealed under a key that is not listed any more */
    String open(String sealed);
}
