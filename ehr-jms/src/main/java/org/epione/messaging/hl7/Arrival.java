package org.epione.messaging.hl7;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.epione.enrolment.boundary.MessageJournal;
import org.jspecify.annotations.Nullable;

/** A message of the broker as what the journal keeps. Objects are never deserialised. */
final class Arrival {

  private static final int BEGINNING = 1 << 16;
  private static final int LONGEST_HEADER = 255;
  private static final int LONGEST_QUEUE = 128;

  private Arrival() {}

  /**
   * Reads the message.
   *
   * @throws IllegalArgumentException when it is neither bytes nor text
   */
  static ArrivedMessage of(Message message) throws JMSException {
    String id = header(message.getJMSMessageID());
    String correlation = header(message.getJMSCorrelationID());
    Content content = content(message);
    return new ArrivedMessage(
        id.isEmpty() ? Optional.empty() : Optional.of(id),
        replyTo(message.getJMSReplyTo()),
        correlation.isEmpty() ? id : correlation,
        message instanceof TextMessage,
        content.kept(),
        content.size());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] kept, long size) {}

  private static Content content(Message message) throws JMSException {
    if (message instanceof BytesMessage bytes) {
      long size = bytes.getBodyLength();
      byte[] kept = new byte[(int) (size > ArrivedMessage.LIMIT ? BEGINNING : size)];
      if (bytes.readBytes(kept) < kept.length && kept.length > 0) {
        throw new IllegalStateException("the message has fewer bytes than it says");
      }
      return new Content(kept, size);
    }
    if (message instanceof TextMessage text) {
      @Nullable String body = text.getText();
      byte[] all = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
      boolean over = all.length > ArrivedMessage.LIMIT;
      return new Content(over ? Arrays.copyOf(all, BEGINNING) : all, all.length);
    }
    throw new IllegalArgumentException("an HL7 message is sent as bytes or text");
  }

  /**
   * The name of the queue to answer to; empty where there is none that outside senders may name: an
   * answer must not land among the application's own messages.
   */
  private static String replyTo(@Nullable Destination destination) throws JMSException {
    if (!(destination instanceof Queue queue)) {
      return "";
    }
    String name = queue.getQueueName();
    boolean allowed =
        name != null
            && name.length() <= LONGEST_QUEUE
            && name.chars().noneMatch(Character::isISOControl)
            && (!name.startsWith("epione.")
                || name.startsWith("epione.hl7.reply.")
                || name.equals(MessageJournal.DEFAULT_REPLY_QUEUE));
    return allowed ? name : "";
  }

  private static String header(@Nullable String text) {
    if (text == null || text.length() > LONGEST_HEADER) {
      return "";
    }
    return text.chars().noneMatch(Character::isISOControl) ? text : "";
  }
}
