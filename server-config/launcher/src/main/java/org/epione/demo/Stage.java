package org.epione.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.AuditorDesk;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.PortalAway;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.PortalSession;
import org.epione.demo.client.RegistrarDesk;
import org.epione.demo.client.SystemManagerDesk;
import org.epione.demo.client.Waiting;

/**
 * What all acts of the demonstration share: where it is played, who plays, and the account book.
 *
 * @param portal the portal that it is played at
 */
public record Stage(
    Target target,
    DemonstrationData data,
    AccountBook accounts,
    PortalClient portal,
    Waiting waiting,
    Progress progress,
    Clock clock,
    Map<String, PortalSession> sessions) {

  /** A stage where nobody has signed in yet. */
  public static Stage of(
      Target target,
      DemonstrationData data,
      AccountBook accounts,
      Waiting waiting,
      Progress progress,
      Clock clock) {
    return new Stage(
        target,
        data,
        accounts,
        new PortalClient(target.portal()),
        waiting,
        progress,
        clock,
        new HashMap<>());
  }

  /** The session of a person of the account book; signs in at first use. */
  public PortalSession as(String userName) {
    PortalSession known = sessions.get(userName);
    if (known != null) {
      return known;
    }
    PortalSession session = portal.signIn(userName, password(userName));
    sessions.put(userName, session);
    return session;
  }

  /**
   * Whether the portal works: it lets the first officer in and answers her. Away is the only other
   * answer that is waited out: a refusal is one at any time, also of a server that has just
   * started.
   */
  public boolean works() {
    try {
      PortalSession session = portal.signIn(target.firstUserName(), target.firstPassword());
      session.list("api/hospitals");
      session.signOut();
      return true;
    } catch (PortalAway notYet) {
      return false;
    }
  }

  /** The passphrase of an account. */
  public String password(String userName) {
    return passphrase(userName, "");
  }

  /** A password that a patient has for something besides her account. */
  public String secondPassword(DemonstrationData.Patient patient, String purpose) {
    return passphrase(
        patient.userName() + "/" + purpose, patient.displayName() + "'s password for " + purpose);
  }

  /** The system manager's first officer. */
  public SystemManagerDesk systemManager() {
    return new SystemManagerDesk(as(target.firstUserName()));
  }

  /** The administrator of a hospital. */
  public AdministratorDesk administrator(DemonstrationData.Hospital hospital) {
    return new AdministratorDesk(as(hospital.administrator().userName()));
  }

  /** The registrar of a hospital. */
  public RegistrarDesk registrar(DemonstrationData.Hospital hospital) {
    return new RegistrarDesk(as(hospital.registrar().userName()));
  }

  /** A doctor. */
  public DoctorDesk doctor(String userName) {
    return new DoctorDesk(as(userName));
  }

  /** A patient. */
  public PatientDesk patient(String userName) {
    return new PatientDesk(as(userName));
  }

  /** The auditor. */
  public AuditorDesk auditor() {
    return new AuditorDesk(as(data.auditor().userName()));
  }

  /**
   * Activates an account with its printed code. Where the code was used already, by an earlier run
   * whose answer was lost, nothing is left to do.
   *
   * @param whose for the account book
   */
  public void activate(String userName, String whose, Supplier<Optional<String>> code) {
    String password = passphrase(userName, whose);
    code.get().ifPresent(printed -> portal.activate(printed, userName, password));
  }

  private String passphrase(String userName, String whose) {
    try {
      return accounts.passphrase(userName, whose);
    } catch (IOException e) {
      throw new UncheckedIOException("The account book cannot be written.", e);
    }
  }
}
