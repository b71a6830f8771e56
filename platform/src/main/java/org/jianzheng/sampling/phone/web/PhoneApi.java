package org.jianzheng.sampling.phone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.phone.PhoneState;
import org.jianzheng.sampling.phone.PhoneView;
import org.jianzheng.sampling.phone.contact.Contacts;
import org.jianzheng.sampling.phone.photo.PhotosBusy;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.photo.UploadState;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.RecordAnswer;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the phone's app asks, in the session of whoever is signed in on it. */
@RestController
class PhoneApi {

    private static final String PHOTO = "/m/api/photos/{sha256}";

    private final PhoneRegistrations phones;
    private final Contacts contacts;
    private final SitePhotos photos;
    private final PhoneRecords records;
    private final SiteTasks tasks;
    private final NewSample newSample;
    private final GoneTasks gone;
    private final Identity identity;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    PhoneApi(
            PhoneRegistrations phones,
            Contacts contacts,
            SitePhotos photos,
            PhoneRecords records,
            SiteTasks tasks,
            NewSample newSample,
            GoneTasks gone,
            Identity identity,
            DisplayNames names,
            MessageSource messages,
            Clock clock) {
        this.phones = phones;
        this.contacts = contacts;
        this.photos = photos;
        this.records = records;
        this.tasks = tasks;
        this.newSample = newSample;
        this.gone = gone;
        this.identity = identity;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Who is signed in, and whose this phone is.
     *
     * @param phone {@code NONE}, {@code OTHERS} or the name of a {@link PhoneState}
     * @param contact the server's time in its own form, for a phone that is theirs
     */
    record Me(
            String username,
            String name,
            String employer,
            List<String> roles,
            String phone,
            String checkCode,
            String contact,
            Instant serverTime,
            String csrfHeader,
            String csrf) {}

    @GetMapping("/m/api/me")
    Me me(@RequestParam(defaultValue = "") String phone, HttpServletRequest request) {
        Person person = identity.acting();
        Optional<PhoneView> known = phones.byKey(phone);
        Optional<PhoneView> own = known.filter(one -> one.owner().username().equals(person.username()));
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Me(
                person.username(),
                person.name(),
                person.employer().map(names::employer).orElse(""),
                person.roles().stream().map(Enum::name).sorted().toList(),
                own.map(one -> one.state().name()).orElse(known.isPresent() ? "OTHERS" : "NONE"),
                own.map(PhoneView::checkCode).orElse(null),
                own.filter(one -> one.state() != PhoneState.LOCKED)
                        .map(one -> contacts.token(one.id()))
                        .orElse(null),
                CityTime.now(clock),
                csrf == null ? null : csrf.getHeaderName(),
                csrf == null ? null : csrf.getToken());
    }

    /** @param jwk public key */
    record NewPhone(String jwk, String device) {}

    @PostMapping("/m/api/phones")
    PhoneView ask(@RequestBody NewPhone phone) {
        return phones.ask(phone.jwk(), phone.device());
    }

    @GetMapping("/m/api/tasks")
    List<SiteTasks.SiteTask> tasks() {
        return tasks.mine();
    }

    /** What a witness may need while there is no network. */
    @GetMapping("/m/api/ahead")
    List<SiteTasks.SiteTask> ahead() {
        return tasks.ahead();
    }

    /** What a sampler may need while there is no network, for a sample that nobody has ordered a test of. */
    @GetMapping("/m/api/new-sample")
    NewSample.Choices newSample() {
        return newSample.choices();
    }

    record Gone(String why) {}

    /** Why what a record would have completed does not wait any more. */
    @GetMapping("/m/api/gone")
    Gone gone(@RequestParam(defaultValue = "") String caseId) {
        return new Gone(gone.why(caseId));
    }

    @GetMapping(PHOTO)
    UploadState state(@PathVariable String sha256) {
        return photos.state(sha256);
    }

    /** The next part of a photo; a body that is longer than a part is refused without being read. */
    @PostMapping(PHOTO)
    UploadState add(
            @PathVariable String sha256,
            @RequestHeader("Upload-Offset") long offset,
            @RequestHeader("Upload-Length") long length,
            InputStream body)
            throws IOException {
        return photos.add(sha256, offset, length, body.readNBytes(SitePhotos.LARGEST_PART + 1));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> comeAgain(PhotosBusy busy, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, messages.getMessage("sampling.photo.busy", null, locale));
        problem.setProperty("code", "sampling.photo.busy");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(PhotosBusy.SECONDS))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /**
     * A record as it was signed.
     *
     * @param record the very text
     * @param signature base64url
     */
    record Sent(String record, String signature) {}

    @PostMapping("/m/api/records")
    RecordAnswer receive(@RequestBody Sent sent) {
        return records.receive(
                sent.record() == null ? "" : sent.record(), sent.signature() == null ? "" : sent.signature());
    }
}
