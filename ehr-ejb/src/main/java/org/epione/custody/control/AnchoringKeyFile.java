package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.epione.crypto.random.RandomSource;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/**
 * The key that pays for anchors: secp256k1, its 32 bytes as 64 hexadecimal digits in the file
 * {@code EPIONE_ANCHOR_KEY}, else {@code EPIONE_HOME/keys/anchor.key}, which is made at first use.
 * Readable by its owner only. It opens nothing but the money of its account, so it has no password.
 */
@ApplicationScoped
public class AnchoringKeyFile {

  /** Of the group of secp256k1 (SEC 2, section 2.4.1). */
  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  private static final String FILE = "anchor.key";
  private static final int HEX = 16;
  private static final int LENGTH = 32;
  private static final int RECOVERY_OFFSET = 27;

  @Inject private Settings settings;

  @Inject private KeyStorePassword keys;

  @Inject private RandomSource random;

  private @Nullable ECKeyPair pair;

  /** The account: 0x and 40 hexadecimal digits, lower case. */
  public String account() {
    return Numeric.prependHexPrefix(Keys.getAddress(pair()));
  }

  /** r, s (32 bytes each) and the recovery identifier (1) over Keccak-256 of the message. */
  public byte[] sign(byte[] message) {
    Sign.SignatureData signature = Sign.signMessage(message, pair());
    byte[] joined = Arrays.copyOf(signature.getR(), 2 * LENGTH + 1);
    System.arraycopy(signature.getS(), 0, joined, LENGTH, LENGTH);
    joined[2 * LENGTH] = (byte) (signature.getV()[0] - RECOVERY_OFFSET);
    return joined;
  }

  private synchronized ECKeyPair pair() {
    ECKeyPair known = pair;
    if (known == null) {
      known = read();
      pair = known;
    }
    return known;
  }

  private ECKeyPair read() {
    Path file = file();
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      byte[] text = Files.readAllBytes(file);
      String digits = new String(text, StandardCharsets.US_ASCII).strip();
      Arrays.fill(text, (byte) 0);
      if (!digits.matches("(0x)?[0-9a-fA-F]{64}")) {
        throw unusable();
      }
      BigInteger secret = new BigInteger(Numeric.cleanHexPrefix(digits), HEX);
      if (!isSecret(secret)) {
        throw unusable();
      }
      return ECKeyPair.create(secret);
    } catch (IOException e) {
      throw new UncheckedIOException("the anchoring key's file cannot be used", e);
    }
  }

  private void create(Path file) throws IOException {
    BigInteger secret = BigInteger.ZERO;
    while (!isSecret(secret)) {
      secret = new BigInteger(1, random.bytes(LENGTH));
    }
    byte[] text =
        Numeric.toHexStringNoPrefixZeroPadded(secret, 2 * LENGTH)
            .getBytes(StandardCharsets.US_ASCII);
    PrivateFiles.create(file, text);
    Arrays.fill(text, (byte) 0);
  }

  private static boolean isSecret(BigInteger number) {
    return number.signum() > 0 && number.compareTo(ORDER) < 0;
  }

  private Path file() {
    try {
      return settings
          .text("epione.anchor.key")
          .map(Path::of)
          .orElseGet(() -> keys.folder().resolve(FILE))
          .toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new InvalidSettingException("EPIONE_ANCHOR_KEY", "the path of a file", e);
    }
  }

  private static InvalidSettingException unusable() {
    return new InvalidSettingException(
        "EPIONE_ANCHOR_KEY", "a file that holds a secp256k1 key as 64 hexadecimal digits", null);
  }
}
