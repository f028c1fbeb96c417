'use strict';
// A modal dialog keeps the rest of the page from being selected, clicked or looked at, also
// while no style sheet shows it. So one that is hidden is closed, and opened as it was when
// it is to be seen again.

/** The modal dialogs that are hidden. A variable, since a class may not be declared twice. */
var CleanCopyModals = class {
  /** What is closed: the names of the attributes before its `open`, and the value of that. @type {Map<Element, { ahead: string[], value: string }>} */
  #closed = new Map();
  /** Names of events of a dialog that its page does not hear, since it has not closed or opened it. @type {WeakMap<EventTarget, Set<string>>} */
  #unheard = new WeakMap();

  /**
   * Closes what is hidden, and opens what is so no more.
   * @param {Entry[]} entries
   * @param {Iterable<ShadowRoot>} roots
   * @returns {boolean} whether any was closed
   */
  settle(entries, roots) {
    const hidden = new Set(entries.flatMap(({ element, action, shown }) => (action === 'hide' && !shown ? [element] : [])));
    for (const dialog of this.#closed.keys()) if (!isWithin(dialog, hidden)) this.#open(dialog);
    if (hidden.size === 0) return false;
    const modal = [document, ...roots].flatMap((root) => allIn(root, 'dialog[open]:modal'));
    const closing = modal.filter((dialog) => isWithin(dialog, hidden));
    for (const dialog of closing.reverse()) this.#close(dialog);
    return closing.length > 0;
  }

  /** @param {Element} dialog */
  #close(dialog) {
    const names = cleanCopyNative.getAttributeNames.call(dialog);
    const fresh = { ahead: names.slice(0, names.indexOf('open')), value: attributeOf(dialog, 'open') ?? '' };
    // One that its page opens once more would have stood open all the while.
    this.#closed.set(dialog, this.#closed.get(dialog) ?? fresh);
    this.#quietly(dialog, cleanCopyNative.close, 'close');
  }

  /** @param {Element} dialog */
  #open(dialog) {
    const { ahead = [], value = '' } = this.#closed.get(dialog) ?? {};
    this.#closed.delete(dialog);
    // Its page may have taken it away, or opened it in another way, meanwhile.
    if (!isPresent(dialog) || dialog.matches('[open], :popover-open')) return;
    this.#quietly(dialog, cleanCopyNative.showModal);
    if (value !== '') putBack(dialog, 'open', value);
    // Attributes stand in the order in which they were set.
    for (const name of cleanCopyNative.getAttributeNames.call(dialog)) {
      if (name === 'open' || ahead.includes(name)) continue;
      const behind = attributeOf(dialog, name);
      putBack(dialog, name, null);
      putBack(dialog, name, behind);
    }
  }

  /**
   * @param {Element} dialog
   * @param {(this: HTMLDialogElement) => void} change
   * @param {string[]} later the events besides those of every change that come in a task of their own
   */
  #quietly(dialog, change, ...later) {
    const unheard = new Set(['beforetoggle', 'toggle', ...later]);
    this.#unheard.set(dialog, unheard);
    // They do not leave a shadow root.
    for (const target of [window, rootOf(dialog)]) {
      for (const name of unheard) target?.addEventListener(name, this.#silence, true);
    }
    change.call(/** @type {HTMLDialogElement} */ (dialog));
    unheard.delete('beforetoggle');
  }

  /** @param {Event} event */
  #silence = (event) => {
    if (event.target && this.#unheard.get(event.target)?.delete(event.type)) event.stopImmediatePropagation();
  };
};
