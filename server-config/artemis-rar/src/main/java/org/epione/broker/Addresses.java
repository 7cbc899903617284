package org.epione.broker;

import java.util.regex.Pattern;

/** The broker's addresses that have a meaning of their own to this adapter. */
final class Addresses {

  /** Everything of the application; only below it are queues made on demand. */
  static final String ALL = "epione.#";

  /** Where messages end that could not be processed; each keeps where it came from. */
  static final String DEAD_LETTER = "epione.dead-letter";

  /** Where each new block is published. */
  static final String BLOCKS = "epione.blocks";

  /** Where HL7 messages come in from outside systems. */
  static final String HL7_IN = "epione.hl7.in";

  /** Where HL7 messages wait for outside systems. */
  static final String HL7_OUT = "epione.hl7.out";

  /** The queues that an outside system may name for its answers. One name, never a wildcard. */
  static final Pattern HL7_REPLY = Pattern.compile("epione\\.hl7\\.reply\\.[A-Za-z0-9_-]{1,64}");

  /** How the client library names a temporary queue: a random UUID, which nobody can guess. */
  static final Pattern TEMPORARY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Addresses() {}
}
