package org.epione.team.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.control.Addenda;
import org.epione.team.control.EpisodeStore;
import org.epione.team.entity.AppendedEpisode;
import org.epione.team.entity.Episode;

/** Doctors see what they signed, and add to it where something is missing or wrong. */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class AddendumDesk {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private EpisodeStore episodes;
  @Inject private Addenda addenda;

  /** The final records that the caller has signed, the latest episode first. */
  public List<SignedRecordView> signed() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.accountId(), caller.party()));
    return addenda.signedBy(caller.accountId().toString());
  }

  /**
   * Asks the patient for a warrant to add to a record that the caller has signed: opens an episode
   * with the caller as its team, for the same complaint.
   *
   * @param episode EID in hex of the signed record
   * @throws RefusedException EHR-1003 if the caller has signed no such record, EHR-3029 if the
   *     caller is adding to it already, EHR-3001 if the caller is not in good standing
   */
  public AddendumView open(String episode) {
    Caller caller = callers.current();
    Episode signed = author(caller, episode, episodes.lock(episode));
    return addenda.open(caller, signed);
  }

  /**
   * Takes the question back, before the patient has answered.
   *
   * @param addendum EID in hex of the addendum's own episode
   * @throws RefusedException EHR-3002 if the patient has answered
   */
  public AddendumView takeBack(String addendum) {
    Caller caller = callers.current();
    Optional<Episode> opened =
        episodes
            .lock(addendum)
            .filter(each -> each.openedBy().equals(caller.accountId().toString()));
    String signed = opened.flatMap(Episode::appends).map(AppendedEpisode::id).orElse(addendum);
    author(caller, signed, episodes.find(signed));
    return addenda.takeBack(
        caller, opened.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND)));
  }

  private Episode author(Caller caller, String episode, Optional<Episode> found) {
    access.require(
        caller, Act.WRITE_ADDENDUM, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    return found
        .filter(each -> each.hospital().equals(caller.party().value()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
