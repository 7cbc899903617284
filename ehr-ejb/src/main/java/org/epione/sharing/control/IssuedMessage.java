package org.epione.sharing.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code sharing.issued}, from the system manager to both hospitals: the re-encryption key is
 * issued, and how the asking hospital can check all of it.
 *
 * @param issued the RE_ENCRYPTION_KEY_ISSUED record
 */
record IssuedMessage(
    OnChain opened, OnChain diagnosis, OnChain requested, OnChain consented, OnChain issued) {

  static final String TYPE = "sharing.issued";
  private static final String TAG = "epione.sharing.issued";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    opened.write(out);
    diagnosis.write(out);
    requested.write(out);
    consented.write(out);
    issued.write(out);
    return out.toByteArray();
  }

  static IssuedMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    OnChain opened = OnChain.read(in);
    OnChain diagnosis = OnChain.read(in);
    OnChain requested = OnChain.read(in);
    OnChain consented = OnChain.read(in);
    OnChain issued = OnChain.read(in);
    return in.end(() -> new IssuedMessage(opened, diagnosis, requested, consented, issued));
  }
}
