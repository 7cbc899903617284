package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code sharing.grant}, from the asked hospital to the system manager: the whole case, proven from
 * the chain, and the patient's share of the re-encryption key, sealed.
 *
 * @param opened the episode's EPISODE_OPENED record, which names the key that must have consented
 * @param diagnosis the DIAGNOSIS record, which names the ciphertext
 * @param requested the ACCESS_REQUESTED record
 * @param consented the CONSENT_GIVEN record, which carries the grant
 * @param sealedKeys {@link DelegationKeys} under HPKE to the system manager, see there
 */
record GrantMessage(
    OnChain opened,
    OnChain diagnosis,
    OnChain requested,
    OnChain consented,
    ByteString sealedKeys) {

  static final String TYPE = "sharing.grant";
  private static final String TAG = "epione.sharing.grant";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    opened.write(out);
    diagnosis.write(out);
    requested.write(out);
    consented.write(out);
    return out.bytes(sealedKeys.bytes()).toByteArray();
  }

  static GrantMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    OnChain opened = OnChain.read(in);
    OnChain diagnosis = OnChain.read(in);
    OnChain requested = OnChain.read(in);
    OnChain consented = OnChain.read(in);
    ByteString sealedKeys = ByteString.of(in.bytes(DelegationKeys.MAX_SEALED));
    return in.end(() -> new GrantMessage(opened, diagnosis, requested, consented, sealedKeys));
  }
}
