package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sealed stream is what docs/formats.md says: it is opened here with the JDK's ciphers alone, and
 * streams that were sealed before are still opened.
 */
class StreamingAeadFormatTest {

  private final Aead aead = Suites.blst("stream format").aead();

  static Stream<TestVector> pinned() {
    return VectorFile.stream("streaming-aead/sealed.json");
  }

  @ParameterizedTest
  @MethodSource("pinned")
  void open_shouldGiveThePinnedPlaintext(TestVector vector) {
    AeadKey key = aead.restore(SecretBytes.of(vector.input("key")));
    SealedStreams.Outcome outcome =
        new SealedStreams(key).open(key, vector.input("associatedData"), vector.input("sealed"));
    assertThat(outcome.complete()).isEqualTo(vector.isValid());
    if (vector.isValid()) {
      assertThat(outcome.read()).isEqualTo(vector.expected("plaintext"));
    }
  }

  @Test
  void sealed_shouldBeAsDocumented() throws GeneralSecurityException {
    AeadKey key = aead.generateKey();
    for (int length : new int[] {0, 1, SealedStreams.FIRST, SealedStreams.FIRST + 1, 150_000}) {
      byte[] plaintext = SealedStreams.plaintext(length);
      byte[] sealed = new SealedStreams(key).seal(plaintext);
      byte[] secret = key.export().reveal(SecretAccess.token());
      assertThat(decrypt(secret, SealedStreams.CONTEXT, sealed)).isEqualTo(plaintext);
    }
  }

  /** docs/formats.md, "Sealed stream", step by step. */
  private static byte[] decrypt(byte[] key, byte[] associatedData, byte[] sealed)
      throws GeneralSecurityException {
    byte[] info = CanonicalWriter.of("epione.stream-key", 1).bytes(associatedData).toByteArray();
    byte[] derived = hkdf(key, DomainTag.STREAM_KEY.bytes(), info, 64);
    ByteBuffer in = ByteBuffer.wrap(sealed);
    assertThat(next(in, 32)).isEqualTo(Arrays.copyOfRange(derived, 32, 64));
    assertThat(in.get()).isEqualTo((byte) 40);
    byte[] salt = next(in, 32);
    byte[] noncePrefix = next(in, 7);
    byte[] streamKey = hkdf(Arrays.copyOf(derived, 32), salt, associatedData, 32);
    ByteArrayOutputStream plaintext = new ByteArrayOutputStream();
    int segment = 0;
    do {
      byte[] each = next(in, Math.min(in.remaining(), segment == 0 ? 65_496 : 65_536));
      ByteBuffer nonce = ByteBuffer.allocate(12).put(noncePrefix).putInt(segment++);
      nonce.put((byte) (in.hasRemaining() ? 0 : 1));
      Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
      gcm.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(streamKey, "AES"),
          new GCMParameterSpec(128, nonce.array()));
      plaintext.writeBytes(gcm.doFinal(each));
    } while (in.hasRemaining());
    return plaintext.toByteArray();
  }

  private static byte[] next(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] extracted = hmac(salt, secret);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] block = {};
    for (int i = 1; output.size() < length; i++) {
      ByteBuffer input = ByteBuffer.allocate(block.length + info.length + 1);
      block = hmac(extracted, input.put(block).put(info).put((byte) i).array());
      output.writeBytes(block);
    }
    return Arrays.copyOf(output.toByteArray(), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }
}
