/** Messages of emergencies against hostile bytes. */
@NullMarked
package org.epione.emergency.control;

import org.jspecify.annotations.NullMarked;
