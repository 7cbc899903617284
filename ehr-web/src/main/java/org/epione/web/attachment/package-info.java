/** Files attached to records, as they are given to who may have them. */
@NullMarked
package org.epione.web.attachment;

import org.jspecify.annotations.NullMarked;
