package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.epione.account.boundary.Caller;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.EvidenceView;

/** The records that a doctor has seen come about, and so will most likely name in a report. */
@ApplicationScoped
public class NameableRecords {

  private static final int EPISODES = 5;
  private static final int MOVEMENTS = 12;
  private static final int MOST = 12;

  @EJB private Doctors doctors;
  @Inject private KnownChains known;

  /**
   * Those that moved her score, and those of the episodes whose team she was in; latest 12 first.
   */
  public List<EvidenceView> of(Caller doctor) {
    PartyCode hospital = doctor.party();
    return doctors.byAccount(doctor.accountId()).map(DoctorView::pid).stream()
        .flatMap(
            pid ->
                known.state(hospital).stream()
                    .flatMap(
                        state ->
                            Stream.concat(
                                moved(hospital, state, pid), treated(hospital, state, pid))))
        .map(Proven::view)
        .distinct()
        .sorted(Comparator.comparing(EvidenceView::at).reversed())
        .limit(MOST)
        .toList();
  }

  private Stream<Proven> moved(PartyCode hospital, ChainState state, Pid doctor) {
    return state.credit().movements(doctor).stream()
        .limit(MOVEMENTS)
        .flatMap(movement -> known.proven(hospital, state, movement.cause().content()).stream());
  }

  private Stream<Proven> treated(PartyCode hospital, ChainState state, Pid doctor) {
    return state.episodes().stream()
        .filter(episode -> episode.concerns(doctor))
        .sorted(Comparator.comparing(Episode::openedAt).reversed())
        .limit(EPISODES)
        .flatMap(episode -> known.ofEpisode(hospital, episode.id()).stream());
  }
}
