package org.jianzheng.support;

import org.jianzheng.identity.DisplayNames;

/** For tests of single modules, which have no registries: everybody goes by what they are kept as. */
public final class PlainNames implements DisplayNames {

    @Override
    public String person(String username) {
        return username;
    }

    @Override
    public String employer(String path) {
        return path;
    }
}
