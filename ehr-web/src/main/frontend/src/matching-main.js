// What the page for patients with the same symptom loads.
import { startSeeking } from './seeking.js';

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', startSeeking);
} else {
  startSeeking();
}
