/** Pages and resources of a patient's own records. */
@NullMarked
package org.epione.web.record;

import org.jspecify.annotations.NullMarked;
