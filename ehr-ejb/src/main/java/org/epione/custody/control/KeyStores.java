package org.epione.custody.control;

import jakarta.annotation.PreDestroy;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.keyring.KeyRing;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * One PKCS#12 key store for each hosted party, {@code EPIONE_HOME/keys/<party>.p12}, with the
 * AES-256 keys under which the party's keys are wrapped in the database, each named {@code
 * wrapping-key-} and its epoch. Neither opens anything without the other.
 */
@ApplicationScoped
public class KeyStores {

  private static final Logger LOG = Logger.getLogger(KeyStores.class.getName());
  private static final String RING = "key-store";
  private static final String ALIAS = "wrapping-key-";
  private static final Pattern NUMBERED = Pattern.compile(ALIAS + "([1-9][0-9]{0,9})");

  @Inject private KeyStorePassword password;

  @Inject private CryptoSuite crypto;

  private final ConcurrentMap<PartyCode, KeyRing> opened = new ConcurrentHashMap<>();

  /**
   * The party's wrapping keys; closed by this class.
   *
   * @throws RefusedException EHR-1022 when the key store is missing or does not open
   */
  public KeyRing ring(PartyCode party) {
    return opened.computeIfAbsent(party, this::open);
  }

  /** Called by the container. */
  @PreDestroy
  void close() {
    opened.values().forEach(KeyRing::close);
    opened.clear();
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
    try (KeyRing ring = KeyRing.generate(crypto.aead(), RING);
        SecretBytes bytes = ring.export(ring.epoch())) {
      raw = bytes.reveal(SecretAccess.token());
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, secret);
      store.setEntry(
          ALIAS + ring.epoch(),
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

  private KeyRing open(PartyCode party) {
    char[] secret = password.get();
    Map<Long, AeadKey> keys = new HashMap<>();
    try (InputStream in = Files.newInputStream(file(party))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      for (String alias : Collections.list(store.aliases())) {
        Matcher numbered = NUMBERED.matcher(alias);
        if (numbered.matches()) {
          keys.put(Long.valueOf(numbered.group(1)), read(store, alias, secret));
        }
      }
      return KeyRing.of(crypto.aead(), RING, keys);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw unusable(party, e);
    } finally {
      Arrays.fill(secret, '\0');
      keys.values().forEach(AeadKey::close);
    }
  }

  private AeadKey read(KeyStore store, String alias, char[] secret)
      throws GeneralSecurityException {
    try (SecretBytes bytes = SecretBytes.take(store.getKey(alias, secret).getEncoded())) {
      return crypto.aead().restore(bytes);
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
