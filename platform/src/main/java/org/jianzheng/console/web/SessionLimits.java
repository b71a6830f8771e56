package org.jianzheng.console.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks for a page without being signed in gets a session that remembers which: a row of the database, whatever page
 * and whatever cookie they sent. One address gets only so many.
 */
class SessionLimits extends OncePerRequestFilter {

    private final LimitSettings settings;
    private final StandingAnswer answer;
    private final Cache<ClientAddress, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    SessionLimits(LimitSettings settings, StandingAnswer answer) {
        this.settings = settings;
        this.answer = answer;
    }

    private static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long seconds;

        TooMany(long seconds) {
            super("Too many new sessions");
            this.seconds = seconds;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new Metered(request), response);
        } catch (TooMany refused) {
            answer.tooMany(request, response, refused.seconds);
        }
    }

    private final class Metered extends HttpServletRequestWrapper {

        Metered(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            HttpSession known = super.getSession(false);
            if (known != null || !create) {
                return known;
            }
            long seconds = RequestRate.seconds(
                    buckets.get(ClientAddress.of(this), unknown -> RequestRate.aMinute(settings.sessions()))
                            .tryConsumeAndReturnRemaining(1));
            if (seconds > 0) {
                throw new TooMany(seconds);
            }
            return super.getSession(true);
        }
    }

    /** Where it stands: right behind the filter that makes the sessions. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        FilterRegistrationBean<SessionLimits> sessionLimits(LimitSettings settings, StandingAnswer answer) {
            var filter = new FilterRegistrationBean<>(new SessionLimits(settings, answer));
            filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
            return filter;
        }
    }
}
