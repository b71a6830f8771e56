package stock;

import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class SubmissionController {

    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    @PostMapping("/submissions")
    String submit(@RequestParam("form") String form, @RequestParam("photos") List<MultipartFile> photos)
            throws IOException {
        return submissions
                .save(new Submission(
                        form,
                        photos.get(0).getBytes(),
                        photos.get(1).getBytes(),
                        photos.get(2).getBytes()))
                .id();
    }
}
