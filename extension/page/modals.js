'use strict';
// A modal dialog keeps the rest of the page from being selected, clicked or looked at, also
// while no style sheet shows it. So one that is hidden is closed, and opened as it was when
// it is to be seen again.

/** The modal dialogs that are hidden. A variable, since a class may not be declared twice. */
var CleanCopyModals = class {
  /** What is closed, with how its `open` stood. @type {Map<Element, Standing>} */
  #closed = new Map();
  /** Names of events of a dialog that its page does not hear, since it has not closed or opened it. @type {WeakMap<EventTarget, Set<string>>} */
  #unheard = new WeakMap();

  /**
   * Closes what is hidden, and opens what is so no more.
   * @param {Set<Element>} hidden
   * @param {Iterable<ShadowRoot>} roots
   * @returns {boolean} whether any was closed
   */
  settle(hidden, roots) {
    // The last that was closed is the outermost: others stand on it.
    for (const dialog of [...this.#closed.keys()].reverse()) if (!isWithin(dialog, hidden)) this.#open(dialog);
    if (hidden.size === 0) return false;
    const modal = [document, ...roots].flatMap((root) => allIn(root, 'dialog[open]:modal'));
    const closing = modal.filter((dialog) => isWithin(dialog, hidden));
    for (const dialog of closing.reverse()) this.#close(dialog);
    return closing.length > 0;
  }

  /** @param {Element} dialog */
  #close(dialog) {
    // One that its page opens once more would have stood open all the while.
    this.#closed.set(dialog, this.#closed.get(dialog) ?? standingOf(dialog, 'open'));
    this.#quietly(dialog, cleanCopyNative.close, 'close');
  }

  /** @param {Element} dialog */
  #open(dialog) {
    const standing = this.#closed.get(dialog);
    this.#closed.delete(dialog);
    // Its page may have taken it away, or opened it in another way, meanwhile.
    if (!standing || !isPresent(dialog) || dialog.matches('[open], :popover-open')) return;
    this.#quietly(dialog, cleanCopyNative.showModal);
    putBackInPlace(dialog, 'open', standing);
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
