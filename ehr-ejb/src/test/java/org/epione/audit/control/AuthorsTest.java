package org.epione.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.epione.audit.boundary.ActView;
import org.epione.audit.boundary.EpisodeTrail;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.opinion.Visiting;
import org.epione.team.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an auditor is told that a doctor of another hospital is. */
class AuthorsTest {

  @TempDir private Path home;

  @Test
  void trail_shouldNameTheHospital_onlyOfWhoIsOfAnother() throws Exception {
    try (Clinic clinic = new Clinic(home, 3)) {
      Visiting visiting = new Visiting(clinic);
      visiting.join();
      EpisodeTrail trail =
          clinic.bean(EpisodeAudit.class).trail(Clinic.HOSPITAL, RecordId.ofHex(visiting.id()));
      assertThat(trail.teams().get(1).doctors())
          .containsExactly("Dr. 1", "Dr. Clark (HOSPITAL-B)", "Dr. 2");
      assertThat(trail.acts())
          .filteredOn(act -> act.act().equals("OPINION_ACCEPTED"))
          .extracting(ActView::name)
          .containsExactly("Dr. Clark (HOSPITAL-B)");
      EpisodeAudit audit = clinic.bean(EpisodeAudit.class);
      Authors authors = clinic.bean(Authors.class);
      Pid visitor = clinic.certificate(visiting.visitor).pid();
      assertThat(authors.doctor(audit.state(Clinic.NEIGHBOUR), visitor))
          .as("on the chain of her own hospital")
          .isEqualTo("Dr. Clark");
      assertThat(authors.doctor(audit.state(Clinic.HOSPITAL), Pid.of(new byte[] {1}))).isEmpty();
    }
  }
}
