package org.jianzheng.records;

import java.util.Arrays;
import java.util.Locale;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Records and printed documents are Chinese, whatever language the pages are read in. */
@Component
public class ChineseText {

    private final MessageSource messages;

    public ChineseText(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of that code, or what it stands for where the bundles have none. */
    public String label(String code, String otherwise) {
        return messages.getMessage(code, null, otherwise, Locale.SIMPLIFIED_CHINESE);
    }

    /** Null where there is no such text. */
    public String find(String code) {
        return messages.getMessage(code, null, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** What a refusal found, for the record: without the way out. */
    public String said(RuleBroken broken) {
        return messages.getMessage(broken.code() + ".said", broken.arguments(), Locale.SIMPLIFIED_CHINESE);
    }

    /** @throws NoSuchMessageException never in a build that passes its tests */
    public String text(String code, Object... arguments) {
        // As text: MessageFormat would write 2026 as 2,026.
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(code, plain, Locale.SIMPLIFIED_CHINESE);
    }
}
