package org.epione.disclosure.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.transcript.Digest;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.ledger.transparency.LogProof;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Inquiries;
import org.epione.sharing.boundary.InquiryFacts;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/** All disclosures of one patient: what the chain says, and what her hospital recorded. */
@ApplicationScoped
public class OwnDisclosures {

  @EJB private EpisodeDirectory episodes;
  @EJB private Inquiries inquiries;
  @EJB private ChainRecords records;
  @Inject private ChainDisclosures chain;
  @Inject private RecordedDisclosures recorded;

  /** Newest first. */
  public List<Disclosure> of(AccountId patient, PartyCode hospital) {
    List<EpisodeFacts> own = episodes.ofPatient(patient);
    List<InquiryFacts> asked = inquiries.ofPatient(patient);
    List<Disclosure> all = new ArrayList<>();
    own.forEach(each -> all.addAll(chain.of(each, asked)));
    all.addAll(recorded.of(patient, hospital, own));
    // Of one moment, what follows on the chain is the later one.
    all.sort(Comparator.comparing(Disclosure::at));
    Collections.reverse(all);
    return List.copyOf(all);
  }

  /** The one of that id. */
  public Disclosure get(AccountId patient, PartyCode hospital, String id) {
    return of(patient, hospital).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** References of her episodes, latest first. */
  public List<String> episodes(AccountId patient) {
    return episodes.ofPatient(patient).stream().map(EpisodeFacts::reference).toList();
  }

  /** The proof that the one of that id stands on the chain. */
  public byte[] proof(AccountId patient, PartyCode hospital, String id) {
    return Optional.of(get(patient, hospital, id))
        .filter(each -> each.height().isPresent())
        .flatMap(each -> records.proof(hospital, Digest.ofHex(each.id())))
        .map(LogProof::encode)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
