package org.jianzheng.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries letters to the mail server, where there is one ({@code spring.mail.host}). */
@Component
@ConditionalOnProperty("spring.mail.host")
class LetterCarrier {

    private static final Logger log = LoggerFactory.getLogger(LetterCarrier.class);

    private final Outbox outbox;
    private final JavaMailSender server;
    private final MailSettings settings;
    private final String site;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetterCarrier(
            Outbox outbox,
            JavaMailSender server,
            MailSettings settings,
            @Value("${jianzheng.base-url:http://localhost:8080}") String site,
            TransactionTemplate transaction,
            Clock clock) {
        if (settings.from() == null) {
            throw new IllegalStateException("spring.mail.host is set: letters need a sender, jianzheng.mail.from");
        }
        this.outbox = outbox;
        this.server = server;
        this.settings = settings;
        this.site = site;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything whose time has come. A server that does not answer is left alone until the next round. */
    @Scheduled(fixedDelayString = "${jianzheng.mail.every:PT10S}")
    void round() {
        while (Boolean.TRUE.equals(transaction.execute(status -> carried()))) {
            // Until nothing waits, or the server fails.
        }
    }

    private boolean carried() {
        var next = outbox.next(clock.instant());
        if (next.isEmpty()) {
            return false;
        }
        Outbox.Letter letter = next.get();
        try {
            server.send(message(letter));
            outbox.sent(letter, clock.instant());
            return true;
        } catch (MailException | MessagingException e) {
            String why =
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            log.warn("Letter {} has to wait: {}", letter.noticeId(), why);
            outbox.failed(letter, why, clock.instant());
            return false;
        }
    }

    private MimeMessage message(Outbox.Letter letter) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.address());
        helper.setSubject(letter.title());
        helper.setText(letter.body() + "\n\n" + site + letter.link() + "\n");
        // Carried twice, when a node dies between server and commit, it is still the same letter.
        message.saveChanges();
        message.setHeader("Message-ID", "<" + letter.noticeId() + "@jianzheng>");
        return message;
    }
}
