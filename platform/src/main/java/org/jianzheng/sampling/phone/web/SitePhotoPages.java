package org.jianzheng.sampling.phone.web;

import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.phone.record.PhoneRecords;
import org.jianzheng.sampling.site.DeskExceptions;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What phones sent to a case, on its page; whoever may see the case may see it. */
@Controller
class SitePhotoPages {

    private final PhoneRecords records;
    private final SitePhotos photos;
    private final Sampling sampling;
    private final DeskExceptions exceptions;
    private final Identity identity;

    SitePhotoPages(
            PhoneRecords records, SitePhotos photos, Sampling sampling, DeskExceptions exceptions, Identity identity) {
        this.records = records;
        this.photos = photos;
        this.sampling = sampling;
        this.exceptions = exceptions;
        this.identity = identity;
    }

    static String url(String caseId, String username, String sha256) {
        return "/cases/%s/site/%s/%s".formatted(caseId, username, sha256);
    }

    @GetMapping("/cases/{caseId}/site")
    String site(@PathVariable String caseId, Model model) {
        model.addAttribute("caseId", caseId);
        model.addAttribute("records", records.ofCase(caseId));
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

    @GetMapping("/cases/{caseId}/site/{username}/{sha256}")
    ResponseEntity<byte[]> photo(
            @PathVariable String caseId,
            @PathVariable String username,
            @PathVariable String sha256,
            @RequestParam(defaultValue = "false") boolean small) {
        boolean named = records.ofCase(caseId).stream()
                .filter(record -> record.sender().username().equals(username))
                .anyMatch(record -> record.photos().stream()
                        .anyMatch(photo -> photo.sha256().equals(sha256)));
        if (!named) {
            throw new NotFound("sampling.photo.unknown");
        }
        byte[] shown = photos.find(sha256, username)
                .map(photo -> photos.shown(photo, small))
                .orElseThrow(() -> new NotFound("sampling.photo.unknown"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(shown);
    }
}
