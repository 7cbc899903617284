package org.epione.ledger.state;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/** Fields of the state's encoding that stand in several places. */
final class Fields {

  private Fields() {}

  static void digest(CanonicalWriter to, Digest digest) {
    to.fixed(digest.bytes(), Digest.LENGTH);
  }

  static Digest digest(CanonicalReader from) {
    return Digest.decode(from.fixed(Digest.LENGTH));
  }

  static ByteString key(Digest digest) {
    return ByteString.of(digest.bytes());
  }

  static void episode(CanonicalWriter to, RecordId episode) {
    to.fixed(episode.bytes(), RecordId.LENGTH);
  }

  static RecordId episode(CanonicalReader from) {
    return RecordId.of(from.fixed(RecordId.LENGTH));
  }

  static ByteString fixed(CanonicalReader from, int length) {
    return ByteString.of(from.fixed(length));
  }
}
