package org.epione.enrolment.boundary;

/**
 * The message that a sender's control id stands for already.
 *
 * @param digest of its bytes, in hex
 */
public record EarlierMessage(String digest, Answers answers) {}
