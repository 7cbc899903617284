package org.epione.team.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.epione.team.control.EpisodeStore;
import org.epione.team.entity.Refusal;

/** Notes what was refused in an episode, although the transaction that refused is rolled back. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Refusals {

  @Inject private EpisodeStore episodes;
  @Inject private Clock clock;

  /**
   * Notes a refusal once.
   *
   * @param id of the refused message or act; noting the same again changes nothing
   * @param kind message type or act
   * @param reason stable word
   */
  public void note(String id, String episode, String kind, String reason) {
    if (!episodes.hasRefusal(id)) {
      episodes.add(new Refusal(id, episode, clock.instant(), kind, reason));
    }
  }
}
