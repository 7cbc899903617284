package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.record.EpisodeReference;
import org.epione.sharing.boundary.KnownDoctorView;
import org.epione.sharing.boundary.OwnRecordView;
import org.epione.sharing.boundary.StandingRuleView;
import org.epione.sharing.entity.AllowedDoctor;
import org.epione.sharing.entity.StandingGrant;
import org.epione.sharing.entity.StandingGrantState;
import org.epione.sharing.entity.StandingRule;
import org.epione.team.boundary.EpisodeFacts;

/** What a patient allows beforehand, as she sees it. */
@ApplicationScoped
public class StandingViews {

  private static final String STANDS = "STANDS";
  private static final String WITHDRAWN = "WITHDRAWN";

  @Inject private RequestViews parties;
  @Inject private StandingRegister register;
  @Inject private StandingRules rules;
  @Inject private Clock clock;

  /** One rule. */
  public StandingRuleView of(StandingRule rule) {
    List<StandingGrant> grants = register.grants(rule);
    boolean stands = rule.standsAt(clock.instant());
    List<EpisodeFacts> missing = stands ? missing(rule, grants) : List.of();
    List<String> ready = stands ? ready(grants) : List.of();
    return new StandingRuleView(
        rule.id(),
        rule.doctorName(),
        rule.specialty(),
        parties.name(rule.askingHospital()),
        rule.purpose(),
        rule.allRecords(),
        rule.madeAt(),
        rule.notAfter(),
        stands ? STANDS : rule.withdrawnAt().isPresent() ? WITHDRAWN : RequestViews.EXPIRED,
        rule.withdrawnAt(),
        ready.stream().map(each -> EpisodeReference.of(RecordId.ofHex(each)).text()).toList(),
        waiting(missing, ready).map(EpisodeFacts::reference).toList(),
        !missing.isEmpty(),
        (int) grants.stream().filter(each -> each.request().isPresent()).count(),
        rule.madeHeight(),
        rule.withdrawalHeight());
  }

  /** For how many records she has to confirm a rule. */
  public long countWaiting(StandingRule rule) {
    if (!rule.standsAt(clock.instant())) {
      return 0;
    }
    List<StandingGrant> grants = register.grants(rule);
    return waiting(missing(rule, grants), ready(grants)).count();
  }

  private List<EpisodeFacts> missing(StandingRule rule, List<StandingGrant> grants) {
    return rules.missing(rule, grants).stream().distinct().toList();
  }

  /** The episodes for which a grant can be used. */
  private static List<String> ready(List<StandingGrant> grants) {
    return grants.stream()
        .filter(each -> each.state() == StandingGrantState.READY)
        .map(StandingGrant::episode)
        .distinct()
        .toList();
  }

  private static Stream<EpisodeFacts> waiting(List<EpisodeFacts> missing, List<String> ready) {
    return missing.stream().filter(each -> !ready.contains(each.episode().hex()));
  }

  /** A doctor whom she can allow something. */
  public KnownDoctorView of(AllowedDoctor doctor) {
    return new KnownDoctorView(
        doctor.certificate().pid().hex(),
        doctor.name(),
        doctor.specialty(),
        parties.name(doctor.hospital()));
  }

  /** A record that she can allow. */
  public OwnRecordView of(EpisodeFacts record) {
    return new OwnRecordView(record.episode().hex(), record.reference(), record.openedAt());
  }
}
