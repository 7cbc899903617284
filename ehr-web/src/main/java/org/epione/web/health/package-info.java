/**
 * Whether this server can do its work, for load balancers and monitoring: {@code /health/ready}.
 */
@NullMarked
package org.epione.web.health;

import org.jspecify.annotations.NullMarked;
