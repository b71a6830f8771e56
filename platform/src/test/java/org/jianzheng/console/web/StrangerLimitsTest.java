package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

class StrangerLimitsTest {

    private final StrangerLimits limits = new StrangerLimits(new LimitSettings(2, 5, 12, 2, 3, 1), answer());

    @Test
    void anAddressIsToldToWaitOnceItHasAskedForMoreThanItsShare() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("GET", "/v/x", "203.0.113.1", null).getStatus()).isEqualTo(200);
        }
        var refused = ask("GET", "/v/x", "203.0.113.1", null);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isPositive();
        assertThat(refused.getContentAsString()).contains("请求太频繁", "Too many");
        var problem = ask("POST", "/api/verifications", "203.0.113.1", "application/json");
        assertThat(problem.getStatus()).isEqualTo(429);
        assertThat(problem.getContentType()).isEqualTo("application/problem+json");
        assertThat(ask("GET", "/v/x", "203.0.113.2", null).getStatus())
                .as("another")
                .isEqualTo(200);
        assertThat(ask("GET", "/cases", "203.0.113.1", null).getStatus())
                .as("not open to anybody")
                .isEqualTo(200);
    }

    @Test
    void filesHaveALimitOfTheirOwnAlsoOverAllAddresses() throws Exception {
        for (String address : new String[] {"203.0.113.3", "203.0.113.3", "203.0.113.4"}) {
            assertThat(ask("POST", "/v", address, "multipart/form-data; boundary=x")
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(ask("POST", "/v", "203.0.113.5", "multipart/form-data; boundary=x")
                        .getStatus())
                .isEqualTo(429);
        assertThat(ask("GET", "/v/x", "203.0.113.3", null).getStatus()).isEqualTo(200);
    }

    @Test
    void anotherSpellingOfAddressOrTypeIsNoWayPast() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("GET", "/%76/x", "203.0.113.8", null).getStatus()).isEqualTo(200);
        }
        assertThat(ask("GET", "/%76/x", "203.0.113.8", null).getStatus()).isEqualTo(429);
        for (int i = 0; i < 2; i++) {
            ask("POST", "/%61pi/verifications", "203.0.113.9", "Multipart/Form-Data; boundary=x");
        }
        assertThat(ask("POST", "/api/verifications", "203.0.113.9", "MULTIPART/form-data; boundary=x")
                        .getStatus())
                .isEqualTo(429);
    }

    @Test
    void theLedgersDownloadsAreMeteredToo() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("GET", "/public/ledger/checkpoint", "203.0.113.10", null)
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(ask("GET", "/public/ledger/keys", "203.0.113.10", null).getStatus())
                .isEqualTo(429);
    }

    @Test
    void aHouseWithAWholeNetworkIsOneAddress() throws Exception {
        for (int i = 0; i < 5; i++) {
            ask("GET", "/v/x", "2001:db8:1:2:0:0:0:" + i, null);
        }
        assertThat(ask("GET", "/v/x", "2001:db8:1:2:a:b:c:d", null).getStatus()).isEqualTo(429);
        assertThat(ask("GET", "/v/x", "2001:db8:1:3:0:0:0:1", null).getStatus()).isEqualTo(200);
    }

    @Test
    void oneAddressHasOnlySoManyRequestsAnsweredAtOnce() throws Exception {
        var inside = new CountDownLatch(2);
        var over = new CountDownLatch(1);
        var people = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 2; i++) {
            people.submit(() -> {
                limits.doFilter(
                        request("GET", "/cases", "203.0.113.6", null), new MockHttpServletResponse(), (a, b) -> {
                            inside.countDown();
                            wait(over);
                        });
                return null;
            });
        }
        inside.await();
        assertThat(ask("GET", "/cases", "203.0.113.6", null).getStatus()).isEqualTo(429);
        assertThat(ask("GET", "/cases", "203.0.113.7", null).getStatus()).isEqualTo(200);
        over.countDown();
        people.shutdown();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MockHttpServletResponse ask(String method, String path, String address, String type) throws Exception {
        var response = new MockHttpServletResponse();
        limits.doFilter(request(method, path, address, type), response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, String address, String type) {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        request.setContentType(type);
        return request;
    }

    private static StandingAnswer answer() {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new StandingAnswer(messages, new FixedLocaleResolver(), new ObjectMapper());
    }
}
