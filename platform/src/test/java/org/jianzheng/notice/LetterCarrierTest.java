package org.jianzheng.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters reach a real mail server, however long it was away. */
@PlatformTest
class LetterCarrierTest {

    private final ServerSetup address = ServerSetup.SMTP.dynamicPort();
    private final String id = UUID.randomUUID().toString();
    private GreenMail server;

    @Autowired
    NoticeStore store;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void start() {
        server = new GreenMail(address);
        server.start();
        // What other tests have written.
        postman(server.getSmtp().getPort()).round();
        server.reset();
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.reset();
    }

    @Test
    void aLetterSaysWhatTheNoticeSaysAndWhereToGo() throws Exception {
        write();
        postman(server.getSmtp().getPort()).round();
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("检测结果不合格");
        assertThat(letter.getAllRecipients()[0]).hasToString("quality@contractor.example");
        assertThat(letter.getMessageID()).isEqualTo("<" + id + "@jianzheng>");
        assertThat((String) letter.getContent()).contains("请确认签收", "https://jianzheng.example/nonconformities/1");
        assertThat(GreenMailUtil.getHeaders(letter)).contains("UTF-8");
        postman(server.getSmtp().getPort()).round();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsDownForADayDelaysTheLetterAndLosesNothing() {
        int port = server.getSmtp().getPort();
        write();
        server.stop();
        for (int hour = 0; hour < 24; hour++) {
            postman(port).round();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(outbox.backlog().waiting()).isPositive();
        assertThat(outbox.backlog().lastError()).isNotBlank();
        server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        postman(port).round();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(outbox.backlog().waiting()).isZero();
    }

    private void write() {
        Clock now = clock;
        transaction.executeWithoutResult(status -> {
            store.add(
                    id,
                    new Notice(id, "contractors/SJ1", "检测结果不合格", "请确认签收。", "/nonconformities/1", null),
                    now.instant());
            outbox.add(id, "quality@contractor.example", now.instant());
        });
    }

    private LetterCarrier postman(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        var settings = new MailSettings("noreply@jianzheng.example");
        return new LetterCarrier(outbox, sender, settings, "https://jianzheng.example", transaction, clock);
    }
}
