package org.epione.team.entity;

/**
 * What names a new episode.
 *
 * @param id EID in 32 hex digits
 * @param reference for people, unique at the hospital
 * @param commitment SHA-256(alpha, EID) in hex
 */
public record EpisodeIdentity(
    String id, String hospital, String cloud, String reference, String commitment) {}
