package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/** The fields that several bodies share, each written and read in one way. */
final class RecordFields {

  /** Longest purpose or reason code in bytes. */
  static final int MAX_CODE = 32;

  private RecordFields() {}

  static Digest digest(CanonicalReader from) {
    return Digest.decode(from.fixed(Digest.LENGTH));
  }

  static void digest(CanonicalWriter to, Digest digest) {
    to.fixed(digest.bytes(), Digest.LENGTH);
  }

  static RecordId episode(CanonicalReader from) {
    return RecordId.of(from.fixed(RecordId.LENGTH));
  }

  static void episode(CanonicalWriter to, RecordId episode) {
    to.fixed(episode.bytes(), RecordId.LENGTH);
  }

  static ByteString fixed(CanonicalReader from, int length) {
    return ByteString.of(from.fixed(length));
  }

  /** One byte, 0 or 1. */
  static boolean flag(CanonicalReader from) {
    int value = from.u8();
    if (value > 1) {
      throw new MalformedEncodingException("neither yes nor no");
    }
    return value == 1;
  }

  /** Refuses what is no code: 1 to 32 of A-Z, 0-9, - and _. */
  static void requireCode(String code, String what) {
    if (!code.matches("[A-Z0-9_-]{1,32}")) {
      throw new IllegalArgumentException("bad " + what);
    }
  }
}
