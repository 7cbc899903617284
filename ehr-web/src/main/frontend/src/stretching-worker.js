// The worker that stretches one password, tells how far it is, and ends.
import { PasswordSalt } from './spake2plus.js';
import { stretch } from './stretching.js';

self.onmessage = ({ data }) => {
  let told = -1;
  const stretched = stretch(data.input, PasswordSalt.decode(data.salt), (part) => {
    const percent = Math.floor(100 * part);
    if (percent !== told) {
      told = percent;
      self.postMessage({ percent });
    }
  });
  data.input.fill(0);
  self.postMessage({ stretched }, [stretched.buffer]);
  self.close();
};
