package org.epione.sharing.control;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.record.StandingConsentUsedBody;

/**
 * How a request was answered with a grant: by the patient herself, by what she granted ahead, or
 * without her in an emergency.
 *
 * @param notAfter until when it counts; what was granted ahead no longer than was asked for
 * @param ahead whether she granted it before it was asked for
 */
record Answer(RequestId request, Grant grant, Instant notAfter, boolean ahead) {

  /** The answer that a record gives; empty if it is none. */
  static Optional<Answer> of(RecordBody body, AccessRequestedBody asked) {
    if (body instanceof ConsentGivenBody given) {
      return Optional.of(
          new Answer(given.request(), given.grant(), given.grant().notAfter(), false));
    }
    if (body instanceof EmergencyOpenedBody opened) {
      return Optional.of(
          new Answer(opened.request(), opened.grant(), opened.grant().notAfter(), false));
    }
    return body instanceof StandingConsentUsedBody used
        ? Optional.of(new Answer(used.request(), used.grant(), end(used.grant(), asked), true))
        : Optional.empty();
  }

  /** Until when a grant made ahead counts as the answer to that request. */
  static Instant end(Grant ahead, AccessRequestedBody asked) {
    return Collections.min(List.of(ahead.notAfter(), asked.notAfter()));
  }
}
