package org.epione.custody.control;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of a person, besides the current one, that must not be destroyed: public, as
 * custody's table names them.
 *
 * @param possessions the proof of possession (48 bytes) by the public key (96 bytes), ascending
 */
record KeptSigningKeys(SortedMap<ByteString, ByteString> possessions) {

  private static final String TAG = "epione.kept-signing-keys";
  private static final int MAX = OpenPersonKeys.MAX_SIGNING - 1;

  KeptSigningKeys {
    possessions = Collections.unmodifiableSortedMap(new TreeMap<>(possessions));
  }

  private record Kept(ByteString key, ByteString possession) {}

  /**
   * Tag {@code epione.kept-signing-keys}, 1: a list of 1 to 15 public keys (96 bytes), ascending,
   * each with its proof of possession (48 bytes); nothing where none is kept.
   */
  byte @Nullable [] encode() {
    if (possessions.isEmpty()) {
      return null;
    }
    return CanonicalWriter.of(TAG, 1)
        .list(possessions.entrySet(), KeptSigningKeys::write)
        .toByteArray();
  }

  /**
   * Reads what {@link #encode} made.
   *
   * @throws MalformedEncodingException for anything else
   */
  static KeptSigningKeys decode(byte @Nullable [] encoded) {
    SortedMap<ByteString, ByteString> possessions = new TreeMap<>();
    if (encoded == null) {
      return new KeptSigningKeys(possessions);
    }
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    List<Kept> all = in.list(MAX, KeptSigningKeys::read);
    in.end();
    if (all.isEmpty()) {
      throw new MalformedEncodingException(TAG + ": none");
    }
    for (Kept each : all) {
      if (!possessions.isEmpty() && possessions.lastKey().compareTo(each.key()) >= 0) {
        throw new MalformedEncodingException(TAG + ": not ascending");
      }
      possessions.put(each.key(), each.possession());
    }
    return new KeptSigningKeys(possessions);
  }

  Optional<ByteString> possession(ByteString key) {
    return Optional.ofNullable(possessions.get(key));
  }

  KeptSigningKeys with(ByteString key, ByteString possession) {
    SortedMap<ByteString, ByteString> more = new TreeMap<>(possessions);
    more.put(key, possession);
    return new KeptSigningKeys(more);
  }

  KeptSigningKeys without(ByteString key) {
    SortedMap<ByteString, ByteString> fewer = new TreeMap<>(possessions);
    fewer.remove(key);
    return new KeptSigningKeys(fewer);
  }

  private static void write(CanonicalWriter out, Map.Entry<ByteString, ByteString> kept) {
    out.fixed(kept.getKey().bytes(), BlsPublicKey.LENGTH)
        .fixed(kept.getValue().bytes(), ProofOfPossession.LENGTH);
  }

  private static Kept read(CanonicalReader in) {
    return new Kept(
        ByteString.of(in.fixed(BlsPublicKey.LENGTH)),
        ByteString.of(in.fixed(ProofOfPossession.LENGTH)));
  }
}
