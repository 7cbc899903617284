package org.epione.team.boundary;

import java.util.Optional;

/**
 * What is proposed to change in a team.
 *
 * @param place of the present order, not signed yet; for one who is added also that after the last
 * @param leaveOut whether the doctor at that place is not to sign any more
 * @param doctor account id of who is to sign at that place
 */
public record TeamEdit(int place, boolean leaveOut, Optional<String> doctor) {}
