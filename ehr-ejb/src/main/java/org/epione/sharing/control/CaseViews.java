package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.entity.CaseState;
import org.epione.sharing.entity.DeliveryState;
import org.epione.sharing.entity.GrantCase;

/** Grants as the system manager sees them. */
@ApplicationScoped
public class CaseViews {

  @Inject private RequestViews parties;
  @Inject private CaseRegister register;
  @Inject private Standings standings;
  @Inject private Clock clock;

  /** Those that wait first. */
  public List<CaseView> of(List<GrantCase> cases) {
    return cases.stream()
        .sorted(Comparator.comparing(each -> each.state() != CaseState.WAITING))
        .map(this::of)
        .toList();
  }

  private CaseView of(GrantCase grantCase) {
    GrantEvidence evidence = GrantEvidence.decode(grantCase.evidence());
    AccessRequestedBody request = (AccessRequestedBody) evidence.requested().ledgerRecord().body();
    EpisodeOpenedBody opened = (EpisodeOpenedBody) evidence.opened().ledgerRecord().body();
    boolean over =
        clock.instant().isAfter(grantCase.notAfter())
            && (grantCase.state() == CaseState.WAITING || grantCase.state() == CaseState.ISSUED);
    long readings =
        register.deliveries(grantCase.id()).stream()
            .filter(each -> each.state() == DeliveryState.DELIVERED)
            .count();
    return new CaseView(
        grantCase.id(),
        grantCase.request().hex(),
        parties.name(grantCase.hospital()),
        parties.name(grantCase.askingHospital()),
        request.doctor().pid().hex(),
        opened.patient().hex(),
        grantCase.episode(),
        grantCase.purpose(),
        grantCase.notBefore(),
        grantCase.notAfter(),
        grantCase.receivedAt(),
        over ? RequestViews.EXPIRED : grantCase.state().name(),
        grantCase.reason(),
        standings.of(request, grantCase.hospital()),
        standings.isCertified(grantCase.hospital()),
        evidence.consented().ledgerRecord().body() instanceof StandingConsentUsedBody,
        Math.toIntExact(readings),
        Bundles.idOf(evidence.requested().ledgerRecord()).hex());
  }
}
