package org.epione.matching.boundary;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;

/**
 * What a browser says in a comparison, and what it will need at the next step.
 *
 * @param share message of SPAKE2, where one is due
 * @param confirmation likewise
 * @param sealed state, sealed by the browser; at most 2048 bytes
 */
public record StepForm(
    Optional<ByteString> share, Optional<ByteString> confirmation, ByteString sealed) {}
