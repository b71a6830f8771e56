package org.jianzheng.identity;

/**
 * Names that people read, where the platform keeps user names and codes. Answered by the module that has the registries;
 * what they do not know comes back as it was asked.
 */
public interface DisplayNames {

    String person(String username);

    /** @param path group path of the employer: {@code labs/BJ01}, {@code contractors/SJ1}, {@code station} */
    String employer(String path);
}
