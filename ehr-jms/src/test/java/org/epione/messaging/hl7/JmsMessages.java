package org.epione.messaging.hl7;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Messages of a broker with what a test says about them. */
final class JmsMessages {

  private JmsMessages() {}

  static BytesMessage bytes(byte[] content, long length, Map<String, Object> headers) {
    return message(
        BytesMessage.class,
        headers,
        (name, arguments) -> {
          if (name.equals("getBodyLength")) {
            return length;
          }
          byte[] into = (byte[]) arguments[0];
          int count = Math.min(into.length, content.length);
          System.arraycopy(content, 0, into, 0, count);
          return count;
        });
  }

  static TextMessage text(String content, Map<String, Object> headers) {
    return message(TextMessage.class, headers, (name, arguments) -> content);
  }

  static Message other(Map<String, Object> headers) {
    return message(
        Message.class,
        headers,
        (name, arguments) -> {
          throw new UnsupportedOperationException(name);
        });
  }

  static Queue queue(String name) {
    return (Queue)
        Proxy.newProxyInstance(
            JmsMessages.class.getClassLoader(),
            new Class<?>[] {Queue.class},
            (proxy, method, arguments) -> name);
  }

  private interface Body {
    Object answer(String method, Object[] arguments);
  }

  private static <T> T message(Class<T> type, Map<String, Object> headers, Body body) {
    return type.cast(
        Proxy.newProxyInstance(
            JmsMessages.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().startsWith("getJMS")
                    ? headers.get(method.getName().substring(6))
                    : body.answer(method.getName(), arguments)));
  }
}
