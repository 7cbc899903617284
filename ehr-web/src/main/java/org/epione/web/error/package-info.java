/** How refusals and failures are told to people: messages on pages, references for the log. */
@NullMarked
package org.epione.web.error;

import org.jspecify.annotations.NullMarked;
