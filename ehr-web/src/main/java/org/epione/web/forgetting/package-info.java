/** Pages and resources of forgetting patients: the patient, registrar and administrator. */
@NullMarked
package org.epione.web.forgetting;

import org.jspecify.annotations.NullMarked;
