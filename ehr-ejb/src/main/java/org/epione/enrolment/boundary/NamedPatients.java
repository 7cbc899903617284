package org.epione.enrolment.boundary;

import jakarta.ejb.Local;
import java.util.Set;

/** Which patients a kept HL7 message is about. Implemented where such messages are read. */
@Local
public interface NamedPatients {

  /**
   * The numbers in PID-2, PID-3, PID-4 and MRG-1, of whatever authority, as they are registered.
   * What cannot be read names nobody.
   *
   * @param content the message as received, or its beginning
   * @param asText whether the broker delivered it as text
   */
  Set<String> in(byte[] content, boolean asText);
}
