package org.epione.ledger.verification;

import java.util.List;
import org.epione.crypto.codec.ByteString;

/**
 * A block as it stands in the file.
 *
 * @param block as encoded
 * @param votes its countersignatures, as encoded
 */
record ExportedBlock(ByteString block, List<byte[]> votes) {}
