/** Files attached to records: how they come in, are sealed, kept for a time, and opened again. */
@NullMarked
package org.epione.attachment.boundary;

import org.jspecify.annotations.NullMarked;
