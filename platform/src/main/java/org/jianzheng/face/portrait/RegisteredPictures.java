package org.jianzheng.face.portrait;

import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.phone.photo.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 免冠照: what the registry has of people, handed in with their registration and approved by the station. */
@Component
public class RegisteredPictures {

    private static final Logger log = LoggerFactory.getLogger(RegisteredPictures.class);

    private static final int SIDE = 1200;
    /** As small as registrations take them. */
    private static final int LEAST_SIDE = 120;

    private final Registry registry;
    private final EvidenceFiles files;

    RegisteredPictures(Registry registry, EvidenceFiles files) {
        this.registry = registry;
        this.files = files;
    }

    public boolean has(String username) {
        return !sha256(username).isEmpty();
    }

    /** As a JPEG with nothing in it but the picture. The caller has checked who may look. */
    public Optional<byte[]> of(String username) {
        String sha256 = sha256(username);
        try {
            return sha256.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Picture.read(files.read(sha256), LEAST_SIDE).plain(SIDE));
        } catch (RuleBroken unreadable) {
            log.warn("The registered picture of {} cannot be shown: {}", username, unreadable.code());
            return Optional.empty();
        }
    }

    private String sha256(String username) {
        try {
            return registry.member(username).portrait();
        } catch (NotFound nobody) {
            return "";
        }
    }
}
