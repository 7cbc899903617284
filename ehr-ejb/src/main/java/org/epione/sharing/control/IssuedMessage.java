package org.epione.sharing.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code sharing.issued}, from the system manager to both hospitals: the re-encryption key is
 * issued, with everything that the asking hospital needs to check it.
 *
 * @param issued the RE_ENCRYPTION_KEY_ISSUED record
 */
record IssuedMessage(GrantEvidence evidence, OnChain issued) {

  static final String TYPE = "sharing.issued";
  private static final String TAG = "epione.sharing.issued";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1).bytes(evidence.encode());
    issued.write(out);
    return out.toByteArray();
  }

  static IssuedMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    GrantEvidence evidence = GrantEvidence.decode(in.bytes(GrantEvidence.MAX_ENCODED));
    OnChain issued = OnChain.read(in);
    return in.end(() -> new IssuedMessage(evidence, issued));
  }
}
