package org.epione.emergency.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Accounts;
import org.epione.emergency.boundary.EmergencyCaseState;
import org.epione.emergency.boundary.EmergencyCaseView;
import org.epione.emergency.entity.EmergencyCase;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.PartyCode;

/** Emergencies as the system manager and auditors see them. */
@ApplicationScoped
public class EmergencyCaseViews {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;

  @EJB private Accounts accounts;
  @EJB private Parties parties;
  @EJB private SealedTexts texts;
  @Inject private EmergencyCaseRegister register;
  @Inject private EmergencyTimes times;

  /** The latest, those that wait first. */
  public List<EmergencyCaseView> all() {
    return register.latest().stream()
        .map(this::of)
        .sorted(Comparator.comparing(each -> each.state() != EmergencyCaseState.WAITING))
        .toList();
  }

  /** How many wait. */
  public long waiting() {
    return register.countWaiting(times.now());
  }

  private EmergencyCaseView of(EmergencyCase row) {
    Written asked = written(row, Optional.of(row.protectedText()));
    Written finding = written(row, row.protectedFinding());
    return new EmergencyCaseView(
        row.id(),
        row.hospital(),
        parties.name(row.hospital()),
        row.account(),
        asked.name(),
        row.asker(),
        written(row, Optional.of(row.protectedConfirmer())).name(),
        row.confirmer(),
        row.reason(),
        asked.reason(),
        row.state(times.now()),
        row.asked(),
        row.expires(),
        row.officer().map(accounts::name).orElse(""),
        written(row, row.protectedAnswer()).reason(),
        row.decided(),
        row.until(),
        row.justified(),
        finding.name(),
        finding.reason(),
        row.reviewed());
  }

  private Written written(EmergencyCase row, Optional<byte[]> kept) {
    return kept.map(bytes -> texts.unprotect(EmergencyAskedMessage.TOPIC, SELF, row.id(), bytes))
        .orElse(Written.NOTHING);
  }
}
