/** Files that are there after a loss of power. */
@NullMarked
package org.epione.platform.file;

import org.jspecify.annotations.NullMarked;
