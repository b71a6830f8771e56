package org.jianzheng.sampling.phone.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Phones that send take half of the connections to the database at most, however many come at the same moment. Some more wait,
 * without session or connection; others are told to come again. Before sessions and security, so that neither costs anything. What
 * they send is read before their turn: a slow line holds nobody up.
 */
class SendingLimit extends OncePerRequestFilter {

    static final int WAITING = 64;
    private static final String SECONDS = "10";

    private final Semaphore free;
    private final Semaphore room;
    private final Duration patience;

    SendingLimit(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.room = new Semaphore(atOnce + WAITING);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return !path.startsWith("/m/api/photos/") && !path.equals("/m/api/records");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > SitePhotos.LARGEST_PART || length < 0 && "POST".equals(request.getMethod())) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "sampling.photo.part");
            return;
        }
        HttpServletRequest whole = length <= 0 ? request : new WholeRequest(request);
        if (!room.tryAcquire()) {
            comeAgain(response);
            return;
        }
        try {
            inTurn(whole, response, chain);
        } finally {
            room.release();
        }
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!waited()) {
            comeAgain(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            free.release();
        }
    }

    private boolean waited() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void comeAgain(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "sampling.phone.busy");
    }

    // Before any language is known: for the app, which has its own words.
    private static void refuse(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String problem = "{\"status\":%d,\"code\":\"%s\"}".formatted(status.value(), code);
        response.getOutputStream().write(problem.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where it stands: behind the limits of strangers, before sessions and security. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        private static final Duration PATIENCE = Duration.ofSeconds(20);

        @Bean
        FilterRegistrationBean<SendingLimit> sendingLimit(
                @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
            var filter = new FilterRegistrationBean<>(new SendingLimit(Math.max(2, connections / 2), PATIENCE));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
            filter.addUrlPatterns("/m/api/*");
            return filter;
        }
    }
}
