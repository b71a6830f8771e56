package org.jianzheng.sampling.phone.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** However many phones send at the same moment, the others who work with the platform have their part of it. */
class SendingLimitTest {

    private static final String PHOTO = "/m/api/photos/" + "0".repeat(64);

    private static final int TOO_MANY = 20;

    private final SendingLimit turns = new SendingLimit(2, Duration.ofSeconds(30));
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void fewAreAnsweredAtOnceSomeWaitAndTheRestComeAgain() throws Exception {
        FilterChain slow = (request, response) -> {
            assertThat(inside.incrementAndGet()).isLessThanOrEqualTo(2);
            await();
            inside.decrementAndGet();
        };
        int sent = 2 + SendingLimit.WAITING + TOO_MANY;
        ExecutorService phones = Executors.newFixedThreadPool(sent);
        CountDownLatch refused = new CountDownLatch(TOO_MANY);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int n = 0; n < sent; n++) {
                answers.add(phones.submit(() -> {
                    MockHttpServletResponse answer = answer(PHOTO, slow);
                    if (answer.getStatus() == 503) {
                        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
                        refused.countDown();
                    }
                    return answer.getStatus();
                }));
            }
            assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(answer("/m/api/me", (request, response) -> {}).getStatus())
                    .isEqualTo(200);
            over.countDown();
            List<Integer> told = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                told.add(answer.get(20, TimeUnit.SECONDS));
            }
            assertThat(told.stream().filter(status -> status == 503)).hasSize(TOO_MANY);
            assertThat(told.stream().filter(status -> status == 200)).hasSize(2 + SendingLimit.WAITING);
        } finally {
            phones.shutdownNow();
        }
        assertThat(answer(PHOTO, (request, response) -> {}).getStatus()).isEqualTo(200);
    }

    @Test
    void whoeverSendsSlowlyHoldsNobodyUp() throws Exception {
        SendingLimit one = new SendingLimit(1, Duration.ofMillis(20));
        CountDownLatch reading = new CountDownLatch(1);
        MockHttpServletRequest slow = new MockHttpServletRequest("POST", PHOTO) {
            @Override
            public ServletInputStream getInputStream() {
                reading.countDown();
                await();
                return super.getInputStream();
            }
        };
        slow.setServletPath(PHOTO);
        slow.setContent(new byte[] {1, 2, 3});
        ExecutorService phone = Executors.newSingleThreadExecutor();
        try {
            MockHttpServletResponse late = new MockHttpServletResponse();
            List<Integer> read = new ArrayList<>();
            Future<?> sending = phone.submit(() -> {
                one.doFilter(
                        slow,
                        late,
                        (request, response) -> read.add(request.getInputStream().readAllBytes().length));
                return null;
            });
            assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
            MockHttpServletResponse other = new MockHttpServletResponse();
            one.doFilter(request(PHOTO), other, (request, response) -> {});
            assertThat(other.getStatus()).isEqualTo(200);
            over.countDown();
            sending.get(20, TimeUnit.SECONDS);
            assertThat(read).containsExactly(3);
        } finally {
            phone.shutdownNow();
        }
    }

    @Test
    void whatIsTooLongOrOfNoSaidLengthIsNotRead() throws Exception {
        MockHttpServletRequest endless = new MockHttpServletRequest("POST", PHOTO);
        endless.setServletPath(PHOTO);
        MockHttpServletRequest large = request(PHOTO);
        large.setContent(new byte[SitePhotos.LARGEST_PART + 1]);
        for (MockHttpServletRequest each : List.of(endless, large)) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            turns.doFilter(each, answer, (request, response) -> {
                throw new AssertionError("Too much");
            });
            assertThat(answer.getStatus()).isEqualTo(413);
        }
    }

    @Test
    void whoeverWaitsInVainIsToldToComeAgain() throws Exception {
        SendingLimit impatient = new SendingLimit(1, Duration.ofMillis(20));
        MockHttpServletResponse inner = new MockHttpServletResponse();
        impatient.doFilter(
                request("/m/api/records"),
                new MockHttpServletResponse(),
                (request, response) -> impatient.doFilter(request("/m/api/records"), inner, (again, none) -> {
                    throw new AssertionError("It was not its turn");
                }));
        assertThat(inner.getStatus()).isEqualTo(503);
    }

    private void await() {
        try {
            assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private MockHttpServletResponse answer(String path, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        turns.doFilter(request(path), response, chain);
        return response;
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContent(new byte[] {1, 2, 3});
        return request;
    }
}
