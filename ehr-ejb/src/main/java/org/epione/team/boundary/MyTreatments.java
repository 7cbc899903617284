package org.epione.team.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.guardian.boundary.Guardians;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.team.control.EpisodeOpening;
import org.epione.team.control.EpisodeStore;
import org.epione.team.control.EpisodeViews;
import org.epione.team.control.TeamChanges;
import org.epione.team.control.WarrantWithdrawal;
import org.epione.team.entity.ChangeState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;

/**
 * A patient sees who is to treat her, and signs the warrants without which nobody can; her guardian
 * does the same for a minor.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class MyTreatments {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Guardians guardians;
  @Inject private EpisodeOpening opening;
  @Inject private WarrantWithdrawal withdrawal;
  @Inject private TeamChanges changes;
  @Inject private EpisodeStore episodes;
  @Inject private EpisodeViews views;

  /** The caller's episodes, latest first. */
  public List<TreatmentView> all() {
    return of(callers.current().accountId());
  }

  /**
   * The episodes of the caller or of a minor for whom she acts, latest first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<TreatmentView> of(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(patient, caller.party()));
    return episodes.ofPatient(patient.toString()).stream().map(views::treatment).toList();
  }

  /** How many teams, and changes of teams, wait for the caller's warrants. */
  public long waiting() {
    return waiting(callers.current().accountId());
  }

  /** The same of all minors for whom the caller acts. */
  public long waitingOfWards() {
    return guardians.wards(callers.current().accountId()).stream().mapToLong(this::waiting).sum();
  }

  private long waiting(AccountId patient) {
    return episodes.ofPatient(patient.toString()).stream()
        .filter(
            episode ->
                episode.state() == EpisodeState.AWAITING_WARRANTS
                    || episodes
                        .openChange(episode.id())
                        .filter(change -> change.state() == ChangeState.PROPOSED)
                        .isPresent())
        .count();
  }

  /**
   * Agrees to the change of the team that is proposed, with warrants for the new places.
   *
   * @throws WrongPasswordException if the password does not open the keys
   * @throws RefusedException EHR-3026 if it was taken back, or the doctor has signed
   */
  public TreatmentView agreeToChange(String episode, char[] password)
      throws WrongPasswordException {
    Caller caller = callers.current();
    access.require(
        caller, Act.SIGN_WARRANTS, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    Episode own = own(caller, episode);
    changes.agree(acting(caller, own), own, password);
    return views.treatment(own);
  }

  /** Refuses the change of the team that is proposed; the team goes on as it is. */
  public TreatmentView refuseChange(String episode) {
    Caller caller = callers.current();
    access.require(
        caller, Act.SIGN_WARRANTS, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    Episode own = own(caller, episode);
    changes.refuse(own);
    return views.treatment(own);
  }

  /**
   * Signs a warrant for each doctor of the team; the opening goes to the chain.
   *
   * @throws WrongPasswordException if the password does not open the keys
   * @throws RefusedException EHR-3002 if the episode does not wait for it any more
   */
  public TreatmentView authorise(String episode, char[] password) throws WrongPasswordException {
    Caller caller = callers.current();
    access.require(
        caller, Act.SIGN_WARRANTS, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    Episode own = own(caller, episode);
    opening.authorise(acting(caller, own), own, password);
    return views.treatment(own);
  }

  /** Refuses the team; the episode ends. */
  public TreatmentView decline(String episode) {
    Caller caller = callers.current();
    access.require(
        caller, Act.SIGN_WARRANTS, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    Episode own = own(caller, episode);
    opening.decline(own);
    return views.treatment(own);
  }

  /**
   * Withdraws a doctor's warrant: from now on that doctor can neither open nor add to the episode.
   *
   * @param place of the doctor in the order of signing, from 1
   * @throws WrongPasswordException if the password does not open the keys
   * @throws RefusedException EHR-3002 if the team is not at work, EHR-1003 if there is no such
   *     place
   */
  public TreatmentView withdraw(String episode, int place, char[] password)
      throws WrongPasswordException {
    Caller caller = callers.current();
    access.require(
        caller, Act.WITHDRAW_WARRANT, new Subject(SubjectKind.EPISODE, episode, caller.party()));
    Episode own = own(caller, episode);
    withdrawal.withdraw(acting(caller, own), own, place, password);
    return views.treatment(own);
  }

  private Episode own(Caller caller, String episode) {
    Episode found =
        episodes.lock(episode).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    acting(caller, found);
    return found;
  }

  /** That the caller is the patient, or acts for her. */
  private Acting acting(Caller caller, Episode episode) {
    return guardians.acting(caller, AccountId.of(episode.patientAccount()));
  }
}
