package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordType;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.ReadEvent;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.entity.Inquiry;

/** What this feature needs to know from the chains that are kept on this server. */
@ApplicationScoped
public class HospitalChain {

  @EJB private Chains chains;
  @EJB private ChainRecords onChain;

  /** A doctor's credit on the hospital's chain. */
  public record Credit(int score, boolean inGoodStanding) {}

  /** A doctor's credit; empty where that chain is not kept here or does not know her. */
  Optional<Credit> credit(PartyCode hospital, Pid doctor) {
    if (chains.summary(hospital.value()).filter(chain -> chain.height() >= 0).isEmpty()) {
      return Optional.empty();
    }
    return chains
        .state(hospital.value())
        .credit()
        .of(doctor)
        .map(score -> new Credit(score.points(), score.inGoodStanding()));
  }

  /** Whether the hospital is not suspended on its own chain, as far as that is kept here. */
  boolean isInGoodStanding(PartyCode hospital) {
    return chains.summary(hospital.value()).filter(chain -> chain.height() >= 0).isEmpty()
        || chains.state(hospital.value()).isHospitalInGoodStanding();
  }

  /**
   * Refuses where the records that a grant needs lie in an archive.
   *
   * @throws RefusedException EHR-4602 which says in which
   */
  void requireEvidence(Inquiry inquiry) {
    onChain.ofEpisode(inquiry.hospital(), episode(inquiry));
  }

  /** What proves a consent that is final. */
  GrantEvidence evidence(Inquiry inquiry) {
    List<ChainRecord> records = onChain.ofEpisode(inquiry.hospital(), episode(inquiry));
    return new GrantEvidence(
        only(records, RecordType.EPISODE_OPENED),
        only(records, RecordType.DIAGNOSIS),
        record(records, inquiry.requestRecordId()),
        record(records, inquiry.decisionRecordId().orElseThrow()));
  }

  /** Who read under the inquiry's grant, or was refused, as far as it is kept; newest first. */
  List<ReadEvent> readings(Inquiry inquiry) {
    Digest grant = Digest.ofHex(inquiry.grantDigest().orElseThrow());
    return onChain.keptOfEpisode(inquiry.hospital(), episode(inquiry)).stream()
        .flatMap(each -> event(each, grant, inquiry.doctorName()).stream())
        .sorted(Comparator.comparing(ReadEvent::readAt).reversed())
        .toList();
  }

  private static Optional<ReadEvent> event(ChainRecord placed, Digest grant, String doctor) {
    if (placed.record().body() instanceof RecordReadBody read && read.grant().equals(grant)) {
      return Optional.of(
          new ReadEvent(placed.record().time(), doctor, placed.inclusion().height(), true, ""));
    }
    // What an officer refuses is the key: nobody has tried to read.
    if (placed.record().body() instanceof AccessRefusedBody refused
        && refused.grant().equals(Optional.of(grant))
        && RefusalReason.ofOfficers().stream()
            .noneMatch(reason -> reason.name().equals(refused.reason()))) {
      return Optional.of(
          new ReadEvent(
              placed.record().time(),
              doctor,
              placed.inclusion().height(),
              false,
              refused.reason()));
    }
    return Optional.empty();
  }

  private static RecordId episode(Inquiry inquiry) {
    return RecordId.ofHex(inquiry.episode());
  }

  private static OnChain only(List<ChainRecord> records, RecordType type) {
    return records.stream()
        .filter(each -> each.record().type() == type)
        .map(each -> new OnChain(each.record(), each.inclusion()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the chain lost a record of the episode"));
  }

  private static OnChain record(List<ChainRecord> records, String id) {
    return records.stream()
        .filter(each -> each.record().id().hex().equals(id))
        .map(each -> new OnChain(each.record(), each.inclusion()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the chain lost a record of the episode"));
  }
}
