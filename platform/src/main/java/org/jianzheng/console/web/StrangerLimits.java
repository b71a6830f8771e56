package org.jianzheng.console.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Nobody takes the platform for themselves: routes that are open to anybody are metered by address and in all, and one
 * address has only so many requests answered at once, signed in or not. Before sessions and security, so that a refusal
 * costs nothing.
 */
class StrangerLimits extends OncePerRequestFilter {

    private static final List<String> OPEN = List.of(
            "/v/", "/s/", "/public/", "/api/verifications", "/v3/api-docs", "/oauth2/", "/login/", "/signed-out");

    private final LimitSettings settings;
    private final StandingAnswer answer;
    private final Bucket looksOfAll;
    private final Bucket filesOfAll;
    private final Cache<ClientAddress, Meter> meters = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    StrangerLimits(LimitSettings settings, StandingAnswer answer) {
        this.settings = settings;
        this.answer = answer;
        this.looksOfAll = RequestRate.aMinute(settings.looksOfAll());
        this.filesOfAll = RequestRate.aMinute(settings.filesOfAll());
    }

    private record Meter(Bucket looks, Bucket files, Semaphore atOnce) {}

    private Meter meter(ClientAddress address) {
        return meters.get(
                address,
                unknown -> new Meter(
                        RequestRate.aMinute(settings.looks()),
                        RequestRate.aMinute(settings.files()),
                        new Semaphore(settings.atOnce())));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var meter = meter(ClientAddress.of(request));
        long seconds = wait(request, meter);
        if (seconds > 0) {
            answer.tooMany(request, response, seconds);
        } else if (meter.atOnce.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                meter.atOnce.release();
            }
        } else {
            answer.tooMany(request, response, 1);
        }
    }

    /** Seconds until the request would be answered; 0 for now. */
    private long wait(HttpServletRequest request, Meter meter) {
        if (!open(path(request))) {
            return 0;
        }
        var buckets = ofFile(request) ? Stream.of(meter.files, filesOfAll) : Stream.of(meter.looks, looksOfAll);
        return buckets.map(bucket -> bucket.tryConsumeAndReturnRemaining(1))
                .mapToLong(RequestRate::seconds)
                .filter(seconds -> seconds > 0)
                .findFirst()
                .orElse(0);
    }

    /** As the chains behind read it: {@code /%76/} leads where {@code /v/} does. */
    private static String path(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }

    private static boolean open(String path) {
        return path.equals("/v") || OPEN.stream().anyMatch(path::startsWith);
    }

    private static boolean ofFile(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Where it stands: within the last resort, before sessions and security. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        FilterRegistrationBean<StrangerLimits> strangerLimits(LimitSettings settings, StandingAnswer answer) {
            var filter = new FilterRegistrationBean<>(new StrangerLimits(settings, answer));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
            return filter;
        }
    }
}
