package org.jianzheng.console.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as far as it can be held to: of IPv6 the network of 64 bits, in which one house has them all. */
record ClientAddress(String text) {

    private static final int GROUPS = 4;

    static ClientAddress of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (address == null || !address.contains(":")) {
            return new ClientAddress(String.valueOf(address));
        }
        // Tomcat writes all eight groups; whoever forwards may write less, and is then held to less.
        String[] groups = address.split(":", GROUPS + 1);
        return new ClientAddress(
                String.join(":", groups.length > GROUPS ? java.util.Arrays.copyOf(groups, GROUPS) : groups));
    }
}
