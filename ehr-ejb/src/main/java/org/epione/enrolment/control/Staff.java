package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.crypto.transcript.Digest;
import org.epione.enrolment.entity.Doctor;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The people who work for the parties of this server. */
@Dependent
public class Staff {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Accounts accounts;
  @Inject private Clock clock;

  /** Makes an account that waits for its person. */
  public StaffMember invite(PartyCode party, Role role, String displayName, String specialty) {
    String id = UUID.randomUUID().toString();
    AccountId account = accounts.invite(party, role, displayName, id).accountId();
    StaffMember member =
        new StaffMember(id, party, role, account, displayName, specialty, clock.instant());
    entities.persist(member);
    // A doctor's row refers to this one, which the persistence provider does not know.
    entities.flush();
    return member;
  }

  /** Those of a party in some roles, by name. */
  public List<StaffMember> ofParty(PartyCode party, Set<Role> roles) {
    return entities
        .createNamedQuery("StaffMember.ofParty", StaffMember.class)
        .setParameter("party", party.value())
        .setParameter("roles", roles)
        .getResultList();
  }

  public Optional<StaffMember> byAccount(AccountId account) {
    return entities
        .createNamedQuery("StaffMember.byAccount", StaffMember.class)
        .setParameter("account", account.toString())
        .getResultStream()
        .findFirst();
  }

  public Optional<Doctor> doctor(StaffMember member) {
    return Optional.ofNullable(entities.find(Doctor.class, member.id()));
  }

  public Optional<StaffMember> member(Doctor doctor) {
    return Optional.ofNullable(entities.find(StaffMember.class, doctor.staffMember()));
  }

  public Optional<Doctor> byPid(Pid pid) {
    return entities
        .createNamedQuery("Doctor.byPid", Doctor.class)
        .setParameter("pid", pid.hex())
        .getResultStream()
        .findFirst();
  }

  /** The doctor whose enrolment that record is. */
  public Optional<Doctor> byRecord(Digest enrolment) {
    return entities
        .createNamedQuery("Doctor.byRecord", Doctor.class)
        .setParameter("record", enrolment.hex())
        .getResultStream()
        .findFirst();
  }
}
