package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.record.SaltedText;
import org.epione.platform.identity.PartyCode;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TeamChange;

/** The medical facts that the hospital keeps of an episode, under its server key. */
@ApplicationScoped
public class EpisodeSecrets {

  private static final ByteString NO_SALT = ByteString.of(new byte[SaltedText.SALT_LENGTH]);

  @EJB private ServerKeys serverKeys;

  byte[] seal(PartyCode hospital, String episode, SealedFacts facts) {
    return serverKeys.protect(hospital, label(episode), facts.encode());
  }

  SealedFacts open(Episode episode) {
    return SealedFacts.decode(
        serverKeys.unprotect(
            new PartyCode(episode.hospital()), label(episode.id()), episode.sealedFacts()));
  }

  /** Facts in place of those of a patient who was forgotten. */
  byte[] ofForgotten(Episode episode) {
    return seal(new PartyCode(episode.hospital()), episode.id(), SealedFacts.FORGOTTEN);
  }

  /** A reason in place of one that was about a patient who was forgotten. */
  byte[] reasonOfForgotten(Episode episode, TeamChange change) {
    return sealReason(
        episode, change.id(), new SaltedText(NO_SALT, SealedFacts.FORGOTTEN.facts().name()));
  }

  /** The coded symptom for which an episode was opened. */
  public String symptomCode(Episode episode) {
    return open(episode).facts().symptomCode();
  }

  byte[] sealReason(Episode episode, String change, SaltedText reason) {
    return serverKeys.protect(
        new PartyCode(episode.hospital()), changeLabel(change), reason.encode());
  }

  /** Why that change of the team was proposed. */
  SaltedText reason(Episode episode, TeamChange change) {
    return SaltedText.decode(
        serverKeys.unprotect(
            new PartyCode(episode.hospital()), changeLabel(change.id()), change.sealedReason()));
  }

  private static String changeLabel(String change) {
    return "team.change:" + change;
  }

  private static String label(String episode) {
    return "team.episode:" + episode;
  }
}
