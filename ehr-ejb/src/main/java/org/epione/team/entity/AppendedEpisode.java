package org.epione.team.entity;

/**
 * A finished episode to whose record another one adds.
 *
 * @param id EID in 32 hex digits
 * @param diagnosis id of its DIAGNOSIS record in 64 hex digits
 */
public record AppendedEpisode(String id, String diagnosis) {}
