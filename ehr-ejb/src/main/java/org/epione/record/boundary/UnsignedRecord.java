package org.epione.record.boundary;

import java.util.List;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.record.RecordContent;

/**
 * A diagnosis record that the last doctor has still to sign, with the ciphertext it is about.
 *
 * @param ciphertext encoded SCOPED ciphertext of the composition, to the patient
 * @param attachments of the composition, whose sealed streams go to the cloud before
 */
public record UnsignedRecord(
    RecordContent content, ByteString ciphertext, List<Attachment> attachments) {}
