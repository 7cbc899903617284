package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.sharing.boundary.AddendumNoticeView;
import org.epione.sharing.boundary.HospitalChoice;
import org.epione.sharing.boundary.OfferView;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.entity.Offer;
import org.epione.sharing.entity.Reading;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/** Requests and readings as the doctor sees them. */
@ApplicationScoped
public class RequestViews {

  /** Shown in place of the state of what ran out. */
  static final String EXPIRED = "EXPIRED";

  @EJB private Parties parties;
  @Inject private RequestRegister register;
  @Inject private Clock clock;

  /** One request with its readings. */
  public RequestView of(RecordRequest request) {
    String state = state(request);
    boolean readable = state.equals(RequestState.READY.name());
    return new RequestView(
        request.id().hex(),
        request.askedHospital().value(),
        name(request.askedHospital()),
        request.reference(),
        request.purpose(),
        request.until(),
        request.askedAt(),
        request.changedAt(),
        state,
        request.reason(),
        readable,
        request.allowedAhead(),
        register.readings(request.id()).stream().map(this::of).toList(),
        readable ? addenda(request) : List.of(),
        request.bundle());
  }

  private List<AddendumNoticeView> addenda(RecordRequest request) {
    return register.notices(request.id()).stream()
        .map(
            each ->
                new AddendumNoticeView(
                    each.reference(),
                    each.toldAt(),
                    each.followUp().map(RequestId::hex),
                    each.followUp().flatMap(register::find).map(this::state)))
        .toList();
  }

  private String state(RecordRequest request) {
    boolean over =
        request.state() == RequestState.READY
            && request.notAfter().filter(end -> clock.instant().isAfter(end)).isPresent();
    return over ? EXPIRED : request.state().name();
  }

  /** What patients offer, by the question that it answers. */
  public List<OfferView> offers(List<Offer> offers) {
    Map<String, List<String>> references = new LinkedHashMap<>();
    offers.forEach(
        each ->
            references
                .computeIfAbsent(each.bundle(), none -> new ArrayList<>())
                .add(each.reference()));
    return references.entrySet().stream()
        .map(entry -> new OfferView(entry.getKey(), keeper(entry.getKey()), entry.getValue()))
        .toList();
  }

  private String keeper(String bundle) {
    return register.together(Digest.ofHex(bundle)).stream()
        .findFirst()
        .map(each -> name(each.askedHospital()))
        .orElse("");
  }

  /** One reading. */
  public ReadingView of(Reading reading) {
    return new ReadingView(
        reading.id().hex(),
        reading.request().hex(),
        reading.state().name(),
        reading.reason(),
        reading.begunAt(),
        reading.changedAt(),
        reading.keepUntil());
  }

  /** The admitted hospitals, by code. */
  public List<HospitalChoice> hospitals() {
    return parties.ofRole(PartyRole.HOSPITAL).stream()
        .map(party -> new HospitalChoice(party.code().value(), party.displayName()))
        .toList();
  }

  /** What people call a party; its code where it is not known here. */
  public String name(PartyCode party) {
    return parties.name(party);
  }
}
