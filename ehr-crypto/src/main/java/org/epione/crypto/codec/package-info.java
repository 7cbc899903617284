/**
 * The one place that makes bytes: canonical encodings with a tag and a version, and readers that
 * refuse whatever the writer would not have written.
 */
@NullMarked
package org.epione.crypto.codec;

import org.jspecify.annotations.NullMarked;
