package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/** Chains that are kept here, and proofs of records on chains that are not. */
@ApplicationScoped
public class KnownChains {

  @EJB private Chains chains;
  @EJB private ChainRecords records;
  @EJB private Parties parties;
  @Inject private CryptoSuite crypto;

  /** What the chain says; empty if it is not kept here or has no block. */
  Optional<ChainState> state(PartyCode hospital) {
    return chains
        .summary(hospital.value())
        .filter(chain -> chain.height() >= 0)
        .map(chain -> chains.state(hospital.value()));
  }

  /** The record of that content, with its proof, unless it lies in an archive. */
  Optional<Proven> proven(PartyCode hospital, ChainState state, Digest content) {
    return state
        .positionOf(content)
        .flatMap(position -> chains.keptRecordAt(hospital.value(), position))
        .map(record -> new Proven(record.record(), record.inclusion()));
  }

  /** The records about an episode that are kept here, in the order of the chain. */
  List<Proven> ofEpisode(PartyCode hospital, RecordId episode) {
    return records.keptOfEpisode(hospital, episode).stream()
        .map(record -> new Proven(record.record(), record.inclusion()))
        .toList();
  }

  /** The record of that id. */
  Optional<LedgerRecord> record(PartyCode hospital, Digest id) {
    return records.record(hospital, id).map(ChainRecord::record);
  }

  /** Refuses a record that does not stand on the hospital's chain under two signatures. */
  void requireOnChain(PartyCode hospital, Proven proven) throws MessageRejectedException {
    PartyCertificate signer =
        parties
            .certificate(hospital)
            .orElseThrow(() -> new MessageRejectedException("The hospital has no certificate."));
    boolean holds =
        parties.ofRole(PartyRole.CLOUD).stream()
            .map(PartyView::code)
            .flatMap(cloud -> parties.certificate(cloud).stream())
            .anyMatch(
                cloud ->
                    proven
                        .inclusion()
                        .proves(crypto.ed25519(), proven.ledgerRecord(), signer, cloud));
    if (!holds) {
      throw new MessageRejectedException("A record is not on the chain it is said to be on.");
    }
  }

  /**
   * The certificate of that party.
   *
   * @throws RefusedException EHR-1020 if it has none
   */
  PartyCertificate certificate(PartyCode party) {
    return parties
        .certificate(party)
        .orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN));
  }

  /** The name of that party shown to people. */
  String name(PartyCode party) {
    return parties.name(party);
  }
}
