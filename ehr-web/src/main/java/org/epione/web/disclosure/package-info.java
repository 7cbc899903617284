/** Who had to do with a patient's records, and complaints: pages and resources. */
@NullMarked
package org.epione.web.disclosure;

import org.jspecify.annotations.NullMarked;
