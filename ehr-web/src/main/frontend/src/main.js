// What the portal's pages load for appointments.
import { startBooking } from './booking.js';
import { startSetting } from './setting.js';

function start() {
  startBooking();
  startSetting();
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
