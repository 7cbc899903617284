package org.epione.ledger.state;

import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;

/**
 * The program that countersigns blocks for a doctor.
 *
 * @param doctor whose it is
 * @param key its Ed25519 key, 32 bytes
 * @param validity when its countersignatures count
 */
public record EnrolledStation(Pid doctor, ByteString key, Validity validity) {}
