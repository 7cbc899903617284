package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.junit.jupiter.api.Test;

/** Whose doctor a certificate says that somebody is. */
class SignatureChecksTest {

  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
  private static final Pid DOCTOR = Pid.of(new byte[] {1});
  private static final Pid HOSPITAL = Pid.of(new byte[] {2});
  private static final Pid OTHER = Pid.of(new byte[] {3});

  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
  private final SignatureChecks checks = new SignatureChecks(suite);
  private final Ed25519KeyPair keys = suite.ed25519().generate();
  private final PartyCertificate hospital = hospital(HOSPITAL, keys);

  private static ByteString bytes(int length) {
    return ByteString.of(new byte[length]);
  }

  /** Over long since. */
  private static Validity validity() {
    return new Validity(LONG_AGO, LONG_AGO.plusSeconds(60));
  }

  private static PartyCertificate hospital(Pid pid, ByteString signingKey) {
    return new PartyIdentity(
            pid, PartyKind.HOSPITAL, "HOSPITAL-A", signingKey, bytes(32), validity(), OTHER)
        .signed(new byte[64]);
  }

  private static PartyCertificate hospital(Pid pid, Ed25519KeyPair keys) {
    return hospital(pid, ByteString.of(keys.publicKey().encode()));
  }

  private static DoctorIdentity doctor(Pid hospital) {
    return new DoctorIdentity(DOCTOR, hospital, bytes(96), bytes(48), bytes(32), validity());
  }

  private DoctorCertificate signed(DoctorIdentity identity, Ed25519KeyPair by) {
    return identity.signed(suite.ed25519().sign(by.secretKey(), identity.toSign()));
  }

  @Test
  void certified_shouldHold_whenTheHospitalSignedWhateverTheDates() {
    assertThat(checks.certified(signed(doctor(HOSPITAL), keys), hospital)).isTrue();
  }

  @Test
  void certified_shouldNotHold_whenItIsAnotherHospitals() {
    Ed25519KeyPair others = suite.ed25519().generate();
    DoctorCertificate certificate = signed(doctor(OTHER), others);
    assertThat(checks.certified(certificate, hospital(OTHER, others))).isTrue();
    assertThat(checks.certified(certificate, hospital)).isFalse();
    // One signs for the other, in either way.
    assertThat(checks.certified(signed(doctor(HOSPITAL), others), hospital)).isFalse();
    assertThat(checks.certified(signed(doctor(OTHER), keys), hospital)).isFalse();
  }

  @Test
  void certified_shouldNotHold_whenAnythingWasAltered() {
    DoctorCertificate honest = signed(doctor(HOSPITAL), keys);
    DoctorIdentity otherKey =
        new DoctorIdentity(
            DOCTOR,
            HOSPITAL,
            ByteString.of(suite.random().bytes(96)),
            bytes(48),
            bytes(32),
            validity());
    assertThat(checks.certified(new DoctorCertificate(otherKey, honest.signature()), hospital))
        .isFalse();
    for (int i = 0; i < 64; i++) {
      byte[] altered = honest.signature().bytes();
      altered[i] ^= 1;
      DoctorCertificate spoiled = new DoctorCertificate(honest.identity(), ByteString.of(altered));
      assertThat(checks.certified(spoiled, hospital)).as("byte %d", i).isFalse();
    }
  }

  @Test
  void certified_shouldNotHold_whenTheHospitalsKeyIsNone() {
    PartyCertificate keyless = hospital(HOSPITAL, ByteString.of(new byte[32]));
    assertThat(checks.certified(signed(doctor(HOSPITAL), keys), keyless)).isFalse();
  }
}
