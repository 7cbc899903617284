package org.epione.attachment.boundary;

/**
 * To whose part of which record uploads belong. They stay with both over several turns, so that a
 * part sent back for correction keeps its attachments.
 *
 * @param episode EID in hex
 * @param account of the doctor
 */
public record AttachmentOwner(String episode, String account) {}
