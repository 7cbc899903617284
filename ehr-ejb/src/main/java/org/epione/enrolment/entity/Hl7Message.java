package org.epione.enrolment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.Hl7State;
import org.epione.enrolment.boundary.MessageFacts;
import org.jspecify.annotations.Nullable;

/** An HL7 message as received, and what became of it. The content is never changed. */
@Entity
@Table(name = "hl7_message")
@NamedQuery(
    name = "Hl7Message.byTransport",
    query = "select m from Hl7Message m where m.transportId = :transport")
@NamedQuery(
    name = "Hl7Message.ofHospital",
    query =
        "select m from Hl7Message m where m.hospital = :hospital and m.state in :states"
            + " order by m.received desc")
@NamedQuery(
    name = "Hl7Message.after",
    query =
        "select m from Hl7Message m where m.hospital = :hospital and m.id > :after order by m.id")
@NamedQuery(
    name = "Hl7Message.ofNobody",
    query =
        "select m from Hl7Message m where m.state in :states"
            + " and not exists (select a from Admission a where a.code = m.hospital)"
            + " order by m.received desc")
public class Hl7Message {

  private static final int SHOWN = 200;

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "transport_id", length = 255)
  private @Nullable String transportId;

  @Column(nullable = false)
  private Instant received;

  @Column(name = "reply_to", nullable = false, length = 255)
  private String replyTo;

  @Column(nullable = false, length = 255)
  private String correlation;

  @Column(name = "as_text", nullable = false)
  private boolean asText;

  @Column(name = "size_in_bytes", nullable = false)
  private long sizeInBytes;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(nullable = false)
  private byte[] content;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private Hl7State state = Hl7State.RECEIVED;

  @Column(name = "sender_application", nullable = false, length = SHOWN)
  private String senderApplication = "";

  @Column(name = "sender_facility", nullable = false, length = SHOWN)
  private String senderFacility = "";

  @Column(name = "control_id", nullable = false, length = SHOWN)
  private String controlId = "";

  @Column(name = "message_event", nullable = false, length = 20)
  private String messageEvent = "";

  @Column(nullable = false, length = 32)
  private String hospital = "";

  @Column(nullable = false, length = 8)
  private String fault = "";

  @Column private @Nullable Instant settled;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Hl7Message() {}

  /** A message that just arrived. */
  public Hl7Message(String id, ArrivedMessage message, String digest, Instant now) {
    this.id = id;
    this.transportId = message.transportId().orElse(null);
    this.received = now;
    this.replyTo = message.replyTo();
    this.correlation = message.correlation();
    this.asText = message.asText();
    this.sizeInBytes = message.size();
    this.digest = digest;
    this.content = message.content().clone();
  }

  /** Notes what became of it; the fault's code, or empty. */
  public void settle(Hl7State outcome, MessageFacts facts, String faultCode, Instant now) {
    state = outcome;
    facts
        .key()
        .ifPresent(
            key -> {
              senderApplication = shown(key.application(), SHOWN);
              senderFacility = shown(key.facility(), SHOWN);
              controlId = shown(key.controlId(), SHOWN);
            });
    messageEvent = shown(facts.event(), 20);
    hospital = shown(facts.hospital(), 32);
    fault = faultCode;
    settled = now;
  }

  /** Empties it: its patient is forgotten. */
  public void forget() {
    content = new byte[0];
  }

  /** The beginning of a text; the whole is in the content. */
  private static String shown(String text, int length) {
    String printable = text.replaceAll("\\p{Cntrl}", " ");
    return printable.length() > length ? printable.substring(0, length) : printable;
  }

  public String id() {
    return id;
  }

  public Instant received() {
    return received;
  }

  public String replyTo() {
    return replyTo;
  }

  public String correlation() {
    return correlation;
  }

  public boolean asText() {
    return asText;
  }

  public long sizeInBytes() {
    return sizeInBytes;
  }

  /** SHA-256 of the content, in hex. */
  public String digest() {
    return digest;
  }

  public byte[] content() {
    return content.clone();
  }

  public Hl7State state() {
    return state;
  }

  public String senderApplication() {
    return senderApplication;
  }

  public String senderFacility() {
    return senderFacility;
  }

  public String controlId() {
    return controlId;
  }

  public String messageEvent() {
    return messageEvent;
  }

  public String fault() {
    return fault;
  }
}
