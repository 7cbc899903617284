package org.epione.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.epione.chain.boundary.SubmissionState;
import org.epione.chain.boundary.SubmissionView;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.finality.boundary.MyStation;
import org.epione.finality.boundary.SubmittedStation;
import org.epione.ledger.identity.StationIdentity;
import org.epione.team.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyStationTest {

  @TempDir private Path home;

  private static String code() {
    CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
    Ed25519KeyPair keys = suite.ed25519().generate();
    ByteString key = ByteString.of(keys.publicKey().encode());
    return new StationIdentity(
            key,
            ByteString.of(suite.ed25519().sign(keys.secretKey(), StationIdentity.toProve(key))))
        .text();
  }

  @Test
  void outcome_shouldSayWhyTheChainRefused_whenTwoDoctorsEnrolOneStation() throws Exception {
    try (Clinic clinic = new Clinic(home, 2)) {
      MyStation mine = clinic.bean(MyStation.class);
      String code = code();
      SubmittedStation first = enrolled(clinic, 0, code);
      SubmittedStation second = enrolled(clinic, 1, code);
      clinic.wire.deliverAll();

      assertThat(outcome(clinic, mine, 0, first).state()).isEqualTo(SubmissionState.FINAL);
      SubmissionView refused = outcome(clinic, mine, 1, second);
      assertThat(refused.state()).isEqualTo(SubmissionState.REJECTED);
      assertThat(refused.reason()).contains("KEY_IN_USE");
    }
  }

  private static SubmittedStation enrolled(Clinic clinic, int doctor, String code)
      throws Exception {
    return clinic.as(
        clinic.doctors.get(doctor),
        () -> clinic.bean(MyStation.class).enrol(code, Clinic.PASSWORD.clone()));
  }

  private static SubmissionView outcome(
      Clinic clinic, MyStation mine, int doctor, SubmittedStation submitted) throws Exception {
    return clinic.as(clinic.doctors.get(doctor), () -> mine.outcome(submitted).orElseThrow());
  }
}
