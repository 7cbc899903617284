package org.epione.sharing.control;

import java.util.List;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.EpisodeReference;

/**
 * {@code sharing.offered}, from the asked hospital to the asking one: further records that the
 * patient lets the doctor know of, and has allowed beforehand.
 *
 * @param bundle what names the doctor's act
 * @param references 1 to {@value Bundles#MOST_RECORDS}, each once
 */
record OfferedMessage(Digest bundle, List<EpisodeReference> references) {

  static final String TYPE = "sharing.offered";
  private static final String TAG = "epione.sharing.offered";
  private static final int REFERENCE_LENGTH = 8;

  OfferedMessage {
    references = List.copyOf(references);
    if (references.isEmpty()
        || references.size() > Bundles.MOST_RECORDS
        || Set.copyOf(references).size() != references.size()) {
      throw new MalformedEncodingException(TAG + ": the references are not each once");
    }
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(bundle.bytes(), Digest.LENGTH)
        .list(references, (out, each) -> out.fixed(each.value().bytes(), REFERENCE_LENGTH))
        .toByteArray();
  }

  static OfferedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new OfferedMessage(
                Digest.decode(in.fixed(Digest.LENGTH)),
                in.list(
                    Bundles.MOST_RECORDS,
                    from -> new EpisodeReference(ByteString.of(from.fixed(REFERENCE_LENGTH))))));
  }
}
