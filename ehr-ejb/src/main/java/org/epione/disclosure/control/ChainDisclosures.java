package org.epione.disclosure.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.chain.boundary.ChainRecords;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.guardian.boundary.Guardians;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.sharing.boundary.InquiryFacts;
import org.epione.team.boundary.EpisodeFacts;

/**
 * What the hospital's chain says about the sharing of an episode, but for what was moved into an
 * archive.
 */
@ApplicationScoped
public class ChainDisclosures {

  private static final Set<RecordType> SHARING =
      EnumSet.of(
          RecordType.ACCESS_REQUESTED,
          RecordType.CONSENT_GIVEN,
          RecordType.STANDING_CONSENT_USED,
          RecordType.EMERGENCY_OPENED,
          RecordType.EMERGENCY_REVIEWED,
          RecordType.CONSENT_REFUSED,
          RecordType.CONSENT_WITHDRAWN,
          RecordType.RE_ENCRYPTION_KEY_ISSUED,
          RecordType.ACCESS_REFUSED,
          RecordType.RECORD_READ);
  private static final Set<RecordType> UNDER_CONSENT =
      EnumSet.of(RecordType.RE_ENCRYPTION_KEY_ISSUED, RecordType.RECORD_READ);

  @EJB private ChainRecords chain;
  @EJB private Parties parties;
  @EJB private Guardians guardians;

  /** Those of one episode; who asked is known from what the hospital keeps of the request. */
  List<Disclosure> of(EpisodeFacts episode, List<InquiryFacts> inquiries) {
    return chain.keptOfEpisode(episode.hospital(), episode.episode()).stream()
        .filter(each -> SHARING.contains(each.record().type()))
        .map(each -> disclosure(episode, each, inquiryOf(each.record().body(), inquiries)))
        .toList();
  }

  private Disclosure disclosure(
      EpisodeFacts episode, ChainRecord each, Optional<InquiryFacts> inquiry) {
    RecordType type = each.record().type();
    boolean underConsent = UNDER_CONSENT.contains(type);
    Optional<String> acted = actedFor(episode, each);
    boolean inEmergency = inquiry.filter(InquiryFacts::emergency).isPresent();
    return new Disclosure(
        each.record().id().hex(),
        each.record().time(),
        type.name(),
        name(each, inquiry, acted),
        acted.isPresent() ? "GUARDIAN" : type.author().name(),
        hospital(each, inquiry),
        episode.episode().hex(),
        episode.reference(),
        inquiry.map(InquiryFacts::purpose),
        acted.isPresent() ? Basis.GUARDIAN : basis(underConsent, inEmergency),
        underConsent ? inquiry.flatMap(InquiryFacts::decidedAt) : Optional.empty(),
        Optional.of(each.inclusion().height()),
        type != RecordType.ACCESS_REFUSED,
        each.record().body() instanceof AccessRefusedBody refused
            ? Optional.of(refused.reason())
            : Optional.empty(),
        1);
  }

  /** A patient's record of a time when a guardian acted for her is the guardian's. */
  private Optional<String> actedFor(EpisodeFacts episode, ChainRecord each) {
    return each.record().type().author() == RecordType.Author.PATIENT
        ? guardians.actedFor(episode.patient(), each.record().time())
        : Optional.empty();
  }

  private static Basis basis(boolean underConsent, boolean inEmergency) {
    if (!underConsent) {
      return Basis.NONE;
    }
    return inEmergency ? Basis.EMERGENCY : Basis.CONSENT;
  }

  private String name(ChainRecord each, Optional<InquiryFacts> inquiry, Optional<String> guardian) {
    return switch (each.record().type().author()) {
      case DOCTOR -> inquiry.map(InquiryFacts::doctorName).orElse(each.record().author().hex());
      case PATIENT -> guardian.orElse("");
      case SYSTEM_MANAGER, HOSPITAL, CLOUD -> party(each);
    };
  }

  /** The hospital of whoever asks, also where the system manager acts for or against it. */
  private String hospital(ChainRecord each, Optional<InquiryFacts> inquiry) {
    return each.record().type().author() == RecordType.Author.PATIENT
        ? ""
        : inquiry.map(InquiryFacts::hospitalName).orElse("");
  }

  private String party(ChainRecord each) {
    return parties
        .find(each.record().author())
        .map(PartyView::displayName)
        .orElse(each.record().author().hex());
  }

  private static Optional<InquiryFacts> inquiryOf(RecordBody body, List<InquiryFacts> inquiries) {
    return inquiries.stream().filter(each -> isAbout(body, each)).findFirst();
  }

  private static boolean isAbout(RecordBody body, InquiryFacts inquiry) {
    if (body instanceof AccessRequestedBody asked) {
      return inquiry.is(asked.request());
    }
    if (body instanceof ConsentGivenBody given) {
      return inquiry.is(given.request());
    }
    if (body instanceof StandingConsentUsedBody used) {
      return inquiry.is(used.request());
    }
    if (body instanceof EmergencyOpenedBody opened) {
      return inquiry.is(opened.request());
    }
    if (body instanceof EmergencyReviewedBody reviewed) {
      return inquiry.isGrantedBy(reviewed.grant());
    }
    if (body instanceof ConsentRefusedBody refused) {
      return inquiry.is(refused.request());
    }
    if (body instanceof ConsentWithdrawnBody withdrawn) {
      return inquiry.isGrantedBy(withdrawn.grant());
    }
    if (body instanceof KeyIssuedBody issued) {
      return inquiry.isGrantedBy(issued.grant());
    }
    if (body instanceof AccessRefusedBody refused) {
      return refused.request().filter(inquiry::is).isPresent()
          || refused.grant().filter(inquiry::isGrantedBy).isPresent();
    }
    return body instanceof RecordReadBody read && inquiry.isGrantedBy(read.grant());
  }
}
