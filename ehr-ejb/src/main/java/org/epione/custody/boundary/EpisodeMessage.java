package org.epione.custody.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;

/**
 * What a patient signs in an episode.
 *
 * @param message a canonical encoding with its own tag
 */
public record EpisodeMessage(RecordId episode, ByteString message) {}
