package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.custody.boundary.Acting;
import org.epione.custody.entity.GuardianKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a minor's keys for a guardian, twice: what reads, under a key derived from the guardian's
 * record key, which is open in a session; what signs too, under one derived from the guardian's
 * signing key, which takes the password each time. Nothing of it stays open between operations.
 * Whose keys they are, for whom and until when is bound into both: a row that was moved, or whose
 * end was put off, opens nothing.
 */
@ApplicationScoped
public class GuardianVault {

  private static final String READING = "guardian-reading";
  private static final String ACTS = "guardian-acts";

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private PersonVault persons;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** Wraps the minor's keys under the guardian's, in place of what was there before. */
  public void wrap(Acting acting, OpenPersonKeys minor, OpenPersonKeys guardian, Instant endsAt) {
    destroy(acting);
    byte[] context = context(acting, endsAt);
    byte[] forActs;
    try (SecretBytes all = minor.encode();
        AeadKey key = actsKey(context, guardian)) {
      forActs = seal(key, context, all);
    }
    try (SecretBytes reading = minor.withoutSigning().encode();
        AeadKey key = readingKey(context, guardian)) {
      entities.persist(new GuardianKey(acting, seal(key, context, reading), forActs, endsAt));
    }
  }

  /** The minor's keys but the one that signs, by the keys of the guardian's session. */
  OpenPersonKeys openForReading(Acting acting, OpenPersonKeys guardian) {
    GuardianKey row = row(acting);
    byte[] context = context(acting, row.endsAt());
    try (AeadKey key = readingKey(context, guardian)) {
      return open(key, context, row.forReading(), Optional.empty());
    }
  }

  /**
   * All of the minor's keys, by all of the guardian's.
   *
   * @throws RefusedException EHR-1002 unless she is the guardian now, EHR-4807 where what was
   *     wrapped for her does not open, or is not the key that the minor signs with
   */
  public OpenPersonKeys openForActs(Acting acting, OpenPersonKeys guardian) {
    GuardianKey row = row(acting);
    byte[] context = context(acting, row.endsAt());
    Optional<ByteString> signing =
        Optional.ofNullable(persons.get(acting.account()).signingPublic()).map(ByteString::of);
    try (AeadKey key = actsKey(context, guardian)) {
      OpenPersonKeys keys = open(key, context, row.forActs(), signing);
      if (keys.signing().isEmpty()) {
        keys.close();
        throw new RefusedException(ErrorCode.GUARDIAN_KEYS_UNUSABLE);
      }
      return keys;
    }
  }

  /** The guardian opens nothing any more. Repeating it changes nothing. */
  public void destroy(Acting acting) {
    Optional.ofNullable(entities.find(GuardianKey.class, GuardianKey.id(acting)))
        .ifPresent(
            row -> {
              entities.remove(row);
              entities.flush();
            });
  }

  private GuardianKey row(Acting acting) {
    @Nullable GuardianKey row = entities.find(GuardianKey.class, GuardianKey.id(acting));
    if (row == null || !clock.instant().isBefore(row.endsAt())) {
      throw new RefusedException(ErrorCode.ACCESS_DENIED);
    }
    return row;
  }

  private AeadKey readingKey(byte[] context, OpenPersonKeys guardian) {
    try (SecretBytes secret =
        guardian.medicalRecord().orElseThrow(GuardianVault::noKey).secretKey().export()) {
      return crypto.aead().derive(secret, READING, context);
    }
  }

  private AeadKey actsKey(byte[] context, OpenPersonKeys guardian) {
    try (SecretBytes secret = guardian.signing().orElseThrow(GuardianVault::noKey).export()) {
      return crypto.aead().derive(secret, ACTS, context);
    }
  }

  private static RefusedException noKey() {
    return new RefusedException(ErrorCode.ACCESS_DENIED, "The account has no such key.");
  }

  private byte[] seal(AeadKey key, byte[] context, SecretBytes secret) {
    byte[] plain = secret.reveal(SecretAccess.token());
    try {
      return crypto.aead().seal(key, context, plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private OpenPersonKeys open(
      AeadKey key, byte[] context, byte[] sealed, Optional<ByteString> signing) {
    try (SecretBytes secret = SecretBytes.take(crypto.aead().open(key, context, sealed))) {
      return OpenPersonKeys.decode(crypto, secret, signing);
    } catch (DecryptionFailedException | MalformedEncodingException damaged) {
      throw (RefusedException)
          new RefusedException(ErrorCode.GUARDIAN_KEYS_UNUSABLE).initCause(damaged);
    }
  }

  private static byte[] context(Acting acting, Instant endsAt) {
    return CanonicalWriter.of("epione.guardian-key", 1)
        .text(acting.account().toString())
        .text(acting.by().toString())
        .u64(endsAt.toEpochMilli())
        .toByteArray();
  }
}
