/** What pages of audits show. */
@NullMarked
package org.epione.web.audit;

import org.jspecify.annotations.NullMarked;
