package org.epione.web.input;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.epione.enrolment.boundary.PatientId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** What clients send, as the types that the boundaries take; an absent text is an empty one. */
public final class Input {

  private Input() {}

  /** An absent text as an empty one. */
  public static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  /**
   * A text that must be there, without spaces around it; {@code name} is what the client calls it.
   */
  public static String needed(@Nullable String given, String name) {
    if (given == null || given.isBlank()) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, name + " is needed.");
    }
    return given.strip();
  }

  /** Texts, none of which may be missing; an absent list is an empty one. */
  public static List<String> all(@Nullable List<String> given, String name) {
    return given == null ? List.of() : given.stream().map(each -> needed(each, name)).toList();
  }

  /** Bytes in hexadecimal, which must be there. */
  public static byte[] hex(@Nullable String given, String name) {
    try {
      return HexFormat.of().parseHex(needed(given, name));
    } catch (IllegalArgumentException none) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, name + " is in hexadecimal.");
    }
  }

  /** A moment in ISO 8601, which must be there. */
  public static Instant time(@Nullable String given, String name) {
    try {
      return Instant.parse(needed(given, name));
    } catch (DateTimeParseException none) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, name + " is a time like 2027-01-31T23:59:59Z.");
    }
  }

  /** The body of a request, which must be there. */
  public static <T> T body(@Nullable T given) {
    if (given == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "A JSON object is needed.");
    }
    return given;
  }

  /** A code that no party can have is as unknown as any other. */
  public static PartyCode party(String code) {
    if (!PartyCode.isValid(code)) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return new PartyCode(code);
  }

  /** What is no id is as unknown as any other. */
  public static PatientId patient(@Nullable String id) {
    return new PatientId(uuid(id));
  }

  /** What is no id is as unknown as any other. */
  public static AccountId account(@Nullable String id) {
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
  public static <E extends Enum<E>> E choice(Class<E> type, @Nullable String name) {
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
