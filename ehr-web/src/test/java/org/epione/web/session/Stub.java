package org.epione.web.session;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** An object of a container's interface of which a test says what its methods answer. */
final class Stub {
  private Stub() {}

  /**
   * An object of that type.
   *
   * @param answers by the method's name, each a function of the arguments
   */
  static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new AssertionError("not expected: " + method);
              }
              return answer.apply(arguments == null ? new Object[0] : arguments);
            }));
  }
}
