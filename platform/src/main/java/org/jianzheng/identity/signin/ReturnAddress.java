package org.jianzheng.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Where a browser goes after signing in: the page it asked for, never a fragment, a picture or a background call. */
final class ReturnAddress {

    private static final String ATTRIBUTE = "jianzheng.return";

    private ReturnAddress() {}

    static RequestCache cache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setSessionAttrName(ATTRIBUTE);
        cache.setRequestMatcher(ReturnAddress::isPage);
        // Else the address of every page would end in ?continue.
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    static void to(String path, HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, new SimpleSavedRequest(path));
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !SitePaths.ofHtmx(request);
    }
}
