package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.spec.SecretKeySpec;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * One PKCS#12 key store for each hosted party, {@code EPIONE_HOME/keys/<party>.p12}, with the
 * AES-256 key under which the party's keys are wrapped in the database. Neither opens anything
 * without the other.
 */
@ApplicationScoped
public class KeyStores {

  private static final Logger LOG = Logger.getLogger(KeyStores.class.getName());
  private static final String ALIAS = "wrapping-key";

  @Inject private KeyStorePassword password;

  @Inject private CryptoSuite crypto;

  private final ConcurrentMap<PartyCode, AeadKey> opened = new ConcurrentHashMap<>();

  /**
   * The party's wrapping key.
   *
   * @throws RefusedException EHR-1022 when the key store is missing or does not open
   */
  public AeadKey wrappingKey(PartyCode party) {
    return opened.computeIfAbsent(party, this::open);
  }

  /**
   * Makes the party's key store unless there is one, as after an enrolment that was rolled back.
   */
  public void createIfAbsent(PartyCode party) {
    Path file = file(party);
    if (Files.exists(file)) {
      return;
    }
    char[] secret = password.get();
    byte[] raw = {};
    try (AeadKey key = crypto.aead().generateKey();
        SecretBytes bytes = key.export()) {
      raw = bytes.reveal(SecretAccess.token());
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, secret);
      store.setEntry(
          ALIAS,
          new KeyStore.SecretKeyEntry(new SecretKeySpec(raw, "AES")),
          new KeyStore.PasswordProtection(secret));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, secret);
      PrivateFiles.create(file, out.toByteArray());
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(party, e);
    } finally {
      Arrays.fill(secret, '\0');
      Arrays.fill(raw, (byte) 0);
    }
  }

  private AeadKey open(PartyCode party) {
    char[] secret = password.get();
    byte[] raw = {};
    try (InputStream in = Files.newInputStream(file(party))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      raw = store.getKey(ALIAS, secret).getEncoded();
      try (SecretBytes bytes = SecretBytes.of(raw)) {
        return crypto.aead().restore(bytes);
      }
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(party, e);
    } finally {
      Arrays.fill(secret, '\0');
      Arrays.fill(raw, (byte) 0);
    }
  }

  private Path file(PartyCode party) {
    return password.folder().resolve(party.value().toLowerCase(Locale.ROOT) + ".p12");
  }

  private static RefusedException unusable(PartyCode party, Exception cause) {
    LOG.log(
        Level.SEVERE,
        ErrorCode.KEY_STORE_UNUSABLE.code()
            + " key store of "
            + party
            + ": "
            + cause.getClass().getSimpleName());
    return new RefusedException(ErrorCode.KEY_STORE_UNUSABLE, "Party: " + party + ".");
  }
}
