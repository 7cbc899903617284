/** A person's own account: its second factor and what happened to its protection. */
@NullMarked
package org.epione.web.account;

import org.jspecify.annotations.NullMarked;
