package org.jianzheng.console.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.UUID;
import org.jianzheng.kernel.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outside everything, sessions too: what nobody inside could turn into an answer becomes one that needs neither session nor
 * database. While the database is away there is nothing to dispatch to; other failures have the error page first.
 */
class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final StandingAnswer answer;

    LastResort(StandingAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            boolean unavailable = Unavailable.causes(failure);
            boolean last = unavailable || request.getDispatcherType() == DispatcherType.ERROR;
            if (!last || response.isCommitted()) {
                throw failure;
            }
            if (unavailable) {
                LOG.warn("{} {} not answered: {}", request.getMethod(), request.getRequestURI(), root(failure));
                answer.unavailable(request, response);
            } else {
                String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
                LOG.error("Incident {}", incident, failure);
                answer.fault(request, response, incident);
            }
        }
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /** Where it stands: before the filter that opens sessions. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        FilterRegistrationBean<LastResort> lastResort(StandingAnswer answer) {
            var filter = new FilterRegistrationBean<>(new LastResort(answer));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
            return filter;
        }
    }
}
