package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * That something was added to a record which a doctor may read; nothing of what.
 *
 * @param reference of the addendum's own episode
 * @param toldAt when the other hospital told it
 * @param followUp the doctor's request for it, if she made one
 * @param state of that request, as in {@link RequestView}
 */
public record AddendumNoticeView(
    String reference, Instant toldAt, Optional<String> followUp, Optional<String> state) {}
