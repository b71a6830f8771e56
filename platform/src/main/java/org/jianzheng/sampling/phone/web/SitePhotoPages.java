package org.jianzheng.sampling.phone.web;

import java.util.Objects;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.PhotoDestruction;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.EvidenceDecisions;
import org.jianzheng.sampling.phone.record.PhoneRecordView;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.phone.record.UnorderedSamples;
import org.jianzheng.sampling.site.DeskExceptions;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What phones sent to a case, on its page; whoever may see the case may see it. */
@Controller
class SitePhotoPages {

    private final PhoneRecords records;
    private final UnorderedSamples unordered;
    private final SitePhotos photos;
    private final PhotoDestruction destruction;
    private final EvidenceDecisions evidence;
    private final Sampling sampling;
    private final DeskExceptions exceptions;
    private final Identity identity;

    SitePhotoPages(
            PhoneRecords records,
            UnorderedSamples unordered,
            SitePhotos photos,
            PhotoDestruction destruction,
            EvidenceDecisions evidence,
            Sampling sampling,
            DeskExceptions exceptions,
            Identity identity) {
        this.records = records;
        this.unordered = unordered;
        this.photos = photos;
        this.destruction = destruction;
        this.evidence = evidence;
        this.sampling = sampling;
        this.exceptions = exceptions;
        this.identity = identity;
    }

    @GetMapping("/cases/{caseId}/site")
    String site(@PathVariable String caseId, Model model) {
        model.addAttribute("caseId", caseId);
        model.addAttribute("records", records.ofCase(caseId));
        model.addAttribute("unordered", unordered.ofCase(caseId));
        model.addAttribute("decided", evidence.ofCase(caseId));
        model.addAttribute("mayDecide", evidence.mayDecide());
        model.addAttribute("mayDestroy", destruction.mayDestroy());
        model.addAttribute("mayGrant", identity.acting().ofStation() && isPhoneOnly(caseId));
        return "sampling/site :: site";
    }

    private boolean isPhoneOnly(String caseId) {
        return sampling.find(caseId)
                .filter(sample ->
                        sample.state().equals("ISSUED") || sample.state().equals("TAKEN"))
                .filter(sample -> exceptions.isPhoneOnly(caseId, sample.marksIssuedAt()))
                .isPresent();
    }

    @GetMapping("/cases/{caseId}/site/{username}/{proof}")
    ResponseEntity<byte[]> photo(
            @PathVariable String caseId,
            @PathVariable String username,
            @PathVariable String proof,
            @RequestParam(defaultValue = "false") boolean small) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(photos.shown(named(caseId, username, proof), small));
    }

    private SitePhoto named(String caseId, String username, String proof) {
        return records.ofCase(caseId).stream()
                .flatMap(record -> record.photos().stream())
                .map(PhoneRecordView.Photo::kept)
                .filter(Objects::nonNull)
                .filter(photo ->
                        photo.username().equals(username) && photo.proof().equals(proof))
                .findFirst()
                .orElseThrow(() -> new NotFound("sampling.photo.unknown"));
    }

    @PostMapping("/cases/{caseId}/site/{username}/{proof}/destruction")
    String destroy(
            @PathVariable String caseId,
            @PathVariable String username,
            @PathVariable String proof,
            @RequestParam(defaultValue = "") String reason) {
        destruction.destroy(caseId, named(caseId, username, proof), reason);
        return "redirect:/cases/{caseId}";
    }
}
