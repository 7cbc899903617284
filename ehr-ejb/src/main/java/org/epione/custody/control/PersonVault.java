package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.KeyPurpose;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Wraps people's keys: the keys under a random person key, the person key under the stretched
 * password. A change of password wraps the person key anew.
 */
@ApplicationScoped
public class PersonVault {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Stretching stretching;

  @Inject private CryptoSuite crypto;

  /** Makes and keeps the keys of an account. */
  public PersonKey create(AccountId account, char[] secret, Set<KeyPurpose> purposes) {
    try (AeadKey personKey = crypto.aead().generateKey();
        OpenPersonKeys keys = OpenPersonKeys.generate(crypto, purposes)) {
      byte[] encoded = keys.encode();
      byte[] wrappedKeys = crypto.aead().seal(personKey, context("keys", account), encoded);
      Arrays.fill(encoded, (byte) 0);
      PasswordSalt salt = stretching.newSalt();
      PersonKey row =
          new PersonKey(
              account.toString(),
              salt.encode(),
              wrap(account, personKey, secret, salt),
              wrappedKeys);
      keys.signing()
          .ifPresent(
              key ->
                  row.setSigning(
                      key.publicKey().encode(), crypto.bls().provePossession(key).encode()));
      keys.receiving().ifPresent(pair -> row.setReceiving(pair.publicKey().encode()));
      keys.medicalRecord().ifPresent(pair -> row.setRecord(pair.publicKey().encode()));
      entities.persist(row);
      return row;
    }
  }

  /** The row of an account. */
  public PersonKey get(AccountId account) {
    @Nullable PersonKey row = entities.find(PersonKey.class, account.toString());
    if (row == null) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "The account has no keys.");
    }
    return row;
  }

  /** Opens the keys of an account; empty when the password is wrong. */
  public Optional<OpenPersonKeys> open(AccountId account, char[] secret) {
    PersonKey row = get(account);
    return unwrap(row, secret)
        .map(
            personKey -> {
              try (personKey) {
                byte[] encoded =
                    crypto.aead().open(personKey, context("keys", account), row.wrappedKeys());
                OpenPersonKeys keys = OpenPersonKeys.decode(crypto, encoded);
                Arrays.fill(encoded, (byte) 0);
                return keys;
              }
            });
  }

  /** Wraps the person key under another password; false when the one before is wrong. */
  public boolean rewrap(AccountId account, char[] before, char[] after) {
    PersonKey row = get(account);
    Optional<AeadKey> opened = unwrap(row, before);
    opened.ifPresent(
        personKey -> {
          try (personKey) {
            PasswordSalt salt = stretching.newSalt();
            row.rewrap(salt.encode(), wrap(account, personKey, after, salt));
          }
        });
    return opened.isPresent();
  }

  private byte[] wrap(AccountId account, AeadKey personKey, char[] secret, PasswordSalt salt) {
    try (AeadKey wrapping = stretching.wrappingKey(secret, salt);
        SecretBytes bytes = personKey.export()) {
      byte[] raw = bytes.reveal(SecretAccess.token());
      byte[] wrapped = crypto.aead().seal(wrapping, context("person-key", account), raw);
      Arrays.fill(raw, (byte) 0);
      return wrapped;
    }
  }

  private Optional<AeadKey> unwrap(PersonKey row, char[] secret) {
    AccountId account = AccountId.of(row.account());
    try (AeadKey wrapping = stretching.wrappingKey(secret, PasswordSalt.decode(row.salt()));
        SecretBytes raw =
            Secrets.take(
                crypto
                    .aead()
                    .open(wrapping, context("person-key", account), row.wrappedPersonKey()))) {
      return Optional.of(crypto.aead().restore(raw));
    } catch (DecryptionFailedException wrongPassword) {
      return Optional.empty();
    }
  }

  private static byte[] context(String what, AccountId account) {
    return ("epione." + what + ":" + account).getBytes(StandardCharsets.US_ASCII);
  }
}
