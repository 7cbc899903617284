package org.epione.operations.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.store.RefusalCount;
import org.epione.ledger.credit.Score;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;

/** The chain of the administrator's own hospital. */
@Stateless
@RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
public class HospitalChain {

  private static final Comparator<ChainDelegate> ORDER =
      Comparator.comparing(ChainDelegate::own)
          .reversed()
          .thenComparing(each -> each.name().orElse(""))
          .thenComparing(ChainDelegate::pid);

  @EJB private Callers callers;
  @EJB private Chains chains;
  @EJB private Doctors doctors;
  @EJB private Parties parties;
  @Inject private Clock clock;

  /** What waits to get onto the chain; empty while there is no chain here. */
  public Optional<ChainWaiting> waiting() {
    return chains
        .summary(hospital().value())
        .map(
            chain ->
                new ChainWaiting(
                    chain.pending(),
                    chain.oldestPending(),
                    chain.waitingBlock(),
                    chain.refusal(),
                    chain.writer()));
  }

  /** How many records the chain refused in the last 24 hours, by reason. */
  public List<RefusalCount> refused() {
    return chains.refusals(hospital().value(), clock.instant().minus(Duration.ofDays(1)));
  }

  /** The doctors whom the chain knows: those of the hospital first, by name. */
  public List<ChainDelegate> delegates() {
    PartyCode hospital = hospital();
    Optional<ChainSummary> begun =
        chains.summary(hospital.value()).filter(chain -> chain.height() >= 0);
    if (begun.isEmpty()) {
      return List.of();
    }
    ChainState state = chains.state(hospital.value());
    return state.delegates().stream()
        .map(delegate -> view(hospital, state, delegate))
        .sorted(ORDER)
        .toList();
  }

  private ChainDelegate view(PartyCode hospital, ChainState state, Delegate delegate) {
    boolean own = delegate.hospital().code().equals(hospital.value());
    // Only doctors of the own hospital are named: others are pseudonyms here as on the chain.
    Optional<String> name =
        own ? doctors.byPid(delegate.pid()).map(DoctorView::displayName) : Optional.empty();
    Optional<Score> score = state.credit().of(delegate.pid());
    return new ChainDelegate(
        name,
        delegate.pid().hex(),
        displayName(delegate.hospital().code()),
        own,
        delegate.since(),
        score.map(Score::points),
        state.credit().rules().floor(),
        score.flatMap(Score::expelledAt));
  }

  private String displayName(String code) {
    return PartyCode.isValid(code) ? parties.name(new PartyCode(code)) : code;
  }

  private PartyCode hospital() {
    return callers.current().party();
  }
}
