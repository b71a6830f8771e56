package org.jianzheng.identity;

import java.util.Optional;

/** Where letters to an organisation go. Answered by the module that has the registries. */
public interface MailAddresses {

    /** @param path group path of the organisation: {@code labs/BJ01}, {@code contractors/SJ1}, {@code station} */
    Optional<String> of(String path);
}
