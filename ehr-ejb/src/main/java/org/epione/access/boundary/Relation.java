package org.epione.access.boundary;

/** How the caller stands to a subject. Facts, delivered by {@link RelationSource}s. */
public enum Relation {
  /** The subject is the caller's own: her account, her patient entry, her episode or request. */
  SELF,
  /** The subject is of a minor whose guardian the caller is now. */
  GUARDIAN,
  /** The same, or the caller was named as the guardian and has not answered. */
  NAMED_GUARDIAN,
  /** The caller belongs to the party that keeps the subject. Needs no source. */
  SAME_PARTY,
  /** The caller is a doctor with whom the patient has an appointment to come. */
  APPOINTED,
  /** The caller is a doctor of the episode's team, with a warrant that is valid now. */
  TEAM_MEMBER,
  /** The caller is the first doctor of the episode's team, with a warrant that is valid now. */
  TEAM_LEAD,
  /** The caller is a doctor of the team that signed the episode's record, which is final. */
  AUTHOR,
  /** The caller is the doctor whose turn it is. */
  TURN_HOLDER,
  /** The caller made the request. */
  REQUESTER,
  /** The caller is the doctor who is asked for her opinion, or agreed to give it. */
  ASKED,
  /** The caller was granted the record, the grant is valid now and was not withdrawn. */
  GRANTEE
}
