package org.epione.matching.boundary;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;

/** One message of a conversation, as the browser sealed it. */
public record SaidView(boolean outgoing, int number, ByteString sealed, Instant saidAt) {}
