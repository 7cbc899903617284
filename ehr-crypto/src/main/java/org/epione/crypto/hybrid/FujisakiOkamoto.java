package org.epione.crypto.hybrid;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;

/**
 * The Fujisaki-Okamoto transformation: makes a key encapsulation that is secure against chosen
 * plaintexts, and malleable, into an encryption that is secure against chosen ciphertexts in the
 * random oracle model (Fujisaki and Okamoto, Journal of Cryptology 26 (2013); in the modular form
 * of Hofheinz, Hövelmanns and Kiltz, TCC 2017, with explicit rejection).
 *
 * <p>A random seed of 32 bytes gives all coins of the encapsulation (with recipient and associated
 * data) and, apart from them, the key of the payload. The seed is sealed under the encapsulated
 * key. Who decrypts finds the seed, repeats the whole encapsulation and accepts only if header and
 * sealed seed come out the same to the last byte; so a header that no honest encryptor would have
 * made opens for nobody, and one that is accepted opens alike for all. Every failure is the one
 * {@link DecryptionFailedException}.
 *
 * <p>The price: decryption also costs one encapsulation, and nobody without the key can tell a
 * sound ciphertext from a changed one. Thread-safe.
 */
public final class FujisakiOkamoto {

  /** Length of the sealed seed in bytes. */
  public static final int SEALED_SEED = 32 + Dem.OVERHEAD;

  private static final int SEED = 32;

  private final RandomSource random;
  private final Dem dem;

  /** Takes seeds from {@code random}. */
  public FujisakiOkamoto(RandomSource random) {
    this.random = random;
    this.dem = new Dem(new Aead(random));
  }

  /**
   * The key encapsulation for one recipient.
   *
   * @param <H> its header: what is sent so that the recipient finds the key
   */
  public interface Kem<H> {

    /** A fresh key and its header; takes every random choice from {@code coins}. */
    Encapsulated<H> encapsulate(RandomSource coins);

    /** Writes the header's fields. */
    void write(CanonicalWriter out, H header);
  }

  /**
   * What an encapsulation gives.
   *
   * @param header what is sent
   * @param key what header and secret key give
   * @param <H> the header
   */
  public record Encapsulated<H>(H header, Gt key) {

    /** Constant: the key is secret. */
    @Override
    public String toString() {
      return "Encapsulated";
    }
  }

  /**
   * An encrypted value.
   *
   * @param header of the key encapsulation
   * @param seed the sealed seed, {@link #SEALED_SEED} bytes
   * @param payload {@link Dem} of the plaintext under a key from the seed
   * @param <H> the header
   */
  public record Sealed<H>(H header, ByteString seed, ByteString payload) {

    /** Refuses a sealed seed of another length. */
    public Sealed {
      if (seed.size() != SEALED_SEED) {
        throw new IllegalArgumentException("a sealed seed has " + SEALED_SEED + " bytes");
      }
    }

    /** Reads back {@link #write}. */
    public static <H> Sealed<H> read(
        CanonicalReader in, Function<CanonicalReader, H> header, int maxPayload) {
      return new Sealed<>(
          header.apply(in),
          ByteString.of(in.fixed(SEALED_SEED)),
          ByteString.of(in.bytes(maxPayload)));
    }

    /** Writes the header's fields, {@code fixed} sealed seed, {@code bytes} payload. */
    public CanonicalWriter write(CanonicalWriter out, BiConsumer<CanonicalWriter, H> writer) {
      writer.accept(out, header);
      return out.fixed(seed.bytes(), SEALED_SEED).bytes(payload.bytes());
    }

    @Override
    public String toString() {
      return "Sealed";
    }
  }

  /**
   * Encrypts.
   *
   * @param recipient canonical encoding of whom {@code kem} encapsulates to, under which parameters
   * @param associatedData bound to the ciphertext and not contained in it
   */
  public <H> Sealed<H> seal(Kem<H> kem, byte[] recipient, byte[] associatedData, byte[] plaintext) {
    Digest context = context(recipient, associatedData);
    try (SecretBytes seed = SecretBytes.of(random.bytes(SEED))) {
      Wrapped<H> made = wrap(kem, context, seed);
      return new Sealed<>(
          made.header,
          made.seed,
          ByteString.of(dem.seal(seed, DomainTag.FO_PAYLOAD, made.bytes(), plaintext)));
    }
  }

  /**
   * Decrypts.
   *
   * @param key what the secret key gave for the ciphertext's header
   * @throws DecryptionFailedException if key, recipient, associated data or any byte differ, or it
   *     was not made by {@link #seal}
   */
  public <H> byte[] open(
      Gt key, Kem<H> kem, byte[] recipient, byte[] associatedData, Sealed<H> sealed) {
    Digest context = context(recipient, associatedData);
    byte[] header = header(kem, context, sealed.header());
    byte[] found;
    try (SecretBytes shared = key.toSecret()) {
      found = dem.open(shared, DomainTag.FO_SEED, header, sealed.seed().bytes());
    }
    try (SecretBytes seed = SecretBytes.of(found)) {
      byte[] received =
          new Wrapped<>(sealed.header(), ByteString.of(header), sealed.seed()).bytes();
      if (!ConstantTime.areEqual(wrap(kem, context, seed).bytes(), received)) {
        throw new DecryptionFailedException();
      }
      return dem.open(seed, DomainTag.FO_PAYLOAD, received, sealed.payload().bytes());
    } finally {
      Arrays.fill(found, (byte) 0);
    }
  }

  /** The encapsulation and sealed seed that {@code seed} gives: no other randomness goes in. */
  private static <H> Wrapped<H> wrap(Kem<H> kem, Digest context, SecretBytes seed) {
    byte[] plain = seed.reveal(SecretAccess.token());
    try (Coins coins = new Coins(seed, context)) {
      Encapsulated<H> made = kem.encapsulate(coins);
      byte[] header = header(kem, context, made.header());
      try (SecretBytes shared = made.key().toSecret()) {
        Dem seedDem = new Dem(new Aead(coins));
        byte[] sealedSeed = seedDem.seal(shared, DomainTag.FO_SEED, header, plain);
        return new Wrapped<>(made.header(), ByteString.of(header), ByteString.of(sealedSeed));
      }
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static Digest context(byte[] recipient, byte[] associatedData) {
    return Digest.of(
        CanonicalWriter.of("epione.fo.context", 1)
            .bytes(recipient)
            .bytes(associatedData)
            .toByteArray());
  }

  private static <H> byte[] header(Kem<H> kem, Digest context, H header) {
    CanonicalWriter out = CanonicalWriter.of("epione.fo.header", 1);
    kem.write(out.fixed(context.bytes(), Digest.LENGTH), header);
    return out.toByteArray();
  }

  /** All but the payload. */
  private record Wrapped<H>(H header, ByteString encodedHeader, ByteString seed) {

    /** What the payload is bound to. */
    byte[] bytes() {
      return CanonicalWriter.of("epione.fo.payload", 1)
          .bytes(encodedHeader.bytes())
          .bytes(seed.bytes())
          .toByteArray();
    }
  }
}
