/**
 * Signing in and out, activation, and what a session knows of its person; the keys themselves stay
 * in custody.
 */
@NullMarked
package org.epione.web.session;

import org.jspecify.annotations.NullMarked;
