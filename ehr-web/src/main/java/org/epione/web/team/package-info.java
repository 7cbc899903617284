/** Pages and resources of episodes and turns, for registrars, doctors and patients. */
@NullMarked
package org.epione.web.team;

import org.jspecify.annotations.NullMarked;
