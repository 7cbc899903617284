package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.audit.boundary.ActView;
import org.epione.audit.boundary.AuditedTeam;
import org.epione.audit.boundary.EpisodeSummary;
import org.epione.audit.boundary.EpisodeTrail;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** Episodes as the chain tells them. */
@ApplicationScoped
public class EpisodeAudit {

  @EJB private Chains chains;
  @EJB private ChainRecords onChain;
  @EJB private Parties parties;
  @Inject private ActProof proof;
  @Inject private Authors authors;

  /** All episodes on a chain, newest first. */
  public List<EpisodeSummary> all(PartyCode hospital) {
    return state(hospital).episodes().stream()
        .sorted(Comparator.comparing(Episode::openedAt).reversed())
        .map(episode -> summary(hospital, episode))
        .toList();
  }

  /** Every act of one episode, each with its proofs checked. */
  public EpisodeTrail trail(PartyCode hospital, RecordId id) {
    ChainState state = state(hospital);
    Episode episode =
        state.episode(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    List<ChainRecord> records = onChain.ofEpisode(hospital, id);
    return new EpisodeTrail(
        id.hex(),
        EpisodeReference.of(id).text(),
        hospital.value(),
        parties.name(hospital),
        episode.patient().hex(),
        episode.openedAt(),
        records.stream().map(each -> act(state, episode, each)).toList(),
        teams(state, episode),
        parts(records),
        episode.doctors().size(),
        episode.diagnosis().map(diagnosis -> diagnosis.ciphertext().hex()),
        episode.location());
  }

  private List<AuditedTeam> teams(ChainState state, Episode episode) {
    return Stream.concat(
            episode.former().stream()
                .map(team -> team(state, team.doctors(), Optional.of(team.until()))),
            Stream.of(team(state, episode.doctors(), Optional.empty())))
        .toList();
  }

  private AuditedTeam team(ChainState state, List<Pid> doctors, Optional<Instant> until) {
    return new AuditedTeam(
        doctors.stream().map(doctor -> authors.doctor(state, doctor)).toList(), until);
  }

  ChainState state(PartyCode hospital) {
    if (chains.summary(hospital.value()).filter(chain -> chain.height() >= 0).isEmpty()) {
      throw new RefusedException(ErrorCode.CHAIN_UNKNOWN);
    }
    return chains.state(hospital.value());
  }

  private ActView act(ChainState state, Episode episode, ChainRecord each) {
    return new ActView(
        each.record().type().name(),
        each.record().author().hex(),
        each.record().type().author().name(),
        authors.name(state, each.record()),
        each.record().time(),
        each.inclusion().block().header().time(),
        each.inclusion().height(),
        each.inclusion().index(),
        each.record().id().hex(),
        proof.isIncluded(state, each),
        proof.isSigned(state, Optional.of(episode), each.record()));
  }

  private static int parts(List<ChainRecord> records) {
    return records.stream()
        .flatMap(
            each ->
                each.record().body() instanceof DiagnosisBody body
                    ? Optional.of(body.statements().size()).stream()
                    : Optional.<Integer>empty().stream())
        .findFirst()
        .orElse(0);
  }

  private static EpisodeSummary summary(PartyCode hospital, Episode episode) {
    String state =
        episode.location().isPresent()
            ? "STORED"
            : episode.diagnosis().isPresent() ? "DIAGNOSED" : "OPENED";
    return new EpisodeSummary(
        episode.id().hex(),
        EpisodeReference.of(episode.id()).text(),
        hospital.value(),
        episode.openedAt(),
        episode.doctors().size(),
        state);
  }
}
