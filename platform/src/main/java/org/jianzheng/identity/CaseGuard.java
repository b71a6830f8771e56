package org.jianzheng.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Whoever may not see a case gets a 404 for everything under it, whichever module serves it. The address of a case whose
 * page is elsewhere leads there.
 */
@Configuration(proxyBeanMethods = false)
class CaseGuard implements WebMvcConfigurer, HandlerInterceptor {

    private static final List<PathPattern> CASES =
            List.of(pattern("/cases/{caseId}/**"), pattern("/api/cases/{caseId}/**"));

    private final ObjectProvider<CaseVisibility> visibility;

    CaseGuard(ObjectProvider<CaseVisibility> visibility) {
        this.visibility = visibility;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<String> caseId = caseId(request);
        if (caseId.isEmpty()) {
            return true;
        }
        String page = requireVisible(caseId.get()).page(caseId.get());
        String asked =
                request.getRequestURI().substring(request.getContextPath().length());
        if (asked.equals(CaseVisibility.pageOf(caseId.get())) && !asked.equals(page)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + page);
            return false;
        }
        return true;
    }

    private CaseVisibility requireVisible(String caseId) {
        return visibility
                .orderedStream()
                .filter(cases -> cases.visible(caseId))
                .findFirst()
                .orElseThrow(() -> new NotFound("identity.noCase"));
    }

    // Read from the path itself: a controller may call its variable what it likes.
    private static Optional<String> caseId(HttpServletRequest request) {
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        return CASES.stream()
                .map(pattern -> pattern.matchAndExtract(path))
                .filter(match -> match != null)
                .map(PathMatchInfo::getUriVariables)
                .map(variables -> variables.get("caseId"))
                .findFirst();
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
