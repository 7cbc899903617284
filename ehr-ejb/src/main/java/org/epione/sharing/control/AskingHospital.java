package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyRequest;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.entity.Reading;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;
import org.epione.team.boundary.EpisodeFacts;

/**
 * The side of the doctor who asks: her signed requests and readings go out, news about them come
 * in. It believes the asked hospital on the request's progress, and about keys and contents only
 * the system manager.
 */
@ApplicationScoped
public class AskingHospital {

  /** How long a re-encrypted record is kept for its reader, who must then read anew. */
  static final Duration KEEP = Duration.ofMinutes(15);

  @EJB private Post post;
  @EJB private ChainSubmission chain;
  @EJB private PersonKeys persons;
  @Inject private RequestRegister register;
  @Inject private PartyCertificates certificates;
  @Inject private EnrolledDoctors doctors;
  @Inject private RequestSigning signing;
  @Inject private GrantProof proof;
  @Inject private CryptoSuite suite;
  @Inject private RandomSource random;
  @Inject private Clock clock;

  /** Signs a request with the doctor's password and sends it. */
  public RequestId ask(
      Caller doctor, PartyCode asked, EpisodeReference reference, RequestForm form, char[] password)
      throws WrongPasswordException {
    EnrolledDoctor enrolled = doctors.require(doctor);
    LedgerRecord signed =
        signing
            .sign(
                doctor,
                enrolled,
                asked,
                List.of(reference),
                form.purpose(),
                form.notAfter(),
                password)
            .get(0);
    RecordRequest request = add(doctor, asked, signed);
    AskMessage message = new AskMessage(signed, enrolled.displayName(), enrolled.specialty());
    post.send(doctor.party(), asked, AskMessage.TYPE, message.encode(), Optional.empty());
    return request.id();
  }

  /**
   * Signs a request for each of several records of one hospital, with the doctor's password once,
   * and sends them as one.
   *
   * @return what names the act
   */
  Digest askTogether(Caller doctor, PartyCode asked, AskedTogether records, char[] password)
      throws WrongPasswordException {
    EnrolledDoctor enrolled = doctors.require(doctor);
    List<LedgerRecord> signed =
        signing.sign(
            doctor,
            enrolled,
            asked,
            records.references(),
            records.purpose(),
            records.notAfter(),
            password);
    Digest bundle = Bundles.idOf(signed.get(0));
    signed.forEach(each -> add(doctor, asked, each).inBundle(bundle.hex()));
    AskTogetherMessage message =
        new AskTogetherMessage(
            signed, enrolled.displayName(), enrolled.specialty(), records.further());
    post.send(doctor.party(), asked, AskTogetherMessage.TYPE, message.encode(), Optional.empty());
    return bundle;
  }

  private RecordRequest add(Caller doctor, PartyCode asked, LedgerRecord signed) {
    AccessRequestedBody body = (AccessRequestedBody) signed.body();
    RecordRequest request =
        new RecordRequest(
            body.request(),
            doctor.party(),
            doctor.accountId(),
            asked,
            body.episode().text(),
            Purpose.valueOf(body.purpose()),
            body.notAfter(),
            signed.time());
    register.add(request);
    return request;
  }

  /** Refuses a doctor who is not enrolled, or not in good standing. */
  public void requireStanding(Caller doctor) {
    doctors.require(doctor);
  }

  /** Signs, with the password once, a request for each of these records of the own hospital. */
  public List<EmergencyRequest> signInEmergency(
      Caller doctor, List<EpisodeFacts> records, Instant notAfter, char[] password)
      throws WrongPasswordException {
    EnrolledDoctor enrolled = doctors.require(doctor);
    List<LedgerRecord> signed =
        signing.sign(
            doctor,
            enrolled,
            doctor.party(),
            records.stream().map(each -> EpisodeReference.of(each.episode())).toList(),
            Purpose.ETREAT,
            notAfter,
            password);
    return IntStream.range(0, signed.size())
        .mapToObj(i -> emergencyRequest(enrolled, records.get(i), signed.get(i)))
        .toList();
  }

  private static EmergencyRequest emergencyRequest(
      EnrolledDoctor doctor, EpisodeFacts episode, LedgerRecord signed) {
    AccessRequestedBody body = (AccessRequestedBody) signed.body();
    AskMessage message = new AskMessage(signed, doctor.displayName(), doctor.specialty());
    return new EmergencyRequest(
        body.request(),
        episode.episode(),
        episode.reference(),
        ByteString.of(message.encode()),
        body.notAfter());
  }

  /** Sends what was signed in an emergency, within the hospital. */
  public void send(PartyCode hospital, AccountId doctor, EmergencyRequest request) {
    register.add(
        new RecordRequest(
            request.id(),
            hospital,
            doctor,
            hospital,
            request.reference(),
            Purpose.ETREAT,
            request.notAfter(),
            clock.instant()));
    post.send(hospital, hospital, AskMessage.TYPE, request.message().bytes(), Optional.empty());
  }

  /**
   * Signs a reading with the doctor's password. It goes to the chain first. Where it is known that
   * the grant is over it goes to the system manager at once, whose refusal then stands on the
   * chain.
   */
  public ReadId read(Caller doctor, RequestId request, char[] password)
      throws WrongPasswordException {
    Instant now = clock.instant();
    RecordRequest asked =
        register.take(request).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (asked.state() != RequestState.READY && asked.state() != RequestState.WITHDRAWN) {
      throw new RefusedException(ErrorCode.RECORD_NOT_GRANTED);
    }
    IssuedMessage issued =
        asked
            .evidence()
            .map(IssuedMessage::decode)
            .orElseThrow(() -> new RefusedException(ErrorCode.RECORD_NOT_GRANTED));
    KeyIssuedBody key = (KeyIssuedBody) issued.issued().ledgerRecord().body();
    ReadId id = ReadId.random(random);
    RecordContent content =
        new RecordContent(
            certificates.pid(asked.askedHospital()),
            doctors.require(doctor).certificate().pid(),
            now,
            new RecordReadBody(id, key.grant(), key.episode()));
    LedgerRecord signed;
    try (Will will = persons.will(doctor.accountId(), password)) {
      signed = content.signed(RecordSignature.of(will.sign(askedWith(issued), content.toSign())));
    }
    Reading reading = new Reading(id, request, signed.id().hex(), signed.encode(), now);
    register.add(reading);
    boolean over =
        asked.state() == RequestState.WITHDRAWN
            || asked.notAfter().filter(end -> now.isAfter(end)).isPresent();
    if (over) {
      tellSystemManager(asked, reading, signed, Optional.empty());
    } else {
      chain.submit(doctor.party(), asked.askedHospital(), signed);
    }
    return id;
  }

  /** The chain has a reading, or would not take it. */
  void readingSettled(LedgerRecord signed, Optional<Inclusion> inclusion) {
    register
        .byRecord(signed.id())
        .ifPresent(
            reading -> {
              RecordRequest asked = register.take(reading.request()).orElseThrow();
              tellSystemManager(asked, reading, signed, inclusion);
            });
  }

  /** {@code sharing.progress}. */
  void progress(ReceivedEnvelope envelope) throws MessageRejectedException {
    ProgressMessage message = ProgressMessage.decode(envelope.payload());
    RecordRequest request = own(envelope, message.request());
    Senders.require(envelope.from().equals(request.askedHospital()));
    RequestState next =
        switch (message.step()) {
          case UNAVAILABLE -> RequestState.UNAVAILABLE;
          case WITH_PATIENT -> RequestState.WITH_PATIENT;
          case REFUSED_BY_PATIENT -> RequestState.REFUSED_BY_PATIENT;
          case CONSENTED, CONSENTED_AHEAD -> RequestState.CONSENTED;
          case WITHDRAWN -> RequestState.WITHDRAWN;
          case FORGOTTEN -> RequestState.FORGOTTEN;
        };
    if (message.step() == ProgressMessage.Step.CONSENTED_AHEAD) {
      request.allowedAhead(true);
    }
    Instant now = clock.instant();
    boolean over = next == RequestState.WITHDRAWN || next == RequestState.FORGOTTEN;
    if (request.advance(next, null, now) && over) {
      register.readings(request.id()).forEach(each -> each.close(now));
    }
    if (next == RequestState.FORGOTTEN) {
      request
          .bundle()
          .map(Digest::ofHex)
          .filter(register::isOfForgotten)
          .ifPresent(register::removeOffers);
    }
  }

  /** {@code sharing.issued}: kept only if all of it is proven and for this very request. */
  void issued(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    IssuedMessage message = IssuedMessage.decode(envelope.payload());
    RequestId id =
        ((AccessRequestedBody) message.evidence().requested().ledgerRecord().body()).request();
    RecordRequest request = own(envelope, id);
    ProvenGrant grant = proof.require(message.evidence(), request.askedHospital());
    proof.requireOnChain(message.issued(), grant.hospital(), grant.cloud());
    Digest digest = grant.digest();
    Senders.require(
        grant.askingHospital().equals(envelope.to())
            && message.issued().ledgerRecord().body() instanceof KeyIssuedBody key
            && key.grant().equals(digest)
            && key.episode().equals(grant.episode().episode()));
    request.allowedAhead(grant.ahead());
    request.ready(
        grant.episode().episode().hex(),
        digest.hex(),
        grant.notAfter(),
        envelope.payload(),
        clock.instant());
  }

  /** {@code sharing.denied}. */
  void denied(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    DeniedMessage message = DeniedMessage.decode(envelope.payload());
    own(envelope, message.request())
        .advance(RequestState.DENIED, message.reason(), clock.instant());
  }

  /** {@code sharing.content}. */
  void content(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    ContentMessage message = ContentMessage.decode(envelope.payload());
    Instant now = clock.instant();
    Reading reading = ownReading(envelope, message.reading());
    RecordRequest request = register.take(reading.request()).orElseThrow();
    if (request.state() == RequestState.READY) {
      reading.delivered(message.content().bytes(), now.plus(KEEP), now);
    }
  }

  /** {@code sharing.read-refused}. */
  void readRefused(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    ReadRefusedMessage message = ReadRefusedMessage.decode(envelope.payload());
    ownReading(envelope, message.reading()).refused(message.reason(), clock.instant());
  }

  /** Whether an envelope is about a request of the hospital it is addressed to. */
  boolean knows(RequestId id, PartyCode hospital) {
    return register.find(id).filter(each -> each.hospital().equals(hospital)).isPresent();
  }

  private void tellSystemManager(
      RecordRequest asked, Reading reading, LedgerRecord signed, Optional<Inclusion> inclusion) {
    reading.asked(clock.instant());
    post.send(
        asked.hospital(),
        PartyCode.SYSTEM_MANAGER,
        ReadMessage.TYPE,
        new ReadMessage(signed, inclusion).encode(),
        Optional.empty());
  }

  /** The key with which the doctor asked for what she may read now. */
  private BlsPublicKey askedWith(IssuedMessage issued) {
    AccessRequestedBody asked =
        (AccessRequestedBody) issued.evidence().requested().ledgerRecord().body();
    return suite.bls().decodePublicKey(asked.doctor().identity().signingKey().bytes());
  }

  private RecordRequest own(ReceivedEnvelope envelope, RequestId id)
      throws MessageRejectedException {
    return register
        .take(id)
        .filter(request -> request.hospital().equals(envelope.to()))
        .orElseThrow(() -> new MessageRejectedException("No such request was made here."));
  }

  private Reading ownReading(ReceivedEnvelope envelope, ReadId id) throws MessageRejectedException {
    Reading reading =
        register
            .take(id)
            .orElseThrow(() -> new MessageRejectedException("No such reading was begun here."));
    own(envelope, reading.request());
    return reading;
  }
}
