// What the portal's pages load for appointments.
import { startBooking } from './booking.js';
import { startCalendar } from './calendar.js';
import { startSetting } from './setting.js';

function start() {
  startBooking();
  startCalendar();
  startSetting();
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
