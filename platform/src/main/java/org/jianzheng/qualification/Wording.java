package org.jianzheng.qualification;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The gate's reasons are kept in records and shown in forms, both Chinese whatever language a page is read in. */
@Component
public class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String code, Object... arguments) {
        // Dates and numbers as they are: MessageFormat would write 2026 as 2,026.
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(code, plain, Locale.SIMPLIFIED_CHINESE);
    }
}
