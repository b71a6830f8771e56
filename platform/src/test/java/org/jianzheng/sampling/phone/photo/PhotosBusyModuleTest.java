package org.jianzheng.sampling.phone.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.support.As;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A city's photos at the same moment: some are looked at, some wait, others come again, and nothing of them is lost. */
@PlatformTest
class PhotosBusyModuleTest {

    @Autowired
    MockMvc phone;

    @Autowired
    PhotoLimit turns;

    @Autowired
    SitePhotos photos;

    @Test
    void whoeverWouldWaitTooLongIsToldWhenToSendTheLastPartAgain() throws Exception {
        byte[] photo = SitePhone.picture(640, 480);
        String sha256 = DigestUtils.sha256Hex(photo);
        int half = photo.length / 2;
        send(sha256, 0, half, photo).andExpect(status().isOk());
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(PhotoLimit.ROOM);
        try {
            CountDownLatch busy = new CountDownLatch(PhotoLimit.AT_ONCE);
            for (int n = 0; n < PhotoLimit.ROOM; n++) {
                others.execute(() -> turns.take(() -> waited(busy, over)));
            }
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
            while (turns.hasRoom()) {
                Thread.onSpinWait();
            }
            send(sha256, half, photo.length, photo)
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "15"))
                    .andExpect(jsonPath("$.code").value("sampling.photo.busy"))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        } finally {
            over.countDown();
            others.shutdown();
        }
        assertThat(others.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(As.person("sampler", () -> photos.state(sha256))).isEqualTo(new UploadState(half, false));
        send(sha256, half, photo.length, photo)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.complete").value(true));
    }

    @Test
    void aLastPartThatIsSentTwiceAtOnceMakesOnePhoto() throws Exception {
        byte[] photo = SitePhone.picture(640, 480);
        String sha256 = DigestUtils.sha256Hex(photo);
        int half = photo.length / 2;
        send(sha256, 0, half, photo).andExpect(status().isOk());
        Callable<ResultActions> last = () -> send(sha256, half, photo.length, photo);
        for (ResultActions answer : AtOnce.all(List.of(last, last, last))) {
            answer.andExpect(status().isOk()).andExpect(jsonPath("$.complete").value(true));
        }
        assertThat(photos.find(sha256, "sampler"))
                .hasValueSatisfying(kept -> assertThat(photos.shown(kept, true)).isNotEmpty());
    }

    private static boolean waited(CountDownLatch busy, CountDownLatch over) {
        busy.countDown();
        try {
            return over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ResultActions send(String sha256, int start, int end, byte[] photo) throws Exception {
        return phone.perform(post("/m/api/photos/" + sha256)
                .with(As.signedIn("sampler"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Upload-Offset", start)
                .header("Upload-Length", photo.length)
                .content(Arrays.copyOfRange(photo, start, end)));
    }
}
