package org.epione.sharing.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * {@code sharing.issue}, from the system manager to itself: the officer ordered this key to be
 * issued. So each key is issued in a transaction of its own, also after a restart.
 *
 * @param grant the digest of the patient's grant
 */
record IssueOrder(Digest grant) {

  static final String TYPE = "sharing.issue";
  private static final String TAG = "epione.sharing.issue";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(grant.bytes(), Digest.LENGTH).toByteArray();
  }

  static IssueOrder decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new IssueOrder(Digest.decode(in.fixed(Digest.LENGTH))));
  }
}
