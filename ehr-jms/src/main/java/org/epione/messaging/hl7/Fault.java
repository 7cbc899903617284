package org.epione.messaging.hl7;

/**
 * What can be wrong with a message: where, the code of HL7 table 0357, our own stable code, and
 * what to do about it. A rejection says that the message will never be taken as it is and concerns
 * its header; an error concerns its content.
 */
enum Fault {
  NOT_HL7(true, "MSH", 0, "100", "EHR-2101", "No readable MSH segment at the start of the message"),
  TOO_LARGE(true, "MSH", 0, "102", "EHR-2102", "The message is larger than one mebibyte"),
  CONTROL_ID_REUSED(
      false,
      "MSH",
      10,
      "205",
      "EHR-2103",
      "This control id was used before for another message; send it with a new one"),
  UNKNOWN_CHARACTER_SET(
      true, "MSH", 18, "103", "EHR-2104", "Character set not known; use UNICODE UTF-8 or 8859/1"),
  BYTES_OUTSIDE_CHARACTER_SET(
      true, "MSH", 18, "102", "EHR-2105", "The message has bytes that its character set has not"),
  CONTROL_ID_MISSING(true, "MSH", 10, "101", "EHR-2106", "Message control id missing or too long"),
  MESSAGE_TYPE(true, "MSH", 9, "200", "EHR-2107", "Message type not supported; ADT is"),
  TRIGGER_EVENT(
      true, "MSH", 9, "201", "EHR-2108", "Event not supported; A04, A08, A28 and A31 are"),
  PROCESSING_ID(
      true, "MSH", 11, "202", "EHR-2109", "Only production messages are taken: processing id P"),
  VERSION(true, "MSH", 12, "203", "EHR-2110", "Version not supported; 2.1 to 2.8.2 are"),
  HOSPITAL(true, "MSH", 6, "103", "EHR-2111", "Receiving facility is no hospital admitted here"),
  SEGMENTS(false, "PID", 0, "100", "EHR-2112", "Exactly one PID segment is needed"),
  SYNTAX(false, "PID", 0, "102", "EHR-2113", "The PID segment cannot be parsed"),
  IDENTIFIER_MISSING(
      false, "PID", 3, "101", "EHR-2114", "Patient identifier missing: PID-3.1 is needed"),
  NAME_MISSING(false, "PID", 5, "101", "EHR-2115", "Family name missing: PID-5.1 is needed"),
  BIRTH_DATE(
      false, "PID", 7, "102", "EHR-2116", "Birth date is no past date as YYYY, YYYYMM or YYYYMMDD"),
  SEX(false, "PID", 8, "103", "EHR-2117", "Sex is none of F, M, O, U, A, N"),
  IDENTIFIER_TOO_LONG(false, "PID", 3, "102", "EHR-2118", "Patient identifier too long"),
  NAME_TOO_LONG(false, "PID", 5, "102", "EHR-2119", "Name too long"),
  ADDRESS_TOO_LONG(false, "PID", 11, "102", "EHR-2120", "Address too long"),
  PHONE_TOO_LONG(false, "PID", 13, "102", "EHR-2121", "Phone number too long"),
  UNKNOWN_PATIENT(
      false, "PID", 3, "204", "EHR-2122", "No patient has this identifier; send A04 or A28 first"),
  REFUSED(false, "PID", 0, "207", "EHR-2123", "The patient could not be registered");

  private final boolean rejection;
  private final String segment;
  private final int field;
  private final String condition;
  private final String code;
  private final String explanation;

  Fault(
      boolean rejection,
      String segment,
      int field,
      String condition,
      String code,
      String explanation) {
    this.rejection = rejection;
    this.segment = segment;
    this.field = field;
    this.condition = condition;
    this.code = code;
    this.explanation = explanation;
  }

  boolean rejection() {
    return rejection;
  }

  String segment() {
    return segment;
  }

  /** The field's number, or 0 where the whole segment is meant. */
  int field() {
    return field;
  }

  /** Of HL7 table 0357. */
  String condition() {
    return condition;
  }

  /** The stable code, for example EHR-2101. */
  String code() {
    return code;
  }

  /** A sentence without anything from the message. */
  String explanation() {
    return explanation;
  }
}
