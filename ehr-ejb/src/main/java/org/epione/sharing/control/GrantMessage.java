package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code sharing.grant}, from the asked hospital to the system manager: the whole case, proven from
 * the chain, and the patient's share of the re-encryption key, sealed.
 *
 * @param sealedKeys {@link DelegationKeys} under HPKE to the system manager, see there
 */
record GrantMessage(GrantEvidence evidence, ByteString sealedKeys) {

  static final String TYPE = "sharing.grant";
  private static final String TAG = "epione.sharing.grant";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(evidence.encode())
        .bytes(sealedKeys.bytes())
        .toByteArray();
  }

  static GrantMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    GrantEvidence evidence = GrantEvidence.decode(in.bytes(GrantEvidence.MAX_ENCODED));
    ByteString sealedKeys = ByteString.of(in.bytes(DelegationKeys.MAX_SEALED));
    return in.end(() -> new GrantMessage(evidence, sealedKeys));
  }
}
