package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.keyring.KeyName;
import org.epione.crypto.keyring.KeyRing;
import org.epione.crypto.keyring.WrappedKey;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.custody.boundary.ReleasedEscrow;

/** Keys of one recovery each; the secret half is wrapped under the stretched code. */
@ApplicationScoped
public class RecoveryKeys {

  private static final String TAG = "epione.recovery-key";
  private static final String RING = "reset-code";
  private static final long ONLY = 1;
  private static final int MAX_SALT = 256;
  private static final int MAX_WRAPPED = 512;

  @Inject private Stretching stretching;
  @Inject private Escrows escrows;
  @Inject private CryptoSuite crypto;

  /** A new key, to be used with the code. */
  public RecoveryKey create(ByteString recovery, char[] code) {
    PasswordSalt salt = stretching.newSalt();
    try (HpkeKeyPair pair = crypto.hpke().generate();
        SecretBytes secret = pair.secretKey().export();
        KeyRing codes = ring(code, salt)) {
      byte[] sealed =
          CanonicalWriter.of(TAG, 1)
              .bytes(salt.encode())
              .bytes(codes.wrap(name(recovery), secret).encode())
              .toByteArray();
      return new RecoveryKey(pair.publicKey(), ByteString.of(sealed));
    }
  }

  /**
   * The person's key, from both shares.
   *
   * @throws org.epione.crypto.hybrid.DecryptionFailedException when the code is another, or
   *     anything of it does not belong together
   * @throws org.epione.crypto.codec.MalformedEncodingException when it is not even what it should
   *     be
   */
  public AeadKey combine(ReleasedEscrow released, char[] code) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, released.key().protectedSecret().bytes());
    PasswordSalt salt = PasswordSalt.decode(in.bytes(MAX_SALT));
    WrappedKey wrapped = WrappedKey.decode(in.bytes(MAX_WRAPPED));
    in.end();
    try (KeyRing codes = ring(code, salt);
        SecretBytes secret = codes.unwrap(name(released.recovery()), wrapped);
        HpkeKeyPair pair = crypto.hpke().restore(secret);
        SecretBytes personKey = escrows.combine(released, pair.secretKey())) {
      return crypto.aead().restore(personKey);
    }
  }

  private KeyRing ring(char[] code, PasswordSalt salt) {
    try (AeadKey stretched = stretching.wrappingKey(code, salt)) {
      return KeyRing.of(crypto.aead(), RING, Map.of(ONLY, stretched));
    }
  }

  private static KeyName name(ByteString recovery) {
    return new KeyName("recovery-key", recovery.hex());
  }
}
