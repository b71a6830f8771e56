package org.jianzheng.records.ledger;

import java.util.List;
import java.util.Optional;
import org.jianzheng.records.key.PlatformKey;
import org.jianzheng.records.key.PlatformKeys;
import org.jianzheng.records.key.SigningKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anybody needs who wants to hold the platform to its word: the newest signed checkpoint, and the keys to check it with. */
@Service
public class Checkpoints {

    private final TreeStore tree;
    private final PlatformKeys keys;

    Checkpoints(TreeStore tree, PlatformKeys keys) {
        this.tree = tree;
        this.keys = keys;
    }

    /** Empty until something was signed. */
    @Transactional(readOnly = true)
    public Optional<Checkpoint> latest() {
        return tree.latest();
    }

    /** All that are believed, the one that signs first. */
    public List<SigningKey> keys() {
        return keys.all().stream().map(PlatformKey::shown).toList();
    }
}
