package org.epione.messaging.hl7;

/** Table 0008: what became of a message, in original mode (A.) and in the commit phase (C.). */
enum AcknowledgementCode {
  AA,
  AE,
  AR,
  CA,
  CE,
  CR
}
