package org.epione.sharing.control;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RequestId;

/**
 * Requests that a doctor signed in one act. What binds them is what she signed in each: one chain,
 * one author, one time to the millisecond, one purpose, one end. So each party finds a bundle by
 * itself, nobody has to be believed on it, and nothing more stands on the chain (ADR 23).
 */
final class Bundles {

  /** Most records of one bundle. */
  static final int MOST_RECORDS = 50;

  private static final String TAG = "epione.sharing.bundle";

  private Bundles() {}

  /** SHA-256 over what all requests of one act have in common. */
  static Digest idOf(LedgerRecord request) {
    AccessRequestedBody body = (AccessRequestedBody) request.body();
    CanonicalWriter act = CanonicalWriter.of(TAG, 1);
    request.chain().write(act);
    request.author().write(act);
    return Digest.of(
        act.instant(request.time()).text(body.purpose()).instant(body.notAfter()).toByteArray());
  }

  /**
   * Checks that these requests are one act, each for another record.
   *
   * @throws MalformedEncodingException if they are not
   */
  static void requireOneAct(List<LedgerRecord> requests) {
    require(!requests.isEmpty() && requests.size() <= MOST_RECORDS, "too few or too many requests");
    require(
        requests.stream().allMatch(each -> each.body() instanceof AccessRequestedBody),
        "a record is no request");
    Digest first = idOf(requests.get(0));
    AccessRequestedBody model = body(requests.get(0));
    Set<RequestId> ids = new HashSet<>();
    Set<EpisodeReference> episodes = new HashSet<>();
    for (LedgerRecord each : requests) {
      AccessRequestedBody body = body(each);
      require(
          idOf(each).equals(first)
              && body.doctor().equals(model.doctor())
              && body.hospital().equals(model.hospital()),
          "the requests are not one act");
      require(ids.add(body.request()) && episodes.add(body.episode()), "a request is there twice");
    }
  }

  private static AccessRequestedBody body(LedgerRecord request) {
    return (AccessRequestedBody) request.body();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new MalformedEncodingException(TAG + ": " + otherwise);
    }
  }
}
