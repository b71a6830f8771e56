package org.jianzheng.sampling.phone.web;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells whoever has filled in a record why its task is not there any more. */
@Component
class GoneTasks {

    private final Commissions commissions;
    private final Sampling sampling;
    private final MessageSource messages;

    GoneTasks(Commissions commissions, Sampling sampling, MessageSource messages) {
        this.commissions = commissions;
        this.sampling = sampling;
        this.messages = messages;
    }

    /** @param caseId that the record is about, or empty */
    String why(String caseId) {
        Optional<SampleView> latest =
                commissions.visible(caseId) ? sampling.find(caseId) : Optional.<SampleView>empty();
        return latest.map(this::of).orElseGet(() -> text("sampling.phone.gone.unknown"));
    }

    private String of(SampleView sample) {
        String state = text("sampling.state." + sample.state());
        String stands = Stream.of(sample.taken(), sample.witnessed(), sample.received())
                .filter(step -> step != null)
                .max(Comparator.comparing(SampleView.Handling::at))
                .map(step ->
                        text("sampling.phone.gone.by", sample.label(), state, step.name(), CityTime.minute(step.at())))
                .orElseGet(() -> text("sampling.phone.gone.stands", sample.label(), state));
        return sample.reason() == null ? stands : stands + text("sampling.phone.gone.reason", sample.reason());
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
