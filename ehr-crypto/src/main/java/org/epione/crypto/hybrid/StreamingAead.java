package org.epione.crypto.hybrid;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * Encryption of what is too large to hold in memory, as attachments are: AES256-GCM-HKDF-STREAMING
 * of Tink, segments of 64 KiB, behind a commitment to the key as in {@link Dem}. It follows
 * Hoang-Reyhanitabar-Rogaway-Vizar, "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance" (CRYPTO 2015), nOAE2: every segment is encrypted with AES-GCM under a key of
 * this stream only, with its number and whether it is the last in the nonce.
 *
 * <p>Sealed: commitment (32 bytes), header (40: its length as u8, salt 32, nonce prefix 7),
 * segments; each is 16 bytes longer than its plaintext. The first has up to 65,496 bytes, the
 * others 65,536, the last 16 to as many. Costs one HKDF more than {@link Aead}; memory is that of a
 * few segments, whatever the length, which may reach 2^32 segments (256 TiB).
 *
 * <p>Guarantees that no byte of plaintext comes out that was not sealed at this position under this
 * key and associated data. Refused are: changed, exchanged, repeated, missing and added segments,
 * those of another stream, and a stream that ends too early, wherever that is. Does not guarantee
 * that there is an end: <b>who reads must not act on data before the end was reached</b>, since a
 * stream may be cut after any segment and only its end tells. {@link #open} sees to that; whoever
 * uses {@link #opening} must himself.
 *
 * <p>Length is not hidden. Salt and nonce prefix come from Tink's own randomness, as its interface
 * admits none from outside; Tink keeps a copy of the derived key until it is collected.
 * Thread-safe; its streams are not.
 */
public final class StreamingAead {

  /** Length of a segment with its tag, in bytes. */
  public static final int SEGMENT = 64 * 1024;

  static final int HEADER = 1 + 32 + 7;
  static final int TAG = 16;

  private static final String MAC = "HmacSha256";
  private static final int BUFFER = 16 * 1024;

  /** There is nothing to configure. */
  public StreamingAead() {}

  /**
   * The key of one stream from the group element that a KEM gives.
   *
   * @param shared the secret that both sides know
   * @param purpose separates schemes
   * @param header everything that is sent beside the streams, and which of them it is
   */
  public AeadKey deriveKey(SecretBytes shared, DomainTag purpose, byte[] header) {
    return new AeadKey(Hkdf.derive(shared, purpose, header, AeadKey.LENGTH));
  }

  /** How long the sealed form of so many bytes is. */
  public static long sealedLength(long plaintext) {
    if (plaintext < 0) {
      throw new IllegalArgumentException("a length is not negative");
    }
    long beforeSegments = CommittedKey.COMMITMENT + (long) HEADER;
    long whole = SEGMENT - (long) TAG;
    long segments = Math.max(1, (plaintext + HEADER + whole - 1) / whole);
    return beforeSegments + plaintext + segments * TAG;
  }

  /**
   * Encrypts all of {@code source} into {@code sink}; closes neither.
   *
   * @param key of this stream only
   * @param associatedData what the stream is bound to, such as {@link AttachmentContext}
   * @return number of bytes read
   * @throws IOException from either; the sealed stream is then not complete and will be refused
   */
  public long seal(AeadKey key, byte[] associatedData, InputStream source, OutputStream sink)
      throws IOException {
    SealingStream out = sealing(key, associatedData, sink);
    long length = source.transferTo(out);
    out.complete();
    return length;
  }

  /** Encrypts what is written to the result into {@code sink}; see there. */
  public SealingStream sealing(AeadKey key, byte[] associatedData, OutputStream sink)
      throws IOException {
    try (CommittedKey committed = committed(key, associatedData)) {
      sink.write(committed.commitment());
      return new SealingStream(cipher(committed), associatedData, sink);
    }
  }

  /**
   * Decrypts all of {@code source} into {@code sink}, and commits it only when the end was reached;
   * else the sink is told to discard. Does not close {@code source}.
   *
   * @return number of bytes written
   * @throws DecryptionFailedException if key, associated data or any byte differ, or any is missing
   * @throws IOException from either
   */
  public long open(AeadKey key, byte[] associatedData, InputStream source, PlaintextSink sink)
      throws IOException {
    boolean complete = false;
    try {
      OpeningStream in = opening(key, associatedData, source);
      byte[] buffer = new byte[BUFFER];
      long length = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sink.write(buffer, 0, read);
        length += read;
      }
      Arrays.fill(buffer, (byte) 0);
      complete = true;
      sink.commit();
      return length;
    } finally {
      if (!complete) {
        sink.discard();
      }
    }
  }

  /**
   * Decrypts {@code source} as it is read. Do not act on what was read before the end was reached:
   * see {@link OpeningStream}.
   *
   * @throws DecryptionFailedException if the key or the associated data is another
   * @throws IOException from {@code source}
   */
  public OpeningStream opening(AeadKey key, byte[] associatedData, InputStream source)
      throws IOException {
    try (CommittedKey committed = committed(key, associatedData)) {
      if (!committed.matches(source.readNBytes(CommittedKey.COMMITMENT))) {
        throw new DecryptionFailedException();
      }
      return new OpeningStream(cipher(committed), associatedData, source);
    }
  }

  private static CommittedKey committed(AeadKey key, byte[] associatedData) {
    byte[] info = CanonicalWriter.of("epione.stream-key", 1).bytes(associatedData).toByteArray();
    return CommittedKey.derive(key.secret(), DomainTag.STREAM_KEY, info);
  }

  private static AesGcmHkdfStreaming cipher(CommittedKey committed) {
    byte[] secret = committed.key().secret().reveal(SecretAccess.token());
    try {
      return new AesGcmHkdfStreaming(secret, MAC, AeadKey.LENGTH, SEGMENT, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-256-GCM", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
