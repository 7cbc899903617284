/**
 * How an installation is configured: the one way a setting is read, shared by the application, the
 * resource adapter and the command line, none of which sees the others.
 */
@NullMarked
package org.epione.settings;

import org.jspecify.annotations.NullMarked;
