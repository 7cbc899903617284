/**
 * Pages and resources for sharing records between hospitals: the doctor who asks, the patient who
 * decides, the system manager who issues keys.
 */
@NullMarked
package org.epione.web.sharing;

import org.jspecify.annotations.NullMarked;
