package org.epione.crypto.scheme.pre;

import java.util.Arrays;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;

/** The hash functions of SCOPED, each with its own tag, and what goes into them. */
final class ScopedHashes {

  private final BilinearGroup group;

  ScopedHashes(BilinearGroup group) {
    this.group = group;
  }

  /** H_E. */
  G1 record(RecordId record) {
    return group.hashToG1(DomainTag.SCOPED_RECORD, record.bytes());
  }

  /** H_T. */
  G1 symptom(byte[] symptomTag) {
    return group.hashToG1(DomainTag.SCOPED_SYMPTOM, symptomTag);
  }

  /** H_X. */
  G1 delegation(DelegationSecret x, RecordId record) {
    byte[] secret = x.secret().reveal(SecretAccess.token());
    byte[] message =
        CanonicalWriter.of("epione.scoped.delegation", 1)
            .fixed(secret, DelegationSecret.LENGTH)
            .fixed(record.bytes(), RecordId.LENGTH)
            .toByteArray();
    try {
      return group.hashToG1(DomainTag.SCOPED_DELEGATION, message);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(message, (byte) 0);
    }
  }

  /** H_V. */
  G1 validity(RecordId record, G2 c1, SearchTag c3, Digest payload) {
    byte[] message =
        CanonicalWriter.of("epione.scoped.validity", 1)
            .bytes(associatedData(record, c1, c3))
            .fixed(payload.bytes(), Digest.LENGTH)
            .toByteArray();
    return group.hashToG1(DomainTag.SCOPED_VALIDITY, message);
  }

  /** H2: what is compared in a search. */
  static SearchTag match(Gt value) {
    return SearchTag.of(value, DomainTag.SCOPED_MATCH);
  }

  /** All that is sent beside the payload and fixed before it. */
  byte[] associatedData(RecordId record, G2 c1, SearchTag c3) {
    return CanonicalWriter.of("epione.scoped.payload", 1)
        .fixed(record.bytes(), RecordId.LENGTH)
        .fixed(c1.encode(), G2.LENGTH)
        .fixed(c3.bytes(), SearchTag.LENGTH)
        .toByteArray();
  }
}
