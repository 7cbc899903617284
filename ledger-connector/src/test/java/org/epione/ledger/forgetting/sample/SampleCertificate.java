package org.epione.ledger.forgetting.sample;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.ledger.forgetting.ForgettingCertificate;
import org.epione.ledger.forgetting.ForgettingCertificate.Step;
import org.epione.ledger.transparency.NoteKey;

/** A hospital and a system manager that certify that they have forgotten somebody. */
public final class SampleCertificate {

  /** When all was destroyed. */
  public static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");

  /** Of which nobody has a key any more. */
  public static final RecordId EPISODE = RecordId.ofHex("00112233445566778899aabbccddeeff");

  /** What a hospital always destroys. */
  public static final List<Step> STEPS =
      List.of(
          new Step("ACCOUNT", 2, NOW.minusSeconds(4)),
          new Step("KEYS", 1, NOW.minusSeconds(3)),
          new Step("HELD_ELSEWHERE", 1, NOW.minusSeconds(2)),
          new Step("EPISODES", 1, NOW.minusSeconds(1)),
          new Step("REGISTRATION", 1, NOW));

  private static final ByteString UNSIGNED = ByteString.of(new byte[64]);

  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
  private final Ed25519KeyPair hospitalPair = suite.ed25519().generate();
  private final Ed25519KeyPair managerPair = suite.ed25519().generate();

  /** The hospital's key. */
  public NoteKey hospital() {
    return key("epione/HOSPITAL-A/1", hospitalPair);
  }

  /** The system manager's key. */
  public NoteKey manager() {
    return key("epione/SYSTEM-MANAGER/2", managerPair);
  }

  /** A key of that name which signed nothing. */
  public NoteKey stranger(String name) {
    return key(name, suite.ed25519().generate());
  }

  private static NoteKey key(String name, Ed25519KeyPair pair) {
    return new NoteKey(name, NoteKey.Role.LOG, ByteString.of(pair.publicKey().encode()));
  }

  /** The receipt, signed by the system manager. */
  public DestructionReceipt receipt() {
    return receipt(managerPair, NOW);
  }

  /** The certificate of this time with a receipt that the system manager signed at another. */
  public ForgettingCertificate receiptOf(Instant at) {
    return certificate(each -> with(each.released(), each.steps(), receipt(managerPair, at)));
  }

  /** The hospital's key under the system manager's name. */
  public NoteKey hospitalAsManager() {
    return key("epione/SYSTEM-MANAGER/2", hospitalPair);
  }

  private DestructionReceipt receipt(Ed25519KeyPair by, Instant at) {
    Digest order = Digest.of(new byte[] {1});
    List<DestructionReceipt.Entry> entries =
        List.of(
            new DestructionReceipt.Entry("PASSWORD_SHARES", 1),
            new DestructionReceipt.Entry("RE_ENCRYPTION_KEYS", 3));
    byte[] toSign = DestructionReceipt.toSign(order, entries, at);
    return new DestructionReceipt(
        order, entries, at, ByteString.of(suite.ed25519().sign(by.secretKey(), toSign)));
  }

  /** The certificate, signed by the hospital. */
  public ForgettingCertificate certificate() {
    return certificate(UnaryOperator.identity());
  }

  /** Another one, also signed. */
  public ForgettingCertificate certificate(UnaryOperator<ForgettingCertificate> change) {
    ForgettingCertificate unsigned = change.apply(with(NOW.minusSeconds(5), STEPS, receipt()));
    return unsigned.signed(suite.ed25519().sign(hospitalPair.secretKey(), unsigned.toSign()));
  }

  /** Carries a receipt that the hospital itself signed. */
  public ForgettingCertificate ownReceipt() {
    return certificate(each -> with(each.released(), each.steps(), receipt(hospitalPair, NOW)));
  }

  /** Unsigned, with what the hospital says otherwise. */
  public ForgettingCertificate with(
      Instant released, List<Step> steps, DestructionReceipt receipt) {
    return new ForgettingCertificate(
        ByteString.of(new byte[16]),
        "HOSPITAL-A",
        true,
        NOW.minusSeconds(7),
        released,
        NOW,
        List.of(EPISODE),
        steps,
        ByteString.of(receipt.encode()),
        UNSIGNED);
  }
}
