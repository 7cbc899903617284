package org.epione.record.entity;

/**
 * Where a record comes from.
 *
 * @param episode EID in hex
 * @param reference for people
 */
public record RecordOrigin(
    String episode, String hospital, String cloud, String reference, String patientAccount) {}
