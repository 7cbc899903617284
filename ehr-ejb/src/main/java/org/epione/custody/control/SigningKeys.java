package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.ProofOfPossession;
import org.epione.custody.boundary.NewSigningKey;
import org.epione.custody.entity.PersonKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * The signing keys of a person who changes hers. The row names the current one and those that are
 * kept besides it. Only who has the person key makes a new one or destroys one; which is current
 * and which are kept is decided without. All changes are in the caller's transaction.
 */
@ApplicationScoped
public class SigningKeys {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private PersonVault vault;
  @Inject private CryptoSuite crypto;

  /**
   * Makes a key, which is kept until it becomes the current one or is given up.
   *
   * @throws RefusedException EHR-1002 for who has no signing key, or is a patient: what her key of
   *     each episode and a guardian's access are derived from stays; EHR-4892 when there are 16
   */
  public NewSigningKey add(AccountId account, AeadKey personKey) {
    PersonKey row = vault.lock(account);
    try (OpenPersonKeys before = vault.open(account, personKey);
        BlsSecretKey key = crypto.bls().generate()) {
      if (before.signing().isEmpty() || before.medicalRecord().isPresent()) {
        throw new RefusedException(ErrorCode.ACCESS_DENIED, "The account cannot change its key.");
      }
      OpenPersonKeys kept = before.withSigning(named(row));
      if (kept.signingNames().size() >= OpenPersonKeys.MAX_SIGNING) {
        throw new RefusedException(ErrorCode.SIGNING_KEY_LIMIT);
      }
      ProofOfPossession possession = crypto.bls().provePossession(key);
      row.setSigningKept(
          kept(row).with(name(key.publicKey()), ByteString.of(possession.encode())).encode());
      vault.replace(row, personKey, kept.withSigning(key));
      return new NewSigningKey(key.publicKey(), possession);
    }
  }

  /**
   * Makes a kept key the current one; the one before is kept. Repeating it changes nothing.
   *
   * @throws RefusedException EHR-1002 unless it is kept
   */
  public void use(AccountId account, BlsPublicKey key) {
    PersonKey row = vault.lock(account);
    ByteString next = name(key);
    ByteString before = current(row).orElseThrow(SigningKeys::noKey);
    if (next.equals(before)) {
      return;
    }
    KeptSigningKeys kept = kept(row);
    ByteString possession = kept.possession(next).orElseThrow(SigningKeys::noKey);
    row.setSigningKept(kept.without(next).with(before, ByteString.of(possession(row))).encode());
    row.setSigning(next.bytes(), possession.bytes());
    entities.flush();
  }

  /** These are not kept any more, and never again; the current one is not given up. */
  public void giveUp(AccountId account, Set<BlsPublicKey> keys) {
    PersonKey row = vault.lock(account);
    KeptSigningKeys kept = kept(row);
    for (BlsPublicKey key : keys) {
      kept = kept.without(name(key));
    }
    row.setSigningKept(kept.encode());
    entities.flush();
  }

  /** Whether there are signing keys that are to be destroyed. */
  boolean hasUnkept(AccountId account, AeadKey personKey) {
    try (OpenPersonKeys keys = vault.open(account, personKey)) {
      return hasUnkept(vault.get(account), keys);
    }
  }

  /** Wraps the keys anew without the signing keys that are not kept any more. */
  void destroyUnkept(AccountId account, AeadKey personKey) {
    PersonKey row = vault.lockAtOnce(account);
    try (OpenPersonKeys keys = vault.open(account, personKey)) {
      if (hasUnkept(row, keys)) {
        vault.replace(row, personKey, keys.withSigning(named(row)));
      }
    }
  }

  /** None is where the current one is missing: a row that is damaged destroys nothing. */
  private static boolean hasUnkept(PersonKey row, OpenPersonKeys keys) {
    return keys.signing().isPresent() && !named(row).containsAll(keys.signingNames());
  }

  private static Set<ByteString> named(PersonKey row) {
    Set<ByteString> named = new TreeSet<>(kept(row).possessions().keySet());
    current(row).ifPresent(named::add);
    return named;
  }

  private static KeptSigningKeys kept(PersonKey row) {
    return KeptSigningKeys.decode(row.signingKept());
  }

  private static Optional<ByteString> current(PersonKey row) {
    return Optional.ofNullable(row.signingPublic()).map(ByteString::of);
  }

  private static byte[] possession(PersonKey row) {
    return Optional.ofNullable(row.possession()).orElseThrow(SigningKeys::noKey);
  }

  private static ByteString name(BlsPublicKey key) {
    return ByteString.of(key.encode());
  }

  private static RefusedException noKey() {
    return new RefusedException(ErrorCode.ACCESS_DENIED, "The account has no such key.");
  }
}
