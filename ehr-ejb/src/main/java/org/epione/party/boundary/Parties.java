package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.party.control.CertificateCheck;
import org.epione.party.entity.Party;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.jspecify.annotations.Nullable;

/** The directory of parties: who they are, where they are, and their certificates. */
@Stateless
@PermitAll
public class Parties {

  private static final int MOST_OF_PERSON = 100;
  private static final int MOST_OF_PARTY = 90;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys serverKeys;

  @Inject private CertificateCheck check;

  @Inject private Clock clock;

  /**
   * Takes a party into the directory, or renews its certificate. The certificate must be signed by
   * the system manager, whose own, signed by itself, must be taken in first. A pseudo-identity
   * never changes.
   *
   * @param displayName the name shown to people, at most 200 characters
   * @param node the deployment that hosts it
   * @throws RefusedException EHR-1023 when the certificate is not acceptable
   */
  public void register(PartyCertificate certificate, String displayName, String node) {
    check.require(certificate, () -> certificate(PartyCode.SYSTEM_MANAGER));
    @Nullable Party party = entities.find(Party.class, certificate.code());
    if (party == null) {
      party =
          new Party(
              certificate.code(),
              PartyRole.valueOf(certificate.kind().name()),
              certificate.pid().hex(),
              clock.instant());
      party.update(displayName, node, certificate.encode());
      entities.persist(party);
    } else if (party.pid().equals(certificate.pid().hex())
        && party.role().name().equals(certificate.kind().name())) {
      party.update(displayName, node, certificate.encode());
    } else {
      throw new RefusedException(
          ErrorCode.CERTIFICATE_REFUSED, "A party keeps its pseudo-identity and kind.");
    }
  }

  /** The party of that code. */
  public Optional<PartyView> find(PartyCode code) {
    return Optional.ofNullable(entities.find(Party.class, code.value())).map(this::view);
  }

  /** The party of that pseudo-identity. */
  public Optional<PartyView> find(Pid pid) {
    return entities
        .createNamedQuery("Party.ofPid", Party.class)
        .setParameter("pid", pid.hex())
        .getResultStream()
        .findFirst()
        .map(this::view);
  }

  /** The certificate of the party of that code. */
  public Optional<PartyCertificate> certificate(PartyCode code) {
    return Optional.ofNullable(entities.find(Party.class, code.value()))
        .map(party -> PartyCertificate.decode(party.certificate()));
  }

  /** All parties, by code. */
  public List<PartyView> all() {
    return entities.createNamedQuery("Party.all", Party.class).getResultList().stream()
        .map(this::view)
        .toList();
  }

  /** The parties of a role, by code. */
  public List<PartyView> ofRole(PartyRole role) {
    return entities
        .createNamedQuery("Party.ofRole", Party.class)
        .setParameter("role", role)
        .getResultList()
        .stream()
        .map(this::view)
        .toList();
  }

  /** The parties whose keys this server holds, by code. */
  public List<PartyView> hosted() {
    return all().stream().filter(PartyView::hosted).toList();
  }

  /** Whether this server holds the keys of that party. */
  public boolean hosts(PartyCode code) {
    return serverKeys.holds(code);
  }

  /** What people call a party; its code where it is not known here. */
  public String name(PartyCode code) {
    return find(code).map(PartyView::displayName).orElse(code.value());
  }

  /**
   * Somebody of another party, with that one's name in brackets: how it is written wherever it is
   * not told beside. At most 193 characters.
   */
  public String nameAt(String person, PartyCode home) {
    return start(person, MOST_OF_PERSON) + " (" + start(name(home), MOST_OF_PARTY) + ")";
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  /** Whether it is a hospital that this server hosts. */
  public boolean isHospitalHere(PartyCode code) {
    return find(code)
        .filter(found -> found.role() == PartyRole.HOSPITAL && found.hosted())
        .isPresent();
  }

  private PartyView view(Party party) {
    PartyCode code = new PartyCode(party.code());
    return new PartyView(
        code,
        party.role(),
        party.displayName(),
        party.node(),
        Pid.ofHex(party.pid()),
        serverKeys.holds(code));
  }
}
