package org.epione.enrolment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Invitation;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.control.AdmissionHandler;
import org.epione.enrolment.control.Admissions;
import org.epione.enrolment.control.Application;
import org.epione.enrolment.control.Certification;
import org.epione.enrolment.control.PersonName;
import org.epione.enrolment.control.SecondFactorReset;
import org.epione.enrolment.entity.Admission;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/**
 * The hospitals and the system manager, who admits them. A hospital is admitted when its
 * application has come by message and been answered by message, also when this server hosts it.
 */
@Stateless
@RolesAllowed(Role.Name.SYSTEM_MANAGER)
public class Hospitals {

  @EJB private Parties parties;
  @EJB private Post post;
  @EJB private ServerKeys serverKeys;
  @EJB private Accounts accounts;
  @EJB private Chains chains;
  @Inject private Admissions admissions;
  @Inject private SecondFactorReset reset;
  @Inject private Certification certification;
  @Inject private Settings settings;

  /** All hospitals that were added or applied, by code. */
  public List<HospitalView> all() {
    return admissions.all().stream().map(this::view).toList();
  }

  /**
   * One hospital.
   *
   * @throws RefusedException EHR-1003
   */
  public HospitalView hospital(PartyCode code) {
    return view(known(code));
  }

  /**
   * Adds a hospital that this server hosts: makes its keys and lets it apply; its application is
   * admitted when it arrives.
   *
   * @param administratorName who will administer it
   * @throws RefusedException EHR-2001 when the code is in use, EHR-1004 when an input is wrong
   */
  public HospitalView add(String code, String name, String administratorName) {
    if (!PartyCode.isValid(code)) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "A code has 2 to 32 capital letters, digits and hyphens, and begins with a letter.");
    }
    PartyCode hospital = new PartyCode(code);
    String shown = PersonName.checked("name of the hospital", name);
    String administrator = PersonName.checked("name of the administrator", administratorName);
    Admission admission = admissions.expect(hospital, shown, administrator);
    // so that the hospital can check who answers, and the answer finds a cloud
    certification.systemManager();
    certification.cloud();
    serverKeys.create(hospital);
    Application application =
        new Application(
            shown,
            administrator,
            settings.node(),
            serverKeys.signingKey(hospital).encode(),
            serverKeys.receivingKey(hospital).encode());
    post.send(
        hospital,
        PartyCode.SYSTEM_MANAGER,
        Application.TYPE,
        application.encode(),
        Optional.empty());
    return view(admission);
  }

  /**
   * Admits a hospital that applied from elsewhere.
   *
   * @throws RefusedException EHR-1003 when none did, EHR-2002 when that was decided
   */
  public HospitalView admit(PartyCode code) {
    admissions.admit(code);
    return hospital(code);
  }

  /**
   * Refuses a hospital that applied from elsewhere.
   *
   * @param reason for the list; 1 to 200 characters
   * @throws RefusedException EHR-1003 when none did, EHR-2002 when that was decided
   */
  public HospitalView refuse(PartyCode code, String reason) {
    admissions.refuse(code, PersonName.checked("reason", reason));
    return hospital(code);
  }

  /**
   * The activation code of the administrator of a hospital hosted here.
   *
   * @throws RefusedException EHR-2003 until the hospital was admitted, EHR-1003 when it was used
   */
  public ActivationSlip administratorCode(PartyCode code) {
    AccountView account = administrator(code);
    if (account.state() != AccountState.INVITED) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "The activation code was used.");
    }
    return slip(account, accounts.invitation(account.id()));
  }

  /** A new activation code in place of one that expired or got lost. */
  public ActivationSlip newAdministratorCode(PartyCode code) {
    AccountView account = administrator(code);
    return slip(account, accounts.renewInvitation(account.id()));
  }

  /** Lets the administrator of a hospital sign in again after too many attempts. */
  public void unlockAdministrator(PartyCode code) {
    accounts.unlock(administrator(code).id());
  }

  /**
   * Takes the second factor from someone who has lost it; she is told.
   *
   * @throws RefusedException EHR-1044 when there is none
   */
  public void resetAdministratorsSecondFactor(PartyCode code) {
    reset.of(administrator(code).id(), code);
  }

  private AccountView administrator(PartyCode code) {
    known(code);
    return accounts
        .find(code, Role.HOSPITAL_ADMINISTRATOR, AdmissionHandler.FIRST_ADMINISTRATOR)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_ADMITTED));
  }

  private Admission known(PartyCode code) {
    return admissions.find(code).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private static ActivationSlip slip(AccountView account, Invitation invitation) {
    return new ActivationSlip(
        account.id(), account.displayName(), invitation.code(), invitation.expires());
  }

  private HospitalView view(Admission admission) {
    PartyCode code = admission.code();
    return new HospitalView(
        code,
        admission.displayName(),
        admission.administratorName(),
        admission.state(),
        parties.find(code).map(party -> party.pid().hex()).orElse(""),
        serverKeys.holds(code),
        height(code),
        admission.applied(),
        Optional.ofNullable(admission.decided()),
        admission.refusal());
  }

  /** Nothing until the cloud has cosigned the founding block. */
  private OptionalLong height(PartyCode code) {
    return chains
        .summary(code.value())
        .map(ChainSummary::height)
        .filter(height -> height >= 0)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
