package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.RequestId;

/**
 * {@code sharing.addendum}, from the asked hospital to the asking one: something was added to the
 * record that the request was about. It names the addendum and says nothing of what is in it.
 *
 * @param request the request under whose grant the record is read
 * @param addendum reference of the addendum's own episode
 */
record AddendumMessage(RequestId request, EpisodeReference addendum) {

  static final String TYPE = "sharing.addendum";
  private static final String TAG = "epione.sharing.addendum";
  private static final int REFERENCE_LENGTH = 8;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(request.value().bytes(), RequestId.LENGTH)
        .fixed(addendum.value().bytes(), REFERENCE_LENGTH)
        .toByteArray();
  }

  static AddendumMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RequestId request = new RequestId(ByteString.of(in.fixed(RequestId.LENGTH)));
    ByteString reference = ByteString.of(in.fixed(REFERENCE_LENGTH));
    return in.end(() -> new AddendumMessage(request, new EpisodeReference(reference)));
  }
}
