/** Uploads, and sealed attachments that were fetched from a cloud. */
@NullMarked
package org.epione.attachment.entity;

import org.jspecify.annotations.NullMarked;
