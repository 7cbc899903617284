package org.epione.enrolment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.epione.enrolment.boundary.Answers;
import org.epione.enrolment.boundary.EarlierMessage;
import org.epione.enrolment.boundary.KeptMessage;
import org.epione.enrolment.boundary.MessageKey;
import org.jspecify.annotations.Nullable;

/** That a sender's control id stands for one message, and what was answered to it. */
@Entity
@Table(name = "hl7_control_id")
public class Hl7ControlId {

  @Id
  @Column(length = 64)
  private String sender;

  @Column(nullable = false, length = 36)
  private String message;

  @Column(nullable = false, length = 64)
  private String digest;

  @Column(name = "accept_answer")
  private byte @Nullable [] acceptAnswer;

  @Column(name = "application_answer")
  private byte @Nullable [] applicationAnswer;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Hl7ControlId() {}

  public Hl7ControlId(MessageKey key, KeptMessage message, Answers answers) {
    this.sender = key.digest();
    this.message = message.id();
    this.digest = message.digest();
    this.acceptAnswer = answers.accept().orElse(null);
    this.applicationAnswer = answers.application().orElse(null);
  }

  public EarlierMessage toEarlier() {
    return new EarlierMessage(
        digest,
        new Answers(Optional.ofNullable(acceptAnswer), Optional.ofNullable(applicationAnswer)));
  }
}
