package org.epione.matching.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.Pid;

/**
 * Which pair a message between hospitals is about.
 *
 * @param from pseudonym of the sending hospital's patient
 * @param to pseudonym of the receiving hospital's patient
 */
record Pair(Pid from, Pid to) {

  void write(CanonicalWriter out) {
    from.write(out);
    to.write(out);
  }

  static Pair read(CanonicalReader in) {
    return new Pair(Pid.read(in), Pid.read(in));
  }
}
