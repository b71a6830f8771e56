package org.jianzheng.face.web;

import java.io.IOException;
import org.jianzheng.face.portrait.FacePortraits;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 我的人像: a sampler's or witness's own portrait and consent, seen by nobody else here. */
@Controller
class PortraitPages {

    private final FacePortraits portraits;

    PortraitPages(FacePortraits portraits) {
        this.portraits = portraits;
    }

    @GetMapping("/my/portrait")
    String mine(Model model) {
        model.addAttribute("portrait", portraits.mine().orElse(null));
        return "face/portrait";
    }

    @GetMapping("/my/portrait/picture")
    ResponseEntity<byte[]> picture() {
        return picture(portraits.myPicture());
    }

    static ResponseEntity<byte[]> picture(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }

    @PostMapping("/my/portrait")
    String enrol(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean consent)
            throws IOException {
        portraits.enrol(file.getBytes(), consent);
        return "redirect:/my/portrait";
    }

    @PostMapping("/my/portrait/revocation")
    String revoke() {
        portraits.revoke();
        return "redirect:/my/portrait";
    }
}
