package org.epione.record.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.ledger.record.RecordContent;

/**
 * A diagnosis record that the last doctor has still to sign, with the ciphertext it is about.
 *
 * @param ciphertext encoded SCOPED ciphertext of the composition, to the patient
 */
public record UnsignedRecord(RecordContent content, ByteString ciphertext) {}
