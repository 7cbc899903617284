/** The group key, the turn's messages and their verification, behind the team's boundaries. */
@NullMarked
package org.epione.team.control;

import org.jspecify.annotations.NullMarked;
