package org.epione.appointment.boundary;

import org.epione.crypto.codec.ByteString;

/**
 * The hospital's side of a run that has begun.
 *
 * @param run its id, 32 digits of hexadecimal
 * @param share the hospital's share
 * @param confirmation by which the browser sees that the hospital keeps the verifier
 */
public record AgreementStart(String run, ByteString share, ByteString confirmation) {}
