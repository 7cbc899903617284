package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.history.boundary.SearchView;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.sharing.boundary.FurtherView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.OwnRecordView;
import org.epione.sharing.boundary.ReadEvent;
import org.epione.sharing.entity.FurtherQuestion;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.InquiryState;
import org.epione.team.boundary.EpisodeFacts;

/** Requests and consents as the patient sees them. */
@ApplicationScoped
public class InquiryViews {

  private static final Set<InquiryState> NOT_SHOWN =
      EnumSet.of(InquiryState.RECORDING, InquiryState.FAILED);
  private static final Set<InquiryState> OPEN =
      EnumSet.of(InquiryState.CONSENTING, InquiryState.CONSENTED, InquiryState.ISSUED);

  /** How long the system manager may take to confirm that it destroyed a key. */
  private static final Duration ANSWER = Duration.ofHours(1);

  @Inject private RequestViews parties;
  @Inject private Standings standings;
  @Inject private HospitalChain chain;
  @Inject private Clock clock;

  /** Those that wait for the patient, see {@link InquiryRegister#waiting}. */
  public List<InquiryView> waiting(List<Inquiry> inquiries) {
    return inquiries.stream().map(this::of).toList();
  }

  /** Those that the patient decided. */
  public List<InquiryView> decided(List<Inquiry> inquiries) {
    return inquiries.stream()
        .filter(each -> each.state() != InquiryState.WAITING && !NOT_SHOWN.contains(each.state()))
        .map(this::of)
        .toList();
  }

  /** A question for further records, with what can be offered. */
  public FurtherView of(
      FurtherQuestion question, Optional<SearchView> search, List<EpisodeFacts> records) {
    return new FurtherView(
        question.symptomCode(),
        search,
        records.stream()
            .map(each -> new OwnRecordView(each.episode().hex(), each.reference(), each.openedAt()))
            .toList());
  }

  private InquiryView of(Inquiry inquiry) {
    AccessRequestedBody request =
        (AccessRequestedBody) LedgerRecord.decode(inquiry.requestRecord()).body();
    boolean open = OPEN.contains(inquiry.state()) && inquiry.withdrawnAt().isEmpty();
    boolean over =
        open && inquiry.notAfter().filter(end -> clock.instant().isAfter(end)).isPresent();
    return new InquiryView(
        inquiry.id().hex(),
        inquiry.doctorName(),
        inquiry.specialty(),
        parties.name(inquiry.askingHospital()),
        standings.of(request, inquiry.hospital()),
        inquiry.reference(),
        inquiry.purpose(),
        inquiry.until(),
        inquiry.askedAt(),
        over ? RequestViews.EXPIRED : inquiry.state().name(),
        inquiry.reason(),
        inquiry.decidedAt(),
        inquiry.notAfter(),
        inquiry.withdrawnAt(),
        inquiry.keyDestroyedAt(),
        isUnconfirmed(inquiry),
        open && !over,
        inquiry.rule().isPresent(),
        inquiry.emergency().isPresent(),
        readings(inquiry),
        inquiry.bundle());
  }

  private boolean isUnconfirmed(Inquiry inquiry) {
    return inquiry.keyDestroyedAt().isEmpty()
        && inquiry
            .withdrawnAt()
            .filter(when -> clock.instant().isAfter(when.plus(ANSWER)))
            .isPresent();
  }

  private List<ReadEvent> readings(Inquiry inquiry) {
    return inquiry.grantDigest().isEmpty() ? List.of() : chain.readings(inquiry);
  }
}
