package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.ByteString;

/**
 * What one step of a run gives.
 *
 * @param next the state that takes the other side's next message, or the key where the run is done
 * @param message what to send to the other side
 * @param <S> type of what comes next
 */
public record Step<S>(S next, ByteString message) {}
