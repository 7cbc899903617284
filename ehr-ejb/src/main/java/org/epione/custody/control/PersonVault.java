package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.keyring.KeyName;
import org.epione.crypto.keyring.KeyRing;
import org.epione.crypto.keyring.WrappedKey;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.KeyPurpose;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Wraps people's keys: the keys under a random person key, the person key under the stretched
 * password. A change of password makes another person key, of which shares are escrowed ({@link
 * Escrows}), and wraps both anew. The key of a patient's records is escrowed for emergencies.
 */
@ApplicationScoped
public class PersonVault {

  /** Ring of stretched passwords: each change of password is an epoch. */
  private static final String PASSWORD = "password";

  /** The person key, and the ring that it is. */
  private static final String OWN = "person-key";

  private static final String KEYS = "person-keys";
  private static final long FIRST = 1;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Stretching stretching;

  @Inject private CryptoSuite crypto;

  @Inject private Escrows escrows;

  /** Makes and keeps the keys of an account. */
  public PersonKey create(AccountId account, char[] secret, Set<KeyPurpose> purposes) {
    try (AeadKey personKey = crypto.aead().generateKey();
        OpenPersonKeys keys = OpenPersonKeys.generate(crypto, purposes);
        SecretBytes encoded = keys.encode();
        KeyRing own = ring(OWN, FIRST, personKey)) {
      PasswordSalt salt = stretching.newSalt();
      PersonKey row =
          new PersonKey(
              account.toString(),
              salt.encode(),
              wrapFirst(account, personKey, secret, salt).encode(),
              own.wrap(name(KEYS, account), encoded).encode());
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

  /** The person key, closed by the caller; empty when the password is wrong. */
  public Optional<AeadKey> unlock(AccountId account, char[] secret) {
    return unwrap(get(account), secret);
  }

  /**
   * Opens the keys of an account.
   *
   * @throws DecryptionFailedException unless it is the person key
   */
  public OpenPersonKeys open(AccountId account, AeadKey personKey) {
    PersonKey row = get(account);
    WrappedKey wrapped = WrappedKey.decode(row.wrappedKeys());
    try (KeyRing own = ring(OWN, wrapped.epoch(), personKey);
        SecretBytes encoded = own.unwrap(name(KEYS, account), wrapped)) {
      return OpenPersonKeys.decode(
          crypto, encoded, Optional.ofNullable(row.signingPublic()).map(ByteString::of));
    }
  }

  /**
   * Opens the keys of an account, together with what wraps them anew.
   *
   * @throws DecryptionFailedException unless it is the person key
   */
  OpenPerson openPerson(AccountId account, AeadKey personKey) {
    OpenPersonKeys keys = open(account, personKey);
    try (SecretBytes copy = personKey.export()) {
      return new OpenPerson(keys, crypto.aead().restore(copy));
    }
  }

  /**
   * The row of an account as it is now, for a change: others wait until the transaction ends.
   *
   * @throws jakarta.persistence.TransactionRequiredException outside a transaction
   */
  PersonKey lock(AccountId account) {
    return lock(account, Map.of());
  }

  /**
   * The same without waiting: who called may have locked it herself, in a transaction that goes on
   * when this one has ended.
   *
   * @throws jakarta.persistence.PersistenceException when somebody has locked it
   */
  PersonKey lockAtOnce(AccountId account) {
    return lock(account, Map.of("jakarta.persistence.lock.timeout", 0));
  }

  private PersonKey lock(AccountId account, Map<String, Object> how) {
    PersonKey row = get(account);
    entities.flush();
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE, how);
    return row;
  }

  /** Reads the row anew, which another transaction has changed. */
  void refresh(AccountId account) {
    entities.refresh(get(account));
  }

  /** Wraps these keys in place of those before, under the same person key. */
  void replace(PersonKey row, AeadKey personKey, OpenPersonKeys keys) {
    AccountId account = AccountId.of(row.account());
    long epoch = WrappedKey.decode(row.wrappedKeys()).epoch();
    try (KeyRing own = ring(OWN, epoch, personKey);
        SecretBytes encoded = keys.encode()) {
      row.setWrappedKeys(own.wrap(name(KEYS, account), encoded).encode());
    }
    entities.flush();
  }

  /**
   * Wraps the keys anew, under a new person key and another password; false when the one before is
   * wrong.
   */
  public boolean rewrap(AccountId account, char[] before, char[] after) {
    PersonKey row = get(account);
    // A wrong password is refused before another is stretched.
    Optional<AeadKey> personKey = unwrap(row, before);
    personKey.ifPresent(
        key -> {
          try (key) {
            rewrap(row, key, after);
          }
        });
    return personKey.isPresent();
  }

  /**
   * Wraps the keys anew where the person key was put together from its shares.
   *
   * @throws DecryptionFailedException unless it is the person key
   */
  public void rewrap(AccountId account, AeadKey personKey, char[] after) {
    rewrap(get(account), personKey, after);
  }

  /** The epoch of the person key; each change of password begins the next. */
  public long epoch(AccountId account) {
    return WrappedKey.decode(get(account).wrappedKeys()).epoch();
  }

  /**
   * Makes the escrows that a person has not, and should have.
   *
   * @throws DecryptionFailedException unless it is the person key, where one is missing
   */
  void completeEscrow(AccountId account, AeadKey personKey) {
    PersonKey row = get(account);
    long epoch = epoch(account);
    boolean ofPassword = escrows.isMissing(EscrowPurpose.LOST_PASSWORD, account, epoch);
    boolean ofRecords =
        row.recordPublic() != null && escrows.isMissing(EscrowPurpose.EMERGENCY, account, epoch);
    if (ofPassword || ofRecords) {
      makeEscrows(row, personKey, ofPassword, ofRecords);
    }
  }

  private void makeEscrows(PersonKey row, AeadKey key, boolean ofPassword, boolean ofRecords) {
    AccountId account = AccountId.of(row.account());
    WrappedKey wrapped = WrappedKey.decode(row.wrappedKeys());
    try (KeyRing own = ring(OWN, wrapped.epoch(), key);
        SecretBytes keys = own.unwrap(name(KEYS, account), wrapped)) {
      if (ofPassword) {
        escrowPassword(account, wrapped.epoch(), key);
      }
      if (ofRecords) {
        escrowRecords(account, wrapped.epoch(), keys);
      }
    }
  }

  private void escrowPassword(AccountId account, long epoch, AeadKey personKey) {
    try (SecretBytes secret = personKey.export()) {
      escrows.make(EscrowPurpose.LOST_PASSWORD, account, epoch, secret);
    }
  }

  /** For emergencies: what opens a patient's records, not what signs for her. */
  private void escrowRecords(AccountId account, long epoch, SecretBytes encoded) {
    try (OpenPersonKeys keys = OpenPersonKeys.decode(crypto, encoded, Optional.empty())) {
      keys.medicalRecord()
          .ifPresent(
              pair -> {
                try (SecretBytes secret = pair.secretKey().export()) {
                  escrows.make(EscrowPurpose.EMERGENCY, account, epoch, secret);
                }
              });
    }
  }

  /** Whoever has an old person key, or two shares of it, has nothing of the new wrap. */
  private void rewrap(PersonKey row, AeadKey personKey, char[] after) {
    AccountId account = AccountId.of(row.account());
    WrappedKey before = WrappedKey.decode(row.wrappedKeys());
    long passwordEpoch = WrappedKey.decode(row.wrappedPersonKey()).epoch() + 1;
    try (KeyRing own = ring(OWN, before.epoch(), personKey);
        SecretBytes keys = own.unwrap(name(KEYS, account), before);
        AeadKey next = crypto.aead().generateKey()) {
      long epoch = own.rotate(next);
      PasswordSalt salt = stretching.newSalt();
      try (AeadKey stretched = stretching.wrappingKey(after, salt);
          KeyRing passwords = ring(PASSWORD, passwordEpoch, stretched)) {
        row.rewrap(
            salt.encode(),
            passwords.wrap(name(OWN, account), next).encode(),
            own.wrap(name(KEYS, account), keys).encode());
      }
      escrowPassword(account, epoch, next);
      escrowRecords(account, epoch, keys);
    }
  }

  private WrappedKey wrapFirst(
      AccountId account, AeadKey personKey, char[] secret, PasswordSalt salt) {
    try (AeadKey stretched = stretching.wrappingKey(secret, salt);
        KeyRing passwords = ring(PASSWORD, FIRST, stretched)) {
      return passwords.wrap(name(OWN, account), personKey);
    }
  }

  private Optional<AeadKey> unwrap(PersonKey row, char[] secret) {
    WrappedKey wrapped = WrappedKey.decode(row.wrappedPersonKey());
    try (KeyRing passwords = passwords(row, wrapped, secret)) {
      return Optional.of(passwords.unwrapKey(name(OWN, AccountId.of(row.account())), wrapped));
    } catch (DecryptionFailedException wrongPassword) {
      return Optional.empty();
    }
  }

  /** The ring with the one password that the row was last wrapped under. */
  private KeyRing passwords(PersonKey row, WrappedKey wrapped, char[] secret) {
    PasswordSalt salt = PasswordSalt.decode(row.salt());
    try (AeadKey stretched = stretching.wrappingKey(secret, salt)) {
      return ring(PASSWORD, wrapped.epoch(), stretched);
    }
  }

  private KeyRing ring(String name, long epoch, AeadKey key) {
    return KeyRing.of(crypto.aead(), name, Map.of(epoch, key));
  }

  private static KeyName name(String kind, AccountId account) {
    return new KeyName(kind, account.toString());
  }
}
