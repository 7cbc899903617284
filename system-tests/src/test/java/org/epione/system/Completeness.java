package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.demo.DemonstrationData;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.Stage;
import org.epione.demo.Treatment;
import org.epione.demo.client.AdministratorDesk.Member;
import org.epione.demo.client.AuditorDesk.Act;
import org.epione.demo.client.RegistrarDesk;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;

/**
 * After a path that was disturbed: everybody and every act is there once, the chains verify, and no
 * message is left over.
 */
final class Completeness {
  private Completeness() {}

  static void check(Stage stage, List<Treatment> treatments) throws IOException {
    DemonstrationData data = stage.data();
    for (Hospital hospital : data.hospitals()) {
      assertThat(stage.administrator(hospital).staff())
          .extracting(member -> member.account().displayName())
          .doesNotHaveDuplicates()
          .hasSize(1 + hospital.doctors().size());
      assertThat(stage.administrator(hospital).staff())
          .filteredOn(member -> member.role().equals("DOCTOR"))
          .allMatch(Member::enrolled);
      byte[] export = stage.auditor().exportChain(hospital.code());
      assertThat(
              new ChainVerifier(World.crypto())
                  .verify(new ByteArrayInputStream(export), ProgressListener.NONE)
                  .fault())
          .isEmpty();
      assertThat(stage.administrator(hospital).deadLetters()).isEmpty();
    }
    for (Patient patient : data.patients()) {
      RegistrarDesk desk = stage.registrar(data.hospital(patient.hospital()));
      assertThat(desk.patients(patient.number())).as(patient.number()).hasSize(1);
    }
    for (Treatment treatment : treatments) {
      List<Act> acts = stage.auditor().acts(treatment.story().hospital(), treatment.episodeId());
      assertThat(
              acts.stream()
                  .map(Act::act)
                  .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
          .containsEntry("EPISODE_OPENED", 1L)
          .containsEntry("DIAGNOSIS", 1L)
          .containsEntry("STORED", 1L)
          .containsEntry("ACCESS_REQUESTED", 1L)
          .containsEntry("CONSENT_GIVEN", 1L)
          .containsEntry("RE_ENCRYPTION_KEY_ISSUED", 1L)
          .containsEntry("CONSENT_WITHDRAWN", 1L);
    }
  }
}
