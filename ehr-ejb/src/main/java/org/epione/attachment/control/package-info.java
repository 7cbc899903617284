/** Uploads slice by slice, sealing, the files, and what removes them. */
@NullMarked
package org.epione.attachment.control;

import org.jspecify.annotations.NullMarked;
