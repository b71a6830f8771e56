package org.jianzheng.identity.session;

import java.time.Instant;
import java.util.Set;

/**
 * What the realm says of somebody now, whatever their token said when it was made.
 *
 * @param groups full paths without leading slash
 * @param passwordChangedAt {@link Instant#EPOCH} where the realm keeps none, as of a directory's people
 * @param signedOutAt when an administrator ended all sign-ins of this person, else {@link Instant#EPOCH}
 */
record Account(boolean enabled, Set<String> groups, Instant passwordChangedAt, Instant signedOutAt) {

    /** Nobody of that id any more. */
    static final Account NONE = new Account(false, Set.of(), Instant.EPOCH, Instant.EPOCH);
}
