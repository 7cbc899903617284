package org.epione.messaging.delivery;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The content of a message as bytes. Objects are never deserialised. */
public final class MessageBytes {

  /** Most bytes of one message: an envelope's payload and its surroundings. */
  public static final int MOST = (32 << 20) + 8192;

  private MessageBytes() {}

  /**
   * The bytes of a bytes message, the UTF-8 of a text message; nothing of any other kind.
   *
   * @throws IllegalArgumentException when there are too many
   */
  public static byte[] of(Message message) throws JMSException {
    if (message instanceof BytesMessage bytes) {
      bytes.reset();
      long length = bytes.getBodyLength();
      if (length > MOST) {
        throw new IllegalArgumentException("a message of " + length + " bytes is too large");
      }
      byte[] content = new byte[(int) length];
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
