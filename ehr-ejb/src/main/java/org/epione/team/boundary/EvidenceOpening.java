package org.epione.team.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.connector.port.EvidenceCheck;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.Evidence;
import org.epione.team.control.EpisodeStore;
import org.epione.team.control.TeamDoctors;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamMember;

/**
 * Opens evidence X for the ledger (protocols 7): alpha must be the one that the hospital committed
 * to when the episode opened, ID_p must stand behind the patient's pseudo-identity, PID_h must be
 * the hospital, and ID_D the last doctor of the team.
 */
@Stateless
@PermitAll
public class EvidenceOpening implements EvidenceCheck {

  @EJB private ServerKeys serverKeys;
  @Inject private EpisodeStore episodes;
  @Inject private TeamDoctors doctors;

  @Override
  public boolean holds(String hospital, DiagnosisBody body, Digest commitment) {
    Optional<Episode> episode =
        episodes.find(body.episode().hex()).filter(each -> each.hospital().equals(hospital));
    if (episode.isEmpty()) {
      return false;
    }
    PartyCode code = new PartyCode(hospital);
    try {
      Evidence evidence =
          Evidence.decode(
              serverKeys.open(
                  code,
                  Evidence.sealingInfo(),
                  body.episode().bytes(),
                  body.sealedEvidence().bytes()));
      return EpisodeOpenedBody.commitment(evidence.alpha().bytes(), body.episode())
              .equals(commitment)
          && isPatient(code, evidence, body)
          && evidence.hospital().equals(doctors.pid(code).value())
          && isLastDoctor(evidence, body);
    } catch (DecryptionFailedException | MalformedEncodingException notEvidence) {
      return false;
    }
  }

  private boolean isPatient(PartyCode hospital, Evidence evidence, DiagnosisBody body) {
    byte[] identity = serverKeys.openPseudonym(hospital, body.patient().bytes());
    return evidence.patient().equals(ByteString.of(identity));
  }

  private boolean isLastDoctor(Evidence evidence, DiagnosisBody body) {
    Pid last = Pid.of(body.statements().get(body.statements().size() - 1).signer());
    String account = new String(evidence.doctor().bytes(), StandardCharsets.UTF_8);
    return episodes
        .member(body.episode().hex(), account)
        .map(TeamMember::doctorPseudonym)
        .filter(pseudonym -> Pid.of(pseudonym).equals(last))
        .isPresent();
  }
}
