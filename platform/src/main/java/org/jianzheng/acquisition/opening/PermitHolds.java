package org.jianzheng.acquisition.opening;

import java.util.Optional;

/**
 * Which test a standing offline permit keeps for itself: under it a specimen may have been tested already, and nothing of that be
 * here yet. Implemented by the permits.
 */
public interface PermitHolds {

    /** Id of a permit, not revoked and whose data may still come, under which that test has not come yet. */
    Optional<String> heldBy(String labCode, String mark, String method);
}
