package org.epione.sharing.control;

import java.util.stream.Stream;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * What a grant rests on, each with its place on the chain. {@link GrantProof} checks that all of it
 * holds and belongs together.
 *
 * @param opened the episode's EPISODE_OPENED record, which names the key that must have consented
 * @param diagnosis the DIAGNOSIS record, which names the ciphertext
 * @param requested the ACCESS_REQUESTED record
 * @param consented the CONSENT_GIVEN record, which carries the grant
 */
record GrantEvidence(OnChain opened, OnChain diagnosis, OnChain requested, OnChain consented) {

  /** Most bytes of an encoding. */
  static final int MAX_ENCODED = 512 * 1024;

  private static final String TAG = "epione.sharing.evidence";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    all().forEach(each -> each.write(out));
    return out.toByteArray();
  }

  static GrantEvidence decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    OnChain opened = OnChain.read(in);
    OnChain diagnosis = OnChain.read(in);
    OnChain requested = OnChain.read(in);
    OnChain consented = OnChain.read(in);
    return in.end(() -> new GrantEvidence(opened, diagnosis, requested, consented));
  }

  Stream<OnChain> all() {
    return Stream.of(opened, diagnosis, requested, consented);
  }
}
