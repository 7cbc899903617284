package org.epione.ledger.state;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * The key with which a doctor began something, within the encoding of the state: written, in
 * versions that have room for it, exactly where it is one that she had before.
 */
final class EarlierKey {

  private EarlierKey() {}

  static void write(
      CanonicalWriter to, Delegates doctors, int version, Pid doctor, ByteString key) {
    if (version >= StateEncoding.FORMER_KEYS) {
      Optional<ByteString> present = doctors.get(doctor).map(Delegate::signingKey);
      to.optional(
          Optional.of(key).filter(each -> !present.equals(Optional.of(each))),
          (each, value) -> each.fixed(value.bytes(), KeyLengths.BLS_KEY));
    }
  }

  static ByteString read(CanonicalReader from, Delegates doctors, int version, Pid pid) {
    Delegate doctor =
        doctors
            .get(pid)
            .orElseThrow(() -> new MalformedEncodingException("the key of an unknown doctor"));
    Optional<ByteString> former =
        version >= StateEncoding.FORMER_KEYS
            ? from.optional(each -> Fields.fixed(each, KeyLengths.BLS_KEY))
            : Optional.empty();
    if (former.filter(key -> !isFormer(doctor, key)).isPresent()) {
      throw new MalformedEncodingException("not a key that the doctor had before");
    }
    return former.orElseGet(doctor::signingKey);
  }

  private static boolean isFormer(Delegate doctor, ByteString key) {
    return !key.equals(doctor.signingKey()) && doctor.certificateOf(key).isPresent();
  }
}
