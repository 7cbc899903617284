package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.hybrid.HpkeSecretKey;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Escrow;
import org.epione.custody.boundary.EscrowHolders;
import org.epione.custody.boundary.EscrowKeeper;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.custody.boundary.NotOpenedException;
import org.epione.custody.boundary.ReleasedEscrow;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Divides people's keys into shares, seals and opens these, and puts them together. */
@ApplicationScoped
public class Escrows {

  private static final byte[] SHARE_INFO =
      CanonicalWriter.of("epione.escrow-share", 1).toByteArray();
  private static final byte[] RELEASE_INFO =
      CanonicalWriter.of("epione.escrow-release", 1).toByteArray();

  /** Bytes of a person key, and of the key of a patient's records. */
  private static final int SECRET = 32;

  @Inject @Any private Instance<EscrowKeeper> keepers;
  @Inject private ServerVault servers;
  @Inject private CryptoSuite crypto;

  /**
   * Divides a secret of a person and has the shares kept, where there are holders.
   *
   * @param epoch of the person key
   * @param secret the person key itself, or for emergencies the key of a patient's records; 32
   *     bytes
   */
  public void make(EscrowPurpose purpose, AccountId account, long epoch, SecretBytes secret) {
    EscrowKeeper keeper = keeper(purpose);
    keeper
        .holders(account)
        .ifPresent(holders -> keeper.keep(divided(purpose, account, epoch, holders, secret)));
  }

  /** Whether an escrow of that epoch is wanted, and there is none. */
  boolean isMissing(EscrowPurpose purpose, AccountId account, long epoch) {
    EscrowKeeper keeper = keeper(purpose);
    return !keeper.keeps(account, epoch) && keeper.holders(account).isPresent();
  }

  private EscrowKeeper keeper(EscrowPurpose purpose) {
    return keepers.stream()
        .filter(each -> each.purpose() == purpose)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody keeps escrows for " + purpose));
  }

  private Escrow divided(
      EscrowPurpose purpose,
      AccountId account,
      long epoch,
      EscrowHolders holders,
      SecretBytes secret) {
    List<SecretBytes> shares = crypto.secretSharing().split(secret);
    try (SecretBytes first = shares.get(0);
        SecretBytes second = shares.get(1)) {
      EscrowTerms terms =
          new EscrowTerms(
              purpose,
              account,
              epoch,
              holders.hospital(),
              holders.second(),
              commitment(purpose, account, epoch, holders.hospital(), first),
              commitment(purpose, account, epoch, holders.second(), second));
      HpkePublicKey own =
          crypto.hpke().decodePublicKey(servers.get(holders.hospital()).receivingPublic());
      return new Escrow(
          terms,
          seal(terms, holders.hospital(), own, first),
          seal(terms, holders.second(), holders.secondKey(), second));
    }
  }

  /** Whether that is the second holder's share. */
  public boolean isShare(EscrowTerms terms, HpkePublicKey from, ByteString sealed) {
    try {
      open(terms, terms.second(), from, sealed).close();
      return true;
    } catch (DecryptionFailedException not) {
      return false;
    }
  }

  /** Seals the second holder's share to the key of a recovery or an emergency. */
  public ByteString release(
      EscrowTerms terms,
      HpkePublicKey from,
      ByteString sealed,
      ByteString recovery,
      HpkePublicKey to) {
    try (SecretBytes share = opened(() -> open(terms, terms.second(), from, sealed))) {
      byte[] plain = share.reveal(SecretAccess.token());
      try {
        return ByteString.of(
            servers.use(
                terms.second(),
                keys ->
                    crypto
                        .hpke()
                        .authSeal(
                            keys.receiving(), to, RELEASE_INFO, bound(recovery, terms), plain)));
      } finally {
        Arrays.fill(plain, (byte) 0);
      }
    }
  }

  /**
   * The secret that was divided, from the hospital's share and what the second holder released.
   *
   * @throws DecryptionFailedException unless both are the shares under these terms
   */
  SecretBytes combine(ReleasedEscrow released, HpkeSecretKey recoveryKey) {
    EscrowTerms terms = released.terms();
    HpkePublicKey own =
        crypto.hpke().decodePublicKey(servers.get(terms.hospital()).receivingPublic());
    try (SecretBytes first = open(terms, terms.hospital(), own, released.hospitalShare());
        SecretBytes second = openRelease(released, recoveryKey)) {
      return crypto.secretSharing().combine(first, second);
    }
  }

  private SecretBytes openRelease(ReleasedEscrow released, HpkeSecretKey recoveryKey) {
    EscrowTerms terms = released.terms();
    byte[] plain =
        crypto
            .hpke()
            .authOpen(
                recoveryKey,
                released.secondKey(),
                RELEASE_INFO,
                bound(released.recovery(), terms),
                released.release().bytes());
    return verified(terms, terms.second(), plain);
  }

  private ByteString seal(
      EscrowTerms terms, PartyCode holder, HpkePublicKey to, SecretBytes share) {
    byte[] plain = share.reveal(SecretAccess.token());
    try {
      return ByteString.of(
          servers.use(
              terms.hospital(),
              keys ->
                  crypto
                      .hpke()
                      .authSeal(keys.receiving(), to, SHARE_INFO, held(holder, terms), plain)));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private SecretBytes open(
      EscrowTerms terms, PartyCode holder, HpkePublicKey from, ByteString sealed) {
    return verified(
        terms,
        holder,
        servers.use(
            holder,
            keys ->
                crypto
                    .hpke()
                    .authOpen(
                        keys.receiving().secretKey(),
                        from,
                        SHARE_INFO,
                        held(holder, terms),
                        sealed.bytes())));
  }

  /** Sealing shows who made it; the commitment, that it is the one that was made. */
  private SecretBytes verified(EscrowTerms terms, PartyCode holder, byte[] plain) {
    SecretBytes share = SecretBytes.take(plain);
    if (share.length() == SECRET
        && commitment(terms.purpose(), terms.account(), terms.epoch(), holder, share)
            .equals(terms.shareOf(holder))) {
      return share;
    }
    share.close();
    throw new DecryptionFailedException();
  }

  private Digest commitment(
      EscrowPurpose purpose, AccountId account, long epoch, PartyCode holder, SecretBytes share) {
    byte[] context =
        CanonicalWriter.of("epione.escrow-holder", 1)
            .text(purpose.name())
            .text(account.toString())
            .u64(epoch)
            .text(holder.value())
            .toByteArray();
    return crypto.secretSharing().commitment(context, share);
  }

  private static byte[] held(PartyCode holder, EscrowTerms terms) {
    return CanonicalWriter.of("epione.escrow-held", 1)
        .text(holder.value())
        .bytes(terms.encode())
        .toByteArray();
  }

  private static byte[] bound(ByteString recovery, EscrowTerms terms) {
    return CanonicalWriter.of("epione.escrow-released", 1)
        .bytes(recovery.bytes())
        .bytes(terms.encode())
        .toByteArray();
  }

  private static SecretBytes opened(Supplier<SecretBytes> opening) {
    try {
      return opening.get();
    } catch (DecryptionFailedException failed) {
      throw new NotOpenedException();
    }
  }
}
