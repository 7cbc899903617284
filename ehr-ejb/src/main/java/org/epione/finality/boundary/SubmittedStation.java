package org.epione.finality.boundary;

import java.io.Serializable;

/**
 * An enrolment or withdrawal on its way to the chain.
 *
 * @param record id of the record, in hexadecimal
 * @param station name of the station
 */
public record SubmittedStation(String record, String station) implements Serializable {}
