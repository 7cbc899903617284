package org.epione.sharing.boundary;

import java.time.Instant;

/**
 * A record of the patient's that she can allow beforehand.
 *
 * @param episode EID in hexadecimal
 */
public record OwnRecordView(String episode, String reference, Instant openedAt) {}
