package org.epione.team.boundary;

import java.time.Instant;

/** Something refused in an episode: what and why. */
public record RefusalView(Instant at, String kind, String reason) {}
