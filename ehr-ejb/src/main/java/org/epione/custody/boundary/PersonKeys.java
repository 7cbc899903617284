package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.custody.control.Delegations;
import org.epione.custody.control.GuardianVault;
import org.epione.custody.control.KeySessions;
import org.epione.custody.control.OpenPerson;
import org.epione.custody.control.OpenPersonKeys;
import org.epione.custody.control.PersonGate;
import org.epione.custody.control.PersonVault;
import org.epione.custody.control.RecoveryKeys;
import org.epione.custody.control.SigningKeys;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * People's keys, by operation; a private key never leaves. Reading needs an open {@link
 * KeySession}; acts of will (signing, granting) need the password again each time, which opens a
 * {@link Will}. Passwords are wiped by the caller. Failures are counted per account, delayed, then
 * locked.
 */
@Stateless
@PermitAll
public class PersonKeys {

  @Inject private PersonVault vault;

  @Inject private PersonGate gate;

  @Inject private RecoveryKeys recoveryKeys;

  @Inject private Delegations delegations;

  @Inject private SigningKeys signingKeys;

  @Inject private GuardianVault guardians;

  @Inject private CryptoSuite crypto;

  @EJB private KeySessions sessions;

  /** Makes the keys of an account in the caller's transaction, to be opened with the secret. */
  public PublicKeys create(AccountId account, char[] secret, Set<KeyPurpose> purposes) {
    return publicKeys(vault.create(account, secret, purposes));
  }

  /** The public halves of an account's keys. */
  public PublicKeys publicKeys(AccountId account) {
    return publicKeys(vault.get(account));
  }

  /** Lets the keys be opened with another secret, and with the one before no more. */
  public void changeSecret(AccountId account, char[] before, char[] after)
      throws WrongPasswordException {
    gate.rewrap(account, before, after);
  }

  /**
   * Makes a signing key that {@link Will#newSigningKey} made the current one; the one before is
   * kept. Repeating it changes nothing. No password: whoever asks has seen that the key is hers.
   *
   * @throws RefusedException EHR-1002 unless it is kept
   */
  public void useSigningKey(AccountId account, BlsPublicKey key) {
    signingKeys.use(account, key);
  }

  /**
   * Gives up these signing keys, but for the current one. They are destroyed as soon as the person
   * signs in or signs, and cannot be kept again.
   */
  public void giveUpSigningKeys(AccountId account, Set<BlsPublicKey> given) {
    signingKeys.giveUp(account, given);
  }

  /**
   * Proves that the person is who she says, for an act of will that needs no key of hers. Failures
   * before stay counted, as with {@link #openHalfway}.
   */
  public void prove(AccountId account, char[] password) throws WrongPasswordException {
    gate.openHalfway(account, password).close();
  }

  /** The epoch of what an escrow divides: from 1, one more with each change of password. */
  public long escrowEpoch(AccountId account) {
    return vault.epoch(account);
  }

  /**
   * Proves that the person is who she says, and makes the escrows that she has not and should have,
   * in the caller's transaction.
   */
  public void escrow(AccountId account, char[] password) throws WrongPasswordException {
    gate.escrow(account, password);
  }

  /**
   * Makes a key for one recovery.
   *
   * @param recovery its id, 16 bytes
   * @param code what the person is handed; wiped by the caller
   */
  public RecoveryKey newRecoveryKey(ByteString recovery, char[] code) {
    return recoveryKeys.create(recovery, code);
  }

  /**
   * Opens the keys by two shares and a code, and wraps them under a new key and password. The old
   * password, the escrow and both shares are worth nothing from then on.
   *
   * @param code what the person was handed
   * @param after the new password; both are wiped by the caller
   * @throws RefusedException EHR-1049 unless all of it belongs together and to this account
   */
  public void recover(AccountId account, ReleasedEscrow released, char[] code, char[] after) {
    EscrowTerms terms = released.terms();
    if (!terms.account().equals(account)
        || terms.purpose() != EscrowPurpose.LOST_PASSWORD
        || terms.epoch() != vault.epoch(account)) {
      throw new RefusedException(ErrorCode.NOT_RECOVERABLE);
    }
    try (AeadKey personKey = recoveryKeys.combine(released, code)) {
      vault.rewrap(account, personKey, after);
    } catch (DecryptionFailedException | MalformedEncodingException notTogether) {
      throw (RefusedException)
          new RefusedException(ErrorCode.NOT_RECOVERABLE).initCause(notTogether);
    }
  }

  /**
   * Lets a guardian use a minor's keys until a moment, in the caller's transaction: from the
   * guardian's session for reading, with the guardian's password for acts of will.
   *
   * @param secret what opens the minor's keys now, the activation code; wiped by the caller
   * @param guardian the guardian's for herself
   */
  public void entrust(AccountId minor, char[] secret, Will guardian, Instant endsAt)
      throws WrongPasswordException {
    try (OpenPerson opened = gate.open(minor, secret)) {
      guardians.wrap(new Acting(minor, guardian.account()), opened.keys(), guardian.keys(), endsAt);
    }
  }

  /** Destroys what a guardian opens a minor's keys by. Repeating it changes nothing. */
  public void release(Acting acting) {
    guardians.destroy(acting);
  }

  /** Opens the keys for a session. */
  public KeySession open(AccountId account, char[] secret) throws WrongPasswordException {
    return sessions.add(account, gate.openForSession(account, secret));
  }

  /**
   * Opens the keys for a session of which more than the password is asked for: failures before stay
   * counted. Until the rest is proven, the caller lets nobody have the session.
   */
  public KeySession openHalfway(AccountId account, char[] secret) throws WrongPasswordException {
    return sessions.add(account, gate.openHalfway(account, secret));
  }

  /**
   * Lets something else than the password be tried, for example a one-time code, counted together
   * with the password: whoever guesses waits, and locks the account.
   *
   * @param look gives something if it was right
   * @throws RefusedException EHR-1017 or EHR-1018 when too many attempts failed before
   */
  public <T> Optional<T> attempt(AccountId account, Supplier<Optional<T>> look) {
    return gate.attempt(account, look);
  }

  /**
   * Fails as {@link #open} does for a wrong password, in the same time and with the same counting:
   * for a name that belongs to nobody.
   *
   * @param subject what stands for the name in the counting
   */
  public void openNobody(String subject, char[] secret) throws WrongPasswordException {
    gate.refuse(subject, secret);
  }

  /** Forgets the failed attempts of an account. */
  public void unlock(AccountId account) {
    gate.unlock(account);
  }

  /** Wipes the keys of a session. */
  public void close(KeySession session) {
    sessions.close(session);
  }

  /** Whether a session's keys are open. */
  public boolean isOpen(KeySession session) {
    return sessions.isOpen(session);
  }

  /**
   * Opens what was sealed to the person (HPKE base mode).
   *
   * @throws NotOpenedException when it was not
   */
  public byte[] openSealed(KeySession session, byte[] info, byte[] associatedData, byte[] sealed) {
    return opened(
        session,
        keys ->
            crypto.hpke().open(need(keys.receiving()).secretKey(), info, associatedData, sealed));
  }

  /** Opens what was sealed to the person by the holder of {@code from} (HPKE auth mode). */
  public byte[] openAuthenticated(
      KeySession session, HpkePublicKey from, byte[] info, byte[] associatedData, byte[] sealed) {
    return opened(
        session,
        keys ->
            crypto
                .hpke()
                .authOpen(need(keys.receiving()).secretKey(), from, info, associatedData, sealed));
  }

  /**
   * Seals what only the person shall open, and nobody else can have made: HPKE auth mode from her
   * receiving key to itself.
   */
  public byte[] sealForSelf(
      KeySession session, byte[] info, byte[] associatedData, byte[] plaintext) {
    return sessions.use(
        session,
        keys -> {
          HpkeKeyPair own = need(keys.receiving());
          return crypto.hpke().authSeal(own, own.publicKey(), info, associatedData, plaintext);
        });
  }

  /**
   * Opens what {@link #sealForSelf} made.
   *
   * @throws NotOpenedException when it was not
   */
  public byte[] openOwn(KeySession session, byte[] info, byte[] associatedData, byte[] sealed) {
    return opened(
        session,
        keys -> {
          HpkeKeyPair own = need(keys.receiving());
          return crypto
              .hpke()
              .authOpen(own.secretKey(), own.publicKey(), info, associatedData, sealed);
        });
  }

  /** A patient decrypts her own record. */
  public byte[] decryptRecord(KeySession session, ScopedCiphertext ciphertext) {
    return opened(
        session,
        keys -> crypto.reEncryption().decrypt(need(keys.medicalRecord()).secretKey(), ciphertext));
  }

  /** A doctor decrypts a record that was granted to her and re-encrypted. */
  public byte[] decryptGranted(
      KeySession session, byte[] grantDigest, RecordId id, ReEncryptedRecord turned) {
    return opened(
        session,
        keys ->
            crypto
                .reEncryption()
                .decrypt(need(keys.receiving()).secretKey(), grantDigest, id, turned));
  }

  /** What finds a patient's records with one symptom. */
  public Trapdoor trapdoor(KeySession session, byte[] symptomTag) {
    return sessions.use(
        session,
        keys -> crypto.reEncryption().trapdoor(need(keys.medicalRecord()).secretKey(), symptomTag));
  }

  /**
   * Opens a person's keys for one act of will, at the end of which the caller closes it.
   *
   * @throws RefusedException EHR-1017 or EHR-1018 when too many attempts failed before
   */
  public Will will(AccountId account, char[] password) throws WrongPasswordException {
    return will(Acting.self(account), password);
  }

  /**
   * The same for who may act for another: a guardian's password opens the minor's keys, and her own
   * are wiped again at once.
   *
   * @throws RefusedException EHR-1002 unless she is the guardian now, EHR-1017 or EHR-1018 when too
   *     many attempts failed before
   */
  public Will will(Acting acting, char[] password) throws WrongPasswordException {
    OpenPerson own = gate.open(acting.by(), password);
    if (!acting.isForAnother()) {
      return will(acting.account(), own.keys(), Optional.of(own.personKey()));
    }
    try (own) {
      return will(acting.account(), guardians.openForActs(acting, own.keys()), Optional.empty());
    }
  }

  private Will will(AccountId account, OpenPersonKeys keys, Optional<AeadKey> personKey) {
    return new Will(account, keys, personKey, new Will.Tools(crypto, delegations, signingKeys));
  }

  private byte[] opened(KeySession session, Function<OpenPersonKeys, byte[]> operation) {
    return sessions.use(session, keys -> NotOpenedException.orElse(() -> operation.apply(keys)));
  }

  private PublicKeys publicKeys(PersonKey row) {
    return new PublicKeys(
        Optional.ofNullable(row.signingPublic()).map(crypto.bls()::decodePublicKey),
        Optional.ofNullable(row.possession()).map(crypto.bls()::decodePossession),
        Optional.ofNullable(row.receivingPublic()).map(crypto.hpke()::decodePublicKey),
        Optional.ofNullable(row.recordPublic()).map(crypto.reEncryption()::decodePublicKey));
  }

  static <T> T need(Optional<T> key) {
    return key.orElseThrow(
        () -> new RefusedException(ErrorCode.ACCESS_DENIED, "The account has no such key."));
  }
}
