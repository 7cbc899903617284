package org.epione.messaging.delivery;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The content of a message as bytes. Objects are never deserialised. */
public final class MessageBytes {

  /** Most bytes of one message: an envelope's payload and its surroundings. */
  public static final int MOST = (32 << 20) + 8192;

  private MessageBytes() {}

  /**
   * How long a message is whose content is not taken into memory; nothing where it may be.
   *
   * @return the length in bytes, above {@link #MOST}
   */
  public static OptionalLong tooLong(Message message) throws JMSException {
    if (message instanceof BytesMessage bytes) {
      bytes.reset();
      long length = bytes.getBodyLength();
      return length > MOST ? OptionalLong.of(length) : OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  /**
   * The bytes of a bytes message, the UTF-8 of a text message; nothing of any other kind.
   *
   * @throws IllegalArgumentException when there are too many
   */
  public static byte[] of(Message message) throws JMSException {
    OptionalLong tooLong = tooLong(message);
    if (tooLong.isPresent()) {
      throw new IllegalArgumentException(
          "a message of " + tooLong.getAsLong() + " bytes is too large");
    }
    if (message instanceof BytesMessage bytes) {
      byte[] content = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(content);
      return content;
    }
    if (message instanceof TextMessage text) {
      @Nullable String body = text.getText();
      return (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
    }
    return new byte[0];
  }
}
