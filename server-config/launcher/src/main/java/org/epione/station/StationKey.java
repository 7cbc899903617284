package org.epione.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.Ed25519;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.station.StationSigner;

/**
 * A station's key: 32 bytes in a file that only its owner may read. Not under a password, because
 * the station signs unattended; it signs blocks only, never for the doctor herself.
 */
public final class StationKey implements StationSigner, AutoCloseable {

  private final Ed25519 ed25519;
  private final Ed25519KeyPair keys;

  private StationKey(Ed25519 ed25519, Ed25519KeyPair keys) {
    this.ed25519 = ed25519;
    this.keys = keys;
  }

  /** The key in that file, made where there is none. */
  static StationKey in(Path file, Ed25519 ed25519) throws IOException {
    if (!Files.exists(file)) {
      try (Ed25519KeyPair fresh = ed25519.generate();
          SecretBytes seed = fresh.secretKey().export()) {
        byte[] bytes = seed.reveal(SecretAccess.token());
        DurableFiles.write(file, bytes);
        Arrays.fill(bytes, (byte) 0);
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    try (SecretBytes seed = SecretBytes.of(bytes)) {
      return new StationKey(ed25519, ed25519.restore(seed));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public ByteString key() {
    return ByteString.of(keys.publicKey().encode());
  }

  @Override
  public byte[] sign(byte[] message) {
    return ed25519.sign(keys.secretKey(), message);
  }

  /** What the doctor enrols. */
  public StationIdentity identity() {
    return new StationIdentity(key(), ByteString.of(sign(StationIdentity.toProve(key()))));
  }

  @Override
  public void close() {
    keys.close();
  }
}
