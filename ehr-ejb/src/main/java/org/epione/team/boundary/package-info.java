/** What registrars, doctors and patients do with an episode; what other features may know of it. */
@NullMarked
package org.epione.team.boundary;

import org.jspecify.annotations.NullMarked;
