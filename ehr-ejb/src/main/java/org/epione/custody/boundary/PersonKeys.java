package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
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
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.custody.control.Delegations;
import org.epione.custody.control.GuardianVault;
import org.epione.custody.control.KeySessions;
import org.epione.custody.control.OpenPersonKeys;
import org.epione.custody.control.PersonGate;
import org.epione.custody.control.PersonVault;
import org.epione.custody.control.RecoveryKeys;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * People's keys, by operation; a private key never leaves. Reading needs an open {@link
 * KeySession}; acts of will (signing, granting) need the password again each time. Passwords are
 * wiped by the caller. Failures are counted per account, delayed, then locked.
 */
@Stateless
@PermitAll
public class PersonKeys {

  @Inject private PersonVault vault;

  @Inject private PersonGate gate;

  @Inject private RecoveryKeys recoveryKeys;

  @Inject private Delegations delegations;

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
   * @param secret what opens the minor's keys now, the activation code
   * @param password the guardian's; both are wiped by the caller
   */
  public void entrust(Acting acting, char[] secret, char[] password, Instant endsAt)
      throws WrongPasswordException {
    try (OpenPersonKeys guardian = gate.open(acting.by(), password);
        OpenPersonKeys minor = gate.open(acting.account(), secret)) {
      guardians.wrap(acting, minor, guardian, endsAt);
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

  /** Signs with the person's own key. The message is a canonical encoding with its own tag. */
  public BlsSignature sign(AccountId account, char[] password, byte[] message)
      throws WrongPasswordException {
    return signAll(account, password, List.of(message)).get(0);
  }

  /** Signs several messages with the person's own key. */
  public List<BlsSignature> signAll(AccountId account, char[] password, List<byte[]> messages)
      throws WrongPasswordException {
    return will(
        account,
        password,
        keys ->
            messages.stream().map(each -> crypto.bls().sign(need(keys.signing()), each)).toList());
  }

  /** A patient signs with her key of one episode. */
  public BlsSignature signForEpisode(Acting acting, char[] password, byte[] episode, byte[] message)
      throws WrongPasswordException {
    return signAllForEpisode(acting, password, episode, List.of(message)).get(0);
  }

  /** A patient signs several messages with her key of one episode, for example all warrants. */
  public List<BlsSignature> signAllForEpisode(
      Acting acting, char[] password, byte[] episode, List<byte[]> messages)
      throws WrongPasswordException {
    return will(
        acting,
        password,
        keys -> {
          try (BlsSecretKey key = crypto.bls().derive(need(keys.signing()), episode)) {
            return messages.stream().map(message -> crypto.bls().sign(key, message)).toList();
          }
        });
  }

  /**
   * A patient signs messages in several episodes, each with her key of its episode.
   *
   * @return in the order of the messages
   */
  public List<BlsSignature> signInEpisodes(
      Acting acting, char[] password, List<EpisodeMessage> messages) throws WrongPasswordException {
    return will(
        acting,
        password,
        keys -> messages.stream().map(each -> episodeSignature(keys, each)).toList());
  }

  private BlsSignature episodeSignature(OpenPersonKeys keys, EpisodeMessage message) {
    try (BlsSecretKey key = crypto.bls().derive(need(keys.signing()), message.episode().bytes())) {
      return crypto.bls().sign(key, message.message().bytes());
    }
  }

  /** A patient's public key of one episode. */
  public EpisodeKey episodeKey(Acting acting, char[] password, byte[] episode)
      throws WrongPasswordException {
    return will(
        acting,
        password,
        keys -> {
          try (BlsSecretKey key = crypto.bls().derive(need(keys.signing()), episode)) {
            return new EpisodeKey(key.publicKey(), crypto.bls().provePossession(key));
          }
        });
  }

  /** A doctor adds her signature to the team's. */
  public BlsSignature addTeamSignature(
      AccountId account, char[] password, Optional<BlsSignature> before, Statement statement)
      throws WrongPasswordException {
    return will(
        account,
        password,
        keys -> crypto.multisignature().addSignature(need(keys.signing()), before, statement));
  }

  /**
   * A patient makes what several grants need, each over one record, and signs each with her key of
   * that record's episode.
   *
   * @param message what she signs of a grant: a canonical encoding with its own tag
   * @return in the order of the grants
   */
  public List<SignedDelegation> delegateSigned(
      Acting acting, char[] password, List<Grant> grants, Function<Grant, byte[]> message)
      throws WrongPasswordException {
    return will(
        acting,
        password,
        keys -> grants.stream().map(each -> signedDelegation(keys, each, message)).toList());
  }

  private SignedDelegation signedDelegation(
      OpenPersonKeys keys, Grant grant, Function<Grant, byte[]> message) {
    Delegation made =
        delegations.of(
            need(keys.medicalRecord()),
            grant.records(),
            grant.receivingKey(),
            grant.digest().bytes());
    byte[] episode = grant.records().get(0).bytes();
    try (BlsSecretKey key = crypto.bls().derive(need(keys.signing()), episode)) {
      return new SignedDelegation(made, crypto.bls().sign(key, message.apply(grant)));
    }
  }

  private byte[] opened(KeySession session, Function<OpenPersonKeys, byte[]> operation) {
    return sessions.use(session, keys -> NotOpenedException.orElse(() -> operation.apply(keys)));
  }

  private <T> T will(Acting acting, char[] password, Function<OpenPersonKeys, T> operation)
      throws WrongPasswordException {
    if (!acting.isForAnother()) {
      return will(acting.account(), password, operation);
    }
    return will(
        acting.by(),
        password,
        held -> {
          try (OpenPersonKeys keys = guardians.openForActs(acting, held)) {
            return operation.apply(keys);
          }
        });
  }

  private <T> T will(AccountId account, char[] password, Function<OpenPersonKeys, T> operation)
      throws WrongPasswordException {
    try (OpenPersonKeys keys = gate.open(account, password)) {
      return operation.apply(keys);
    }
  }

  private PublicKeys publicKeys(PersonKey row) {
    return new PublicKeys(
        Optional.ofNullable(row.signingPublic()).map(crypto.bls()::decodePublicKey),
        Optional.ofNullable(row.possession()).map(crypto.bls()::decodePossession),
        Optional.ofNullable(row.receivingPublic()).map(crypto.hpke()::decodePublicKey),
        Optional.ofNullable(row.recordPublic()).map(crypto.reEncryption()::decodePublicKey));
  }

  private static <T> T need(Optional<T> key) {
    return key.orElseThrow(
        () -> new RefusedException(ErrorCode.ACCESS_DENIED, "The account has no such key."));
  }
}
