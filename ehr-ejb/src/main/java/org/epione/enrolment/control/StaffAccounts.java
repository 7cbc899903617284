package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Invitation;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.ActivationSlip;
import org.epione.enrolment.boundary.StaffView;
import org.epione.enrolment.boundary.Standing;
import org.epione.enrolment.entity.Doctor;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.credit.Score;
import org.epione.ledger.state.ChainState;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Staff together with their accounts and, for doctors, their standing on the chain. */
@Dependent
public class StaffAccounts {

  @EJB private Accounts accounts;
  @EJB private Chains chains;
  @Inject private Staff staff;

  /** Those of a party in some roles, by name. */
  public List<StaffView> views(PartyCode party, Set<Role> roles) {
    List<StaffMember> members = staff.ofParty(party, roles);
    boolean doctors = members.stream().anyMatch(member -> member.role() == Role.DOCTOR);
    Optional<ChainState> state = doctors ? chain(party) : Optional.empty();
    return members.stream().map(member -> view(member, state)).toList();
  }

  private Optional<ChainState> chain(PartyCode hospital) {
    return isFounded(hospital) ? Optional.of(chains.state(hospital.value())) : Optional.empty();
  }

  /** Whether the hospital has a chain that doctors can be put on. */
  public boolean isFounded(PartyCode hospital) {
    return chains.summary(hospital.value()).filter(chain -> chain.height() >= 0).isPresent();
  }

  /** Someone who was just invited. */
  public StaffView view(StaffMember member) {
    return view(member, Optional.empty());
  }

  /**
   * The member of that account.
   *
   * @throws RefusedException EHR-1003 when there is none at that party in one of the roles
   */
  public StaffMember member(PartyCode party, Set<Role> roles, AccountId account) {
    return staff
        .byAccount(account)
        .filter(member -> member.party().equals(party) && roles.contains(member.role()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /**
   * What is printed for someone who was invited.
   *
   * @param renew whether with a new code
   * @throws RefusedException EHR-1003 when the code was used
   */
  public ActivationSlip slip(StaffMember member, boolean renew) {
    boolean waits =
        accounts
            .find(member.account())
            .filter(account -> account.state() == AccountState.INVITED)
            .isPresent();
    if (!waits) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "The activation code was used.");
    }
    Invitation invitation =
        renew ? accounts.renewInvitation(member.account()) : accounts.invitation(member.account());
    return new ActivationSlip(
        member.account(), member.displayName(), invitation.code(), invitation.expires());
  }

  public void unlock(StaffMember member) {
    accounts.unlock(member.account());
  }

  private StaffView view(StaffMember member, Optional<ChainState> chain) {
    Optional<Doctor> doctor = staff.doctor(member);
    return new StaffView(
        member.account(),
        member.role(),
        member.displayName(),
        member.specialty(),
        accounts.find(member.account()).map(AccountView::state).orElse(AccountState.DISABLED),
        member.invited(),
        doctor.map(Doctor::state),
        doctor.map(Doctor::refusal).orElse(""),
        chain.flatMap(state -> doctor.flatMap(known -> standing(state, known))));
  }

  private static Optional<Standing> standing(ChainState state, Doctor doctor) {
    return state
        .credit()
        .of(doctor.certificate().pid())
        .map(Score::points)
        .map(
            points ->
                new Standing(
                    points,
                    state.credit().rules().floor(),
                    !state.inGoodStanding(doctor.certificate().pid())));
  }
}
