package org.jianzheng.acquisition.web;

import java.io.IOException;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.acquisition.scene.PhotoMoment;
import org.jianzheng.acquisition.scene.RunPhotos;
import org.jianzheng.acquisition.scene.RunVideo;
import org.jianzheng.records.evidence.Papers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos and video of a run, on its page. */
@Controller
class ScenePages {

    private final Acquisition acquisition;
    private final RunPhotos photos;
    private final RunVideo video;
    private final Papers papers;

    ScenePages(Acquisition acquisition, RunPhotos photos, RunVideo video, Papers papers) {
        this.acquisition = acquisition;
        this.photos = photos;
        this.video = video;
        this.papers = papers;
    }

    @GetMapping("/runs/{id}/scene")
    String scene(@PathVariable String id, Model model) {
        RunView run = acquisition.run(id);
        model.addAttribute("run", run);
        model.addAttribute("photos", photos.of(id));
        model.addAttribute("moments", PhotoMoment.values());
        model.addAttribute("mayAdd", photos.mayAdd(id));
        model.addAttribute("footage", video.of(run));
        return "acquisition/scene :: scene";
    }

    @PostMapping("/runs/{id}/photos")
    String add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String moment,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        photos.add(id, moment, file.getOriginalFilename(), file.getBytes());
        return "redirect:/runs/{id}";
    }

    @GetMapping("/runs/{id}/photos/{photoId}")
    ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable String photoId) {
        return papers.answer(photos.find(id, photoId));
    }
}
