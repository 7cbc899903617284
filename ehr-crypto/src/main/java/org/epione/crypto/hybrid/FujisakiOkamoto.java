package org.epione.crypto.hybrid;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.random.RandomSource;
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
 * data) and, apart from them, the key of the payload. The seed is sealed under the encapsulated key
 * and bound to the whole header, so that nobody but who knows the key can put it under another one.
 * Who decrypts finds the seed, has the {@link Kem} repeat the encapsulation, and accepts only if it
 * comes to the same key and the header is sound; so a header that is accepted opens alike for all.
 * How much of the header must be made again for that is for the Kem to say ({@link
 * Kem#expectedKey}; docs/adr/0011). Every failure is the one {@link DecryptionFailedException}. How
 * long it takes tells whether the sealed seed opened, nothing else of the key.
 *
 * <p>The price: decryption also costs an encapsulation, or what the Kem needs of it, and nobody
 * without the key can tell a sound ciphertext from a changed one. Thread-safe.
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

    /**
     * The key that {@link #encapsulate} would give with {@code coins}, if {@code header} is sound.
     * All of the header is made again and compared. A Kem that overrides this may leave out what
     * the caller's own decapsulation shows: if it comes to the key returned, the header must give
     * this key to every recipient, and whether it does must not depend on the recipient's secrets,
     * or the decryption would tell of them.
     *
     * @throws DecryptionFailedException if the header is not sound
     */
    default Gt expectedKey(RandomSource coins, H header) {
      Encapsulated<H> made = encapsulate(coins);
      if (!made.header().equals(header)) {
        throw new DecryptionFailedException();
      }
      return made.key();
    }

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
    byte[] plain = random.bytes(SEED);
    try (SecretBytes seed = SecretBytes.of(plain);
        Coins coins = new Coins(seed, context)) {
      Encapsulated<H> made = kem.encapsulate(coins);
      byte[] header = header(kem, context, made.header());
      byte[] sealedSeed;
      try (SecretBytes shared = made.key().toSecret()) {
        sealedSeed = new Dem(new Aead(coins)).seal(shared, DomainTag.FO_SEED, header, plain);
      }
      byte[] payload =
          dem.seal(seed, DomainTag.FO_PAYLOAD, payloadData(header, sealedSeed), plaintext);
      return new Sealed<>(made.header(), ByteString.of(sealedSeed), ByteString.of(payload));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Decrypts.
   *
   * @param key what the secret key gave for the ciphertext's header
   * @throws DecryptionFailedException if key, recipient, associated data or any byte differ, or it
   *     was not sound when it was made
   */
  public <H> byte[] open(
      Gt key, Kem<H> kem, byte[] recipient, byte[] associatedData, Sealed<H> sealed) {
    Digest context = context(recipient, associatedData);
    byte[] header = header(kem, context, sealed.header());
    byte[] sealedSeed = sealed.seed().bytes();
    byte[] found;
    try (SecretBytes shared = key.toSecret()) {
      found = dem.open(shared, DomainTag.FO_SEED, header, sealedSeed);
    }
    try (SecretBytes seed = SecretBytes.of(found);
        Coins coins = new Coins(seed, context)) {
      if (!kem.expectedKey(coins, sealed.header()).equals(key)) {
        throw new DecryptionFailedException();
      }
      return dem.open(
          seed, DomainTag.FO_PAYLOAD, payloadData(header, sealedSeed), sealed.payload().bytes());
    } finally {
      Arrays.fill(found, (byte) 0);
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

  /** What the payload is bound to: all but itself. */
  private static byte[] payloadData(byte[] header, byte[] sealedSeed) {
    return CanonicalWriter.of("epione.fo.payload", 1).bytes(header).bytes(sealedSeed).toByteArray();
  }
}
