package org.jianzheng.registration;

import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.entry.PaperUse;
import org.springframework.stereotype.Component;

/** What station and applicant are told about an application. */
@Component
class ApplicationNotices {

    private final Notices notices;
    private final EntryWords entryWords;

    ApplicationNotices(Notices notices, EntryWords entryWords) {
        this.notices = notices;
        this.entryWords = entryWords;
    }

    /** @param missing what the applicant has yet to upload */
    void submitted(Application application, Map<PaperUse, Integer> missing) {
        if (!missing.isEmpty()) {
            send(application, Applicants.group(application.applicantPath()), "papers", entryWords.papers(missing));
        }
        send(application, "station/supervisor", "submitted", CityTime.deadline(application.dueAt()));
    }

    void decided(Application application, boolean approved) {
        String group = Applicants.group(application.applicantPath());
        send(application, group, approved ? "approved" : "refused", application.reason());
    }

    void overdue(Application application) {
        send(application, "station/supervisor", "overdue", CityTime.deadline(application.dueAt()));
        send(application, "station/stationadmin", "overdue", CityTime.deadline(application.dueAt()));
    }

    private void send(Application application, String to, String what, String more) {
        String about = entryWords.kind(application.kind()) + " " + application.subjectName();
        notices.send(new Notice(
                "registration:%s:%s:%d:%s".formatted(application.id(), what, application.round(), to),
                to,
                entryWords.text("registration.notice." + what, about),
                entryWords.text("registration.notice." + what + ".text", application.submittedName(), about, more),
                "/registrations/" + application.id(),
                application.id()));
    }
}
