/** Pages and resources for auditors: episodes, chains, checks, exports. */
@NullMarked
package org.epione.web.audit;

import org.jspecify.annotations.NullMarked;
