package org.epione.web.enrolment;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.epione.enrolment.boundary.PatientId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** What clients send, as the types that the boundaries take; an absent text is an empty one. */
final class Input {

  private Input() {}

  static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  /** The body of a request, which must be there. */
  static <T> T body(@Nullable T given) {
    if (given == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "The request has no body.");
    }
    return given;
  }

  /** A code that no party can have is as unknown as any other. */
  static PartyCode party(String code) {
    if (!PartyCode.isValid(code)) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return new PartyCode(code);
  }

  static PatientId patient(@Nullable String id) {
    return new PatientId(uuid(id));
  }

  static AccountId account(@Nullable String id) {
    return new AccountId(uuid(id));
  }

  private static UUID uuid(@Nullable String id) {
    try {
      return UUID.fromString(text(id));
    } catch (IllegalArgumentException none) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
  }

  /** The constant of that name in any case. */
  static <E extends Enum<E>> E choice(Class<E> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text(name).strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.INVALID_INPUT,
                    "One of these is needed: " + Arrays.toString(type.getEnumConstants())));
  }
}
