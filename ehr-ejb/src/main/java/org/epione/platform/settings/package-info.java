/** The settings of the running process, for injection. */
@NullMarked
package org.epione.platform.settings;

import org.jspecify.annotations.NullMarked;
