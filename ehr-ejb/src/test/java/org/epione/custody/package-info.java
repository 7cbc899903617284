/** How often passwords are stretched; custody itself is tested in {@code custody.boundary}. */
@NullMarked
package org.epione.custody;

import org.jspecify.annotations.NullMarked;
