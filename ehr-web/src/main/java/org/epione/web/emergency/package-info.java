/** Pages and resources of emergencies. */
@NullMarked
package org.epione.web.emergency;

import org.jspecify.annotations.NullMarked;
