// As much of a page as the portal's scripts touch: every element that is asked for is there, and remembers.

/** An element; what is looked for within it is there as well. */
class Box {
  value = '';
  textContent = '';
  hidden = false;
  dataset = new Proxy({}, { get: (texts, name) => String(name) });
  classList = { toggle() {} };
  options = [{}];
  children = [];
  #within = new Map();
  #heard = new Map();

  get content() {
    return { firstElementChild: { cloneNode: () => new Box() } };
  }

  querySelector(selector) {
    if (!this.#within.has(selector)) {
      this.#within.set(selector, new Box());
    }
    return this.#within.get(selector);
  }

  querySelectorAll() {
    return [];
  }

  addEventListener(event, listener) {
    this.#heard.set(event, listener);
  }

  /** Waits until all that follows is done. */
  async on(event) {
    this.#heard.get(event)({ preventDefault() {} });
    await new Promise((resolve) => setImmediate(resolve));
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  setAttribute() {}
  focus() {}
  showModal() {}
  close() {}
}

/** Puts a new page in place; gives what finds its elements by id. */
export function openPage() {
  const elements = new Box();
  globalThis.document = {
    documentElement: { lang: 'en' },
    getElementById: (id) => elements.querySelector(id),
    createElement: () => new Box(),
  };
  globalThis.window = { isSecureContext: true, addEventListener() {} };
  globalThis.Option = Box;
  return (id) => elements.querySelector(id);
}
