package org.jianzheng.sampling.phone.photo;

import java.time.Instant;

/** A photo that nobody can see any more, and on whose word. */
public record DestroyedPhoto(String sha256, String username, String reason, String byName, Instant at) {}
