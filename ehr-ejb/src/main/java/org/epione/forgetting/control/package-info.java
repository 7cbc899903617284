/** How a patient is forgotten, at the hospital and at the system manager. */
@NullMarked
package org.epione.forgetting.control;

import org.jspecify.annotations.NullMarked;
