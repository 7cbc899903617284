package org.epione.party.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.crypto.signature.Ed25519PublicKey;
import org.epione.deadletter.boundary.DeadLetterIntake;
import org.epione.deadletter.boundary.DeadLetterView;
import org.epione.deadletter.boundary.DeadLetters;
import org.epione.ledger.identity.PartyKind;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.Outbox;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.epione.testing.TestParties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceptionTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final PartyCode B = new PartyCode("HOSPITAL-B");
  private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.UTF_8);

  private Container container;
  private TestParties parties;
  private Reception reception;
  private Notes handler;
  private Ed25519KeyPair keysOfB;

  /** Notes what it was given, and does to the database what a feature would. */
  private final class Notes implements EnvelopeHandler {
    private final List<ReceivedEnvelope> handled = new ArrayList<>();
    private Optional<Exception> failure = Optional.empty();
    private Optional<Ed25519PublicKey> stranger = Optional.empty();

    @Override
    public Set<String> types() {
      return Set.of("test.note");
    }

    @Override
    public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
      container
          .bean(Outbox.class)
          .put("handled", DestinationKind.QUEUE, new byte[0], Map.of(), Optional.empty());
      if (failure.isPresent()) {
        if (failure.get() instanceof MessageRejectedException rejected) {
          throw rejected;
        }
        throw (RuntimeException) failure.get();
      }
      handled.add(envelope);
    }

    @Override
    public Optional<Ed25519PublicKey> keyOfStranger(ReceivedEnvelope unverified) {
      return stranger;
    }
  }

  @BeforeEach
  void start() {
    container = Container.start();
    handler = new Notes();
    container.with(EnvelopeHandler.class, handler);
    parties = new TestParties(container);
    parties.host(A, PartyKind.HOSPITAL);
    keysOfB = parties.crypto().ed25519().generate();
    parties.remote(B, PartyKind.HOSPITAL, keysOfB, parties.crypto().hpke().generate());
    reception = container.bean(Reception.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void receive_shouldHandle_whatTheSenderSigned() throws MessageRejectedException {
    reception.receive(fromB().encode());

    assertThat(handler.handled).hasSize(1);
    ReceivedEnvelope envelope = handler.handled.get(0);
    assertThat(envelope.from()).isEqualTo(B);
    assertThat(envelope.to()).isEqualTo(A);
    assertThat(envelope.payload()).isEqualTo(PAYLOAD);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void receive_shouldHandleOnce_whatIsDeliveredAgain() throws MessageRejectedException {
    byte[] message = fromB().encode();

    reception.receive(message);
    reception.receive(message);
    container.restart();
    container.bean(Reception.class).receive(message);

    assertThat(handler.handled).hasSize(1);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void receive_shouldReject_anotherEnvelopeUnderAUsedId() throws MessageRejectedException {
    Envelope first = envelope(B, A, "test.note", PAYLOAD);
    Envelope second =
        new Envelope(
            first.id(),
            first.type(),
            first.from(),
            first.to(),
            first.created(),
            Optional.empty(),
            ByteString.of(new byte[] {9}));
    reception.receive(sealed(first, keysOfB));

    rejected(sealed(second, keysOfB), "its id was used for another envelope");
    assertThat(handler.handled).hasSize(1);
  }

  @Test
  void receive_shouldReject_whatAnotherKeySigned() {
    Ed25519KeyPair thief = parties.crypto().ed25519().generate();

    rejected(sealed(envelope(B, A, "test.note", PAYLOAD), thief), "not signed by HOSPITAL-B");
    rejected(sealed(envelope(A, A, "test.note", PAYLOAD), keysOfB), "not signed by HOSPITAL-A");
  }

  @Test
  void receive_shouldReject_anEnvelopeWithAnyByteChanged() {
    byte[] message = fromB().encode();
    for (int position = 0; position < message.length; position++) {
      byte[] altered = message.clone();
      altered[position] ^= 1;
      assertThatThrownBy(() -> reception.receive(altered))
          .as("byte %d", position)
          .isInstanceOf(MessageRejectedException.class);
    }
    assertThat(handler.handled).isEmpty();
    assertThat(effects()).isZero();
  }

  @Test
  void receive_shouldReject_whatIsTruncatedExtendedOrNoEnvelope() {
    byte[] message = fromB().encode();

    rejected(new byte[0], "not an envelope");
    rejected(Arrays.copyOf(message, message.length - 1), "not an envelope");
    rejected(Arrays.copyOf(message, message.length + 1), "not an envelope");
    rejected("MSH|^~\\&|".getBytes(StandardCharsets.UTF_8), "not an envelope");
  }

  @Test
  void receive_shouldReject_whatIsForAnotherParty() {
    rejected(
        sealed(envelope(B, B, "test.note", PAYLOAD), keysOfB),
        "for HOSPITAL-B, which is not hosted here");
    rejected(
        sealed(envelope(B, new PartyCode("NOBODY"), "test.note", PAYLOAD), keysOfB),
        "for NOBODY, which is not hosted here");
  }

  @Test
  void receive_shouldReject_anUnknownTypeAndAStranger() {
    Ed25519KeyPair stranger = parties.crypto().ed25519().generate();
    byte[] strange =
        sealed(envelope(new PartyCode("HOSPITAL-X"), A, "test.note", PAYLOAD), stranger);

    rejected(
        sealed(envelope(B, A, "test.other", PAYLOAD), keysOfB),
        "nobody handles the type test.other");
    rejected(strange, "from HOSPITAL-X, which is unknown");
  }

  @Test
  void receive_shouldVerifyAStranger_underTheKeyThatTheHandlerNames()
      throws MessageRejectedException {
    Ed25519KeyPair stranger = parties.crypto().ed25519().generate();
    Envelope envelope = envelope(new PartyCode("HOSPITAL-X"), A, "test.note", PAYLOAD);
    handler.stranger = Optional.of(stranger.publicKey());

    rejected(sealed(envelope, keysOfB), "not signed by HOSPITAL-X");
    reception.receive(sealed(envelope, stranger));

    assertThat(handler.handled).hasSize(1);
  }

  @Test
  void receive_shouldReject_whenTheCertificateExpired_orTheTimeIsAhead() {
    byte[] message = fromB().encode();
    container.clock().advance(Duration.ofMinutes(-11));
    rejected(message, "made in the future");
    container.clock().advance(Duration.ofDays(366));
    rejected(message, "the certificate of HOSPITAL-B expired");
  }

  @Test
  void receive_shouldApplyNothing_whenTheHandlerRejects() throws MessageRejectedException {
    handler.failure = Optional.of(new MessageRejectedException("against the rules"));
    byte[] message = fromB().encode();
    rejected(message, "against the rules");
    assertThat(effects()).isZero();

    handler.failure = Optional.empty();
    reception.receive(message);
    assertThat(handler.handled).as("replayed after the cause is gone").hasSize(1);
  }

  @Test
  void receive_shouldReject_whatTheHandlerCannotRead() throws MessageRejectedException {
    handler.failure = Optional.of(new MalformedEncodingException("epione.test: too short"));
    rejected(fromB().encode(), "The message is malformed.");
    assertThat(effects()).isZero();
  }

  @Test
  void receive_shouldApplyNothing_whenTheHandlerFails() throws MessageRejectedException {
    handler.failure = Optional.of(new IllegalStateException("Grace Murray has no bed"));
    byte[] message = fromB().encode();
    assertThatThrownBy(() -> reception.receive(message)).isInstanceOf(RuntimeException.class);
    assertThat(effects()).isZero();

    handler.failure = Optional.empty();
    reception.receive(message);
    assertThat(handler.handled).hasSize(1);
  }

  @Test
  void post_shouldBeReceived_byAnotherPartyOfThisServer() throws MessageRejectedException {
    container.inTransaction(
        () ->
            container
                .bean(Post.class)
                .send(PartyCode.SYSTEM_MANAGER, A, "test.note", PAYLOAD, Optional.empty()));
    WaitingMessage waiting = container.bean(OutboxDelivery.class).next("test", 10).get(0);

    assertThat(waiting.destination()).isEqualTo("epione.parties.local");
    assertThat(waiting.properties())
        .containsEntry("epione_to", "HOSPITAL-A")
        .containsEntry("epione_type", "test.note");
    reception.receive(waiting.body());
    assertThat(handler.handled).hasSize(1);
  }

  @Test
  void post_shouldUseTheQueueOfTheReceiversNode_andOfTheLedger() {
    Post post = container.bean(Post.class);
    container.inTransaction(
        () -> {
          post.send(A, B, "ledger.submit", PAYLOAD, Optional.empty());
          post.send(A, B, "ledger.receipt", PAYLOAD, Optional.empty());
        });

    assertThat(container.bean(OutboxDelivery.class).next("test", 10))
        .extracting(WaitingMessage::destination)
        .containsExactly("epione.ledger.elsewhere", "epione.parties.elsewhere");
  }

  @Test
  void post_shouldLetBlocksOvertakeRecords_andKeepNoOrderAmongRecords() {
    Post post = container.bean(Post.class);
    container.inTransaction(
        () -> {
          post.send(A, B, "ledger.submit", PAYLOAD, Optional.empty());
          post.send(A, B, "ledger.propose", PAYLOAD, Optional.empty());
          post.send(A, B, "ledger.receipt", PAYLOAD, Optional.empty());
        });

    List<WaitingMessage> waiting = container.bean(OutboxDelivery.class).next("test", 10);

    assertThat(waiting)
        .extracting(message -> message.properties().getOrDefault(Outbox.PRIORITY, "4"))
        .containsExactly("4", "6", "4");
    assertThat(waiting)
        .extracting(WaitingMessage::group)
        .containsExactly(
            Optional.empty(), Optional.of(A + ">" + B + "#ledger"), Optional.of(A + ">" + B));
  }

  @Test
  void post_shouldBeRefused_whenTheSenderIsNotHosted_orTheReceiverUnknown() {
    Post post = container.bean(Post.class);
    refused(
        ErrorCode.PARTY_NOT_HOSTED,
        () ->
            container.inTransaction(() -> post.send(B, A, "test.note", PAYLOAD, Optional.empty())));
    refused(
        ErrorCode.PARTY_UNKNOWN,
        () ->
            container.inTransaction(
                () ->
                    post.send(A, new PartyCode("NOBODY"), "test.note", PAYLOAD, Optional.empty())));
  }

  @Test
  void deadLetters_shouldShowTheReason_andReplayOrDiscardOnce() throws Exception {
    handler.failure = Optional.of(new MessageRejectedException("against the rules"));
    byte[] message = fromB().encode();
    rejected(message, "against the rules");
    handler.failure = Optional.of(new IllegalStateException("Grace Murray has no bed"));
    byte[] second = fromB().encode();
    assertThatThrownBy(() -> reception.receive(second)).isNotNull();
    DeadLetterIntake intake = container.bean(DeadLetterIntake.class);
    Map<String, String> properties = Map.of("epione_to", "HOSPITAL-A", "epione_type", "test.note");
    intake.take("ID:1", "epione.parties.local", message, properties);
    intake.take("ID:1", "epione.parties.local", message, properties);
    intake.take("ID:2", "epione.parties.local", second, properties);
    DeadLetters letters = container.bean(DeadLetters.class);
    String administrator = administratorOf(A);
    String otherAdministrator = administratorOf(PartyCode.SYSTEM_MANAGER);

    List<DeadLetterView> shown =
        container.as(administrator, Role.HOSPITAL_ADMINISTRATOR, letters::list);

    assertThat(shown).hasSize(2);
    assertThat(shown.get(1).reason()).isEqualTo("against the rules");
    assertThat(shown.get(0).reason()).contains("IllegalStateException").doesNotContain("Grace");
    assertThat(container.as(otherAdministrator, Role.HOSPITAL_ADMINISTRATOR, letters::list))
        .isEmpty();
    refused(ErrorCode.NOT_FOUND, () -> replay(otherAdministrator, letters, shown.get(1).id()));

    replay(administrator, letters, shown.get(1).id());
    refused(ErrorCode.CONFLICT, () -> replay(administrator, letters, shown.get(1).id()));
    refused(
        ErrorCode.DISCARD_WITHOUT_REASON,
        () -> discard(administrator, letters, shown.get(0).id(), " "));
    discard(administrator, letters, shown.get(0).id(), "sent by mistake");

    // The administrators' activation leaves messages too.
    List<WaitingMessage> waiting =
        container.bean(OutboxDelivery.class).next("test", 10).stream()
            .filter(each -> "test.note".equals(each.properties().get("epione_type")))
            .toList();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).body()).isEqualTo(message);
    assertThat(waiting.get(0).destination()).isEqualTo("epione.parties.local");
    assertThat(container.as(administrator, Role.HOSPITAL_ADMINISTRATOR, letters::waiting)).isZero();
    assertThatThrownBy(() -> container.as(administrator, Role.DOCTOR, letters::list))
        .isInstanceOf(jakarta.ejb.EJBAccessException.class);
  }

  private static void ignore(Object result) {
    assertThat(result).isNull();
  }

  private void replay(String who, DeadLetters letters, long id) throws Exception {
    ignore(
        container.as(
            who,
            Role.HOSPITAL_ADMINISTRATOR,
            () -> {
              letters.replay(id);
              return null;
            }));
  }

  private void discard(String who, DeadLetters letters, long id, String reason) throws Exception {
    ignore(
        container.as(
            who,
            Role.HOSPITAL_ADMINISTRATOR,
            () -> {
              letters.discard(id, reason);
              return null;
            }));
  }

  private String administratorOf(PartyCode party) {
    Accounts accounts = container.bean(Accounts.class);
    AccountId id =
        accounts.activate(
            "here",
            accounts.invite(party, Role.HOSPITAL_ADMINISTRATOR, "Admin", "a").code(),
            "admin-" + party.value(),
            "correct horse battery".toCharArray());
    return id.toString();
  }

  private SignedEnvelope fromB() {
    return SignedEnvelope.decode(sealed(envelope(B, A, "test.note", PAYLOAD), keysOfB));
  }

  private Envelope envelope(PartyCode from, PartyCode to, String type, byte[] payload) {
    return new Envelope(
        EnvelopeId.random(parties.crypto().random()),
        type,
        from.value(),
        to.value(),
        container.clock().instant(),
        Optional.empty(),
        ByteString.of(payload));
  }

  private byte[] sealed(Envelope envelope, Ed25519KeyPair keys) {
    return SignedEnvelope.seal(parties.crypto().ed25519(), keys.secretKey(), envelope).encode();
  }

  private void rejected(byte[] message, String reason) {
    assertThatThrownBy(() -> reception.receive(message))
        .isInstanceOf(MessageRejectedException.class)
        .hasMessage(reason);
  }

  private static void refused(
      ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private long effects() {
    return container.bean(OutboxDelivery.class).backlog().messages();
  }
}
