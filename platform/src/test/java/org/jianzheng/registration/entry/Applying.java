package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.RegistrationPapers;
import org.jianzheng.support.As;
import org.jianzheng.workflow.Processes;
import org.springframework.context.ApplicationContext;

/** Applicants and station at their tasks: what a test of registrations does again and again. */
public final class Applying {

    /** A PDF as far as its first bytes tell. */
    public static final byte[] SCAN = "%PDF-1.7\n% certificate".getBytes(StandardCharsets.US_ASCII);

    private final Processes processes;
    private final RegistrationPapers papers;

    public Applying(ApplicationContext platform) {
        processes = platform.getBean(Processes.class);
        papers = platform.getBean(RegistrationPapers.class);
    }

    /** @return id of the application */
    public String apply(String who, String kind, String house, Map<String, Object> entry) {
        String group = EntryKind.valueOf(kind).group();
        return As.person(
                who, () -> processes.startByForm("registration", Map.of("kind", kind, "house", house, group, entry)));
    }

    public void breaks(String rule, String who, String kind, String house, Map<String, Object> entry) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> apply(who, kind, house, entry))
                .withMessage(rule);
    }

    /** Completes the task that waits. */
    public void complete(String who, String id, Map<String, Object> form) {
        complete(As.whoIs(who), id, form);
    }

    public void complete(Person who, String id, Map<String, Object> form) {
        String task = processes.openTasks(List.of(id)).get(0).id();
        As.person(who, null, () -> processes.complete(task, form));
    }

    public void approve(String who, String id) {
        complete(who, id, Map.of("decision", "APPROVE"));
    }

    public void upload(String who, String id, PaperUse use, String name, byte[] content) {
        As.person(who, () -> papers.add(id, use, name, content));
    }

    /** A picture of that size. */
    public static byte[] portrait(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.LIGHT_GRAY);
        brush.fillOval(width / 4, height / 5, width / 2, height / 2);
        brush.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
