package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.record.EpisodeReference;
import org.epione.party.boundary.Post;
import org.epione.record.boundary.RecordListener;
import org.epione.sharing.entity.Inquiry;
import org.epione.team.boundary.EpisodeDirectory;

/**
 * The side of the hospital that keeps the record: who reads a record under a grant that holds is
 * told that something was added to it, once it is final. Consent is for one record, so that is all
 * that is told.
 */
@ApplicationScoped
public class AddendumNotices implements RecordListener {

  @EJB private Post post;
  @EJB private EpisodeDirectory episodes;
  @Inject private InquiryRegister register;
  @Inject private Clock clock;

  @Override
  public void onFinal(RecordId addendum) {
    episodes
        .addsTo(addendum)
        .ifPresent(
            facts ->
                register.ofEpisode(facts.hospital(), facts.episode()).stream()
                    .filter(each -> each.isGrantedAt(clock.instant()))
                    .forEach(each -> tell(each, addendum)));
  }

  @Override
  public void onRejected(RecordId addendum, String reason) {
    // What did not become final adds to nothing.
  }

  /** A reader begins: she is told what was added before. Told twice, it is one notice to her. */
  void issued(Inquiry inquiry) {
    episodes
        .addenda(RecordId.ofHex(inquiry.episode()))
        .forEach(each -> tell(inquiry, each.episode()));
  }

  private void tell(Inquiry inquiry, RecordId addendum) {
    AddendumMessage message = new AddendumMessage(inquiry.id(), EpisodeReference.of(addendum));
    post.send(
        inquiry.hospital(),
        inquiry.askingHospital(),
        AddendumMessage.TYPE,
        message.encode(),
        Optional.empty());
  }
}
