/** The portal's frame: navigation by role, security headers, who is signed in. */
@NullMarked
package org.epione.web.shell;

import org.jspecify.annotations.NullMarked;
